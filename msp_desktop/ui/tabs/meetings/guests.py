"""The guests of a meeting and their answers, and the papers to print."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import MeetingState, Reply
from msp_desktop.formats.phones import phone
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.meetings import FIRST_MEETING
from msp_desktop.papers.catalogue import papers_of_tab
from msp_desktop.services import departures
from msp_desktop.services import meetings as service
from msp_desktop.services.invitations import professionals_to_invite
from msp_desktop.ui.tabs.meetings.guest_table import GuestTable
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label, divider, hint, title
from msp_desktop.ui.widgets.layouts import column, holder, row
from msp_desktop.ui.widgets.locking import hold, lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import native
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace

#: The kinds of meeting for which all professionals are offered as guests at once.
_FOR_PROFESSIONALS = (FIRST_MEETING, "equipe")
#: Where the table stands in the panel, and what takes the room where there is none.
_TABLE, _BELOW = 2, 5


class Guests(QWidget):
    """The right panel of the tab."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._meeting_id = 0
        self._count = Label("", tone="soft")
        self._table = GuestTable(workspace)
        self._nobody = hint(_("Nobody is invited yet. Add people of the directory, or all the professionals at once."))
        self._add = LinkButton(_("Add"), "plus")
        self._add.setAccessibleName(_("Add guests"))
        self._yes, self._no = LinkButton("", "done"), LinkButton("", "dropped")
        self._remove = LinkButton("", "trash")
        self._remove.setAccessibleName(_("Take off the guests"))
        show_tip(self._remove, f"{_('Take off the guests')} ({native('Del')})")
        self._chosen = holder(row(self._yes, self._no, -1, self._remove, margins=(18, 0, 12, 0), spacing=2))
        self._all, self._send = LinkButton("", "plus"), LinkButton("", "mail")
        self._sent, self._silent = LinkButton("", "check"), LinkButton("", "mail")
        papers = QVBoxLayout()
        papers.setSpacing(0)
        for paper in papers_of_tab("meetings"):
            link = LinkButton(paper.title, "document")
            link.clicked.connect(
                lambda _c=False, key=paper.key: workspace.request_papers.emit((key,), self._meeting_id)
            )
            papers.addLayout(row(link, -1))
        links = [row(link, -1) for link in (self._all, self._send, self._sent, self._silent)]
        box = column(
            row(title(_("Guests")), self._count, -1, self._add, margins=(24, 12, 12, 4)),
            row(self._nobody, margins=(24, 0, 12, 8)),
            row(self._table, margins=(13, 0, 0, 0)),
            self._chosen,
            column(*links, margins=(18, 0, 12, 4), spacing=0),
            -1,
            divider(),
            row(Label(_("Documents"), bold=True), margins=(24, 8, 12, 0)),
            row(papers, margins=(18, 0, 12, 10)),
            spacing=4,
        )
        self._box = box
        box.setContentsMargins(1, 0, 0, 0)
        self.setLayout(box)
        self._wire()

    def _wire(self) -> None:
        self._table.request_answer.connect(self._on_answer)
        self._table.request_card.connect(self._on_open)
        self._table.selected.connect(lambda _key: self._show_chosen())
        self._add.clicked.connect(self._on_add)
        self._yes.clicked.connect(lambda: self._on_answer(self._positive()))
        self._no.clicked.connect(lambda: self._on_answer(self._negative()))
        self._remove.clicked.connect(self._table.remove_chosen)
        self._all.clicked.connect(self._on_all)
        self._send.clicked.connect(lambda: self._workspace.request_send.emit(departures.INVITATIONS, self._meeting_id))
        self._sent.clicked.connect(self._on_sent)
        self._silent.clicked.connect(self._on_silent)
        hold("DisableMail", self._send)  # whom to call is told all the same
        lock(self._workspace, self._add, self._yes, self._no, self._remove, self._all, self._sent)

    # --- showing ---------------------------------------------------------------------------------

    def show_meeting(self, view: MeetingView, letters: departures.Invitations) -> None:
        """Show the guests of a meeting, and how far their invitations are."""
        self._meeting_id = view.meeting.id
        self._table.show_guests(view)
        self._nobody.setVisible(not view.guests)
        self._table.setVisible(bool(view.guests))
        self._box.setStretch(
            _TABLE, 1 if view.guests else 0
        )  # where nobody is invited, what invites stands under the hint
        self._box.setStretch(_BELOW, 0 if view.guests else 1)
        self._count.setText(_count_words(view))
        for button, value in ((self._yes, self._positive()), (self._no, self._negative())):
            words = dict(self._table.answers())[value]
            button.setText(words)
            show_tip(button, _("Key {letter}; then the next guest is chosen.").format(letter=words[0].upper()))
        self._show_chosen()
        self._show_links(view, letters)

    def _show_links(self, view: MeetingView, state: departures.Invitations) -> None:
        """Offer what comes next: to invite, to send, to say that it is sent, to ask again."""
        reader, day = self._workspace.reader, view.meeting.held_on
        planned = view.meeting.state is MeetingState.PLANNED and (day is None or day >= self._workspace.today())
        missing = (
            len(professionals_to_invite(reader, self._meeting_id)) if view.meeting.kind in _FOR_PROFESSIONALS else 0
        )
        words = ngettext("Invite the professional of the inventory", "Invite all {count} professionals", missing)
        if view.guests:
            words = ngettext("Invite the other professional", "Invite the {count} other professionals", missing)
        self._all.setText(words.format(count=missing))
        self._all.setVisible(planned and missing > 0 and not state.left)
        rest, waiting = len(state.to_whom) - len(state.left), len(state.prepared)
        words = _("Send the invitations")
        if state.left:
            words = ngettext("Send the invitation that is left", "Send the {count} invitations that are left", rest)
        self._send.setText(words.format(count=rest))
        self._send.setVisible(planned and rest > 0)
        words = ngettext("The one prepared is sent", "The {count} prepared are sent", waiting)
        self._sent.setText(words.format(count=waiting))
        self._sent.setVisible(planned and waiting > 0)
        # Nobody is asked again before being asked, nor once the meeting is held or cancelled.
        silent = sum(guest.id in state.left for guest in view.silent())
        words = ngettext("Call the one without answer", "Call the {count} without answer", silent)
        self._silent.setText(words.format(count=silent))
        self._silent.setVisible(planned and silent > 0)

    def _show_chosen(self) -> None:
        self._chosen.setVisible(bool(self._table.selected_ids()))

    def _positive(self) -> Any:
        return Tri.YES if self._table.held else Reply.COMING

    def _negative(self) -> Any:
        return Tri.NO if self._table.held else Reply.EXCUSED

    # --- acting ----------------------------------------------------------------------------------

    def _on_answer(self, value: Any) -> None:
        """Note an answer of the guests chosen, or their presence, and go on with the next one."""
        chosen = self._table.selected_ids()
        write = service.set_presences if self._table.held else service.set_replies
        if chosen and self._workspace.attempted(write, chosen, value) and len(chosen) == 1:
            self._table.go_on()

    def _on_all(self) -> None:
        people = professionals_to_invite(self._workspace.reader, self._meeting_id)
        if self._workspace.attempted(service.invite, self._meeting_id, people):
            self._table.setFocus()

    def _on_sent(self) -> None:
        waiting = departures.invitations(self._workspace.reader, self._meeting_id).prepared
        self._workspace.attempt(departures.say_invited, self._meeting_id, [*waiting], self._workspace.today())

    def _on_add(self) -> None:
        from msp_desktop.ui.dialogs.choose_people import ChoosePeople, guests_of

        run(ChoosePeople(self._workspace, guests_of(self._workspace, self._meeting_id), self), self._workspace)

    def choose_people(self) -> None:
        """Go on with inviting people to the meeting shown."""
        self._on_add()

    def _on_open(self, person_id: int) -> None:
        from msp_desktop.ui.dialogs.person_card import PersonCard

        run(PersonCard(self._workspace, person_id, self), self._workspace)

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


def _count_words(view: MeetingView) -> str:
    """Return how many will come, or came; where nobody said yes, or is ticked, how many are invited."""
    total, coming = len(view.guests), view.coming()
    words = ngettext("{coming} of {total} will come", "{coming} of {total} will come", coming)
    if view.meeting.state is MeetingState.HELD:
        coming = sum(guest.present is Tri.YES for guest in view.guests)
        words = ngettext("{coming} of {total} came", "{coming} of {total} came", coming)
    if not coming:
        words = ngettext("{total} person", "{total} people", total)
    return words.format(coming=coming, total=total) if total else ""
