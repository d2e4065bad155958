"""Beside the instances: the one chosen, its members, the agenda of its meetings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.instances import MOST_A_YEAR, Instance, InstanceView
from msp_desktop.formats.numbers import listed
from msp_desktop.i18n import _
from msp_desktop.method.instances import kit_instances
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.services import instances as service
from msp_desktop.ui.forms.field import Field, choice, hour, line, note, number, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.project.member_table import MemberTable
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.workspace import Workspace


class InstancePanel(QWidget):
    """Show and change one instance."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._shown: int | None = None
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._form = Form(
            workspace,
            Instance,
            self._write,
            [
                Field("name", _("Name of the instance"), line()),
                Field("kind", _("Kind of meeting, with its agenda"), choice(service.kinds())),
                Field("purpose", _("What it is for"), note(least=1, most=5)),
                Field("led_by", _("Who leads this instance"), person()),
                (Field("per_year", _("Meetings a year"), number("", whole=True, span=(0, MOST_A_YEAR))),
                 Field("starts_at", _("Hour"), hour())),
                Field("place", _("Place"), line()),
            ],
            spacing=8,
        )  # fmt: skip
        self.members = MemberTable(workspace)
        self._usual = hint("")
        self._agenda = Label("", wrap=True)
        self._rest = holder(
            column(
                divider(), self.members, self._usual, hint(kit_instances().no_quorum), divider(),
                Label(_("Agenda of its meetings"), bold=True), self._agenda, hint(kit_instances().concertation),
                spacing=8,
            )
        )  # fmt: skip
        page = column(self._heading, self._under, 2, self._form, self._rest, -1, margins=(24, 16, 16, 16), spacing=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("The instance chosen"))
        box.addWidget(self._pane)
        self.show_instance(None)

    def show_instance(self, view: InstanceView | None) -> None:
        """Show an instance, or what instances are for."""
        if view is not None and view.id != self._shown:
            self._pane.verticalScrollBar().setValue(0)
        self._shown = view.id if view is not None else None
        self._form.setVisible(view is not None)
        self._rest.setVisible(view is not None)
        if view is None:
            self._heading.setText(_("Nothing chosen"))
            self._under.setText(kit_instances().introduction)
            return
        self._heading.setText(view.instance.name)
        self._under.setText(view.kind_title)
        self._form.show_record(view.instance)
        self.members.show_instance(view)
        kit = kit_instances().of_kind(view.instance.kind)
        self._usual.setText(_("Usually: {members}.").format(members=listed(kit.members)) if kit else "")
        self._usual.setVisible(kit is not None)
        items = kit_meetings().kind(view.instance.kind).items
        lines = [_("{title}, {minutes} min ({leads})") for _item in items]
        self._agenda.setText(
            "\n".join(
                f"{place}. {words.format(title=item.title, minutes=item.minutes, leads=item.leads)}"
                for place, (words, item) in enumerate(zip(lines, items, strict=True), 1)
            )
        )

    def focus_fields(self) -> None:
        """Put the keyboard on the first field."""
        self._form.focus_first(empty=True)

    def _write(self, store: Store, key: int, change: Change[Instance]) -> None:
        service.update_instance(store, key, change)
