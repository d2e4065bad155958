"""The guests of a meeting and their answers, and the papers to print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import MeetingState, Reply
from msp_desktop.formats.phones import phone
from msp_desktop.i18n import _, ngettext
from msp_desktop.papers.catalogue import papers_of_tab
from msp_desktop.services import meetings as service
from msp_desktop.services.invitations import is_who_writes
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label, divider, title
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace


def replies() -> list[tuple[str, str]]:
    """Return what a guest may have answered."""
    return [(Reply.NONE, _("no answer")), (Reply.COMING, _("will come")), (Reply.EXCUSED, _("excused"))]


_MARKS = {Reply.COMING: ("done", "done"), Reply.EXCUSED: ("dropped", "ink2"), Reply.NONE: ("todo", "ink2")}


class Guests(QWidget):
    """The right panel of the tab."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._meeting_id = 0
        self._count = Label("", tone="soft")
        self._table = RecordTable(
            _("Guests"),
            [
                Column(
                    _("Guest"),
                    lambda g: g.name,
                    width=146,
                    shows=(("Attendance", "person_id"), ("Attendance", "note")),
                ),
                Column(
                    _("Answer"),
                    lambda g: dict(replies())[g.reply],
                    lambda g, t: workspace.attempt(service.set_reply, g.id, Reply(t)),
                    choices=replies,
                    value=lambda g: g.reply,
                    width=120,
                    tone=lambda g: "done" if g.reply is Reply.COMING else "",
                    glyph=lambda g: _MARKS[g.reply],
                    shows=(("Attendance", "reply"),),
                ),
            ],
            sortable=False,
            drafts=workspace.drafts,
        )
        self._table.request_open.connect(self._on_open)
        self._table.doubleClicked.connect(lambda _index: self._on_open(None))
        self._table.setMinimumHeight(theme().px(150))
        self._table.request_delete.connect(lambda ids: workspace.attempt(service.remove_guests, ids))
        add = LinkButton(_("Add"), "plus")
        add.setAccessibleName(_("Add guests"))
        add.clicked.connect(self._on_add)
        lock(workspace, add)
        self._silent = LinkButton("", "mail")
        self._silent.clicked.connect(self._on_silent)
        papers = QVBoxLayout()
        papers.setSpacing(0)
        for paper in papers_of_tab("meetings"):
            link = LinkButton(paper.title, "document")
            link.clicked.connect(
                lambda _c=False, key=paper.key: workspace.request_papers.emit((key,), self._meeting_id)
            )
            papers.addLayout(row(link, -1))
        box = column(
            row(title(_("Guests")), self._count, -1, add, margins=(24, 12, 12, 4)),
            self._table,
            row(self._silent, -1, margins=(18, 0, 12, 4)),
            divider(),
            row(Label(_("Documents"), bold=True), margins=(24, 8, 12, 0)),
            row(papers, margins=(18, 0, 12, 10)),
            spacing=4,
        )
        box.setContentsMargins(1, 0, 0, 0)
        self.setLayout(box)

    def show_meeting(self, view: MeetingView) -> None:
        """Show the guests of a meeting."""
        self._meeting_id = view.meeting.id
        self._table.show_rows(list(view.guests))
        total = len(view.guests)
        coming = view.coming()
        words = ngettext("{coming} of {total} will come", "{coming} of {total} will come", coming)
        if view.meeting.state is MeetingState.HELD:
            coming = sum(guest.present is Tri.YES for guest in view.guests)
            words = ngettext("{coming} of {total} came", "{coming} of {total} came", coming)
        if not coming:  # nobody has said yes, or is ticked: how many are invited is all there is to say
            words = ngettext("{total} person", "{total} people", total)
        self._count.setText(words.format(coming=coming, total=total) if total else "")
        silent = sum(not is_who_writes(self._workspace.reader, guest.person) for guest in view.silent())
        words = ngettext("Call the one without answer", "Call the {count} without answer", silent)
        self._silent.setText(words.format(count=silent))
        # Nobody is asked again before being asked, nor once the meeting is held or cancelled.
        asked = view.meeting.invitations_sent_on is not None and view.meeting.state is MeetingState.PLANNED
        self._silent.setVisible(silent > 0 and asked)

    def _on_add(self) -> None:
        from msp_desktop.ui.dialogs.choose_people import ChoosePeople, guests_of

        run(ChoosePeople(self._workspace, guests_of(self._workspace, self._meeting_id), self), self._workspace)

    def choose_people(self) -> None:
        """Go on with inviting people to the meeting shown."""
        self._on_add()

    def _on_open(self, _key: object) -> None:
        from msp_desktop.ui.dialogs.person_card import PersonCard

        guest = self._table.current_row()
        if guest is not None and self._table.currentIndex().column() == 0:
            run(PersonCard(self._workspace, guest.person.id, self), self._workspace)

    def _on_silent(self) -> None:
        """Prepare a message to those who can be written to; those who cannot are to be called."""
        from msp_desktop.papers.post import REMINDER
        from msp_desktop.services.recipients import missed, written_to
        from msp_desktop.ui.shell.messages import tell

        silent = written_to(self._workspace.reader, REMINDER, self._meeting_id)
        to_call = missed(silent)
        if to_call:
            lines = [", ".join(filter(None, (guest.name, phone(guest.person.phone)))) for guest in to_call]
            tell(self, _("Without e-mail address, to be called:") + "\n" + "\n".join(lines))
        if len(to_call) < len(silent):
            self._workspace.request_send.emit(REMINDER, self._meeting_id)
