"""Who sits in an instance: as what, and how often they came this year."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.change import Change
from msp_desktop.domain.instances import InstanceMember, InstanceView, MemberView
from msp_desktop.i18n import _, ngettext
from msp_desktop.services import instances as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace

#: What the dialog that adds members keeps its words under.
CHOOSE = "ChooseMembers"


class MemberTable(QWidget):
    """List the members of one instance, add and remove them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._instance_id = 0
        self._present: set[int] = set()
        self._count = Label("", tone="soft")
        self._add = LinkButton(_("Add"), "plus")
        self._add.setAccessibleName(_("Add members"))
        self._add.clicked.connect(self.choose)
        lock(workspace, self._add)

        def capacity(member: MemberView, text: str) -> None:
            workspace.attempt(service.update_member, member.id, Change(InstanceMember, capacity=text))

        self._table = RecordTable(
            _("Members"),
            [
                Column(_("Member"), lambda m: m.name, width=170, shows=(("InstanceMember", "person_id"),)),
                Column(
                    _("As what"), lambda m: m.capacity, capacity, width=116, shows=(("InstanceMember", "capacity"),)
                ),
                Column(_("Came"), _came, width=60),
            ],
            sortable=False,
            drafts=workspace.drafts,
        )
        self._table.setMinimumHeight(theme().px(150))
        self._table.request_delete.connect(lambda ids: workspace.attempt(service.remove_members, ids))
        self.setLayout(
            column(row(Label(_("Members"), bold=True), self._count, -1, self._add), framed(self._table), spacing=4)
        )

    def show_instance(self, view: InstanceView) -> None:
        """Show the members of an instance."""
        self._instance_id = view.id
        self._present = {member.person_id for member in view.members}
        count = len(view.members)
        words = ngettext("{count} person", "{count} people", count).format(count=count)
        self._count.setText(words if count else "")
        self._table.show_rows(list(view.members))

    def choose(self) -> None:
        """Choose in the directory who sits there too."""
        from msp_desktop.ui.dialogs.choose_people import Choice, ChoosePeople

        choice = Choice(
            heading=_("Who sits there?"),
            window=_("Add members"),
            verb=_("Add"),
            present=frozenset(self._present),
            act=lambda people: self._workspace.attempted(service.add_members, self._instance_id, people),
            key=DraftKey("dialog", self._instance_id, CHOOSE),
        )
        run(ChoosePeople(self._workspace, choice, self), self._workspace)


def _came(member: MemberView) -> str:
    if not member.invited:
        return NOTHING
    return _("{came} of {total}").format(came=member.came, total=member.invited)
