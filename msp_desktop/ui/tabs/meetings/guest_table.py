"""The guests as a table: what each answered, and once the meeting is held who was there."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import MeetingState, Reply
from msp_desktop.i18n import _
from msp_desktop.services import meetings as service
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace

#: The columns: who, what was answered, who was there.
NAME, ANSWER, PRESENCE = 0, 1, 2

_MARKS = {Reply.COMING: ("done", "done"), Reply.EXCUSED: ("dropped", "ink2"), Reply.NONE: ("todo", "ink2")}
_PRESENT = {Tri.YES: ("done", "done"), Tri.NO: ("dropped", "ink2"), Tri.UNKNOWN: ("todo", "ink2")}


def replies() -> list[tuple[str, str]]:
    """Return what a guest may have answered."""
    return [(Reply.NONE, _("no answer")), (Reply.COMING, _("will come")), (Reply.EXCUSED, _("excused"))]


def presences() -> list[tuple[str, str]]:
    """Return whether a guest came, as it may be noted."""
    return [(Tri.UNKNOWN, _("not noted")), (Tri.YES, _("present")), (Tri.NO, _("absent"))]


class GuestTable(RecordTable):
    """A click on an answer opens the list of them; the first letter of an answer notes it and goes on with the next guest.

    Emit `request_answer(value)` for that letter, and `request_card(person id)` for a guest opened.
    """

    request_answer = Signal(object)
    request_card = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        def guest(view: GuestView) -> str:
            return view.name

        super().__init__(
            _("Guests"),
            [
                Column(
                    _("Guest"), guest, width=150, shows=(("Attendance", "person_id"), ("Attendance", "note")),
                ),
                Column(
                    _("Answer"),
                    lambda g: dict(replies())[g.reply],
                    lambda g, t: workspace.attempt(service.set_reply, g.id, Reply(t)),
                    choices=replies,
                    value=lambda g: g.reply,
                    width=136,
                    tone=lambda g: "done" if g.reply is Reply.COMING else "",
                    glyph=lambda g: _MARKS[g.reply],
                    shows=(("Attendance", "reply"),),
                ),
                Column(
                    _("Presence"),
                    lambda g: dict(presences())[g.present],
                    lambda g, t: workspace.attempt(service.set_present, g.id, Tri(t)),
                    choices=presences,
                    value=lambda g: g.present,
                    width=136,
                    tone=lambda g: "done" if g.present is Tri.YES else "",
                    glyph=lambda g: _PRESENT[g.present],
                    shows=(("Attendance", "present"),),
                ),
            ],
            sortable=False,
            drafts=workspace.drafts,
        )  # fmt: skip
        self.held = False
        self.request_open.connect(lambda _key: self._open_card())
        self.doubleClicked.connect(self._on_double)
        self.clicked.connect(self._on_click)
        self.request_delete.connect(lambda ids: workspace.attempt(service.remove_guests, ids))
        self.setMinimumHeight(theme().px(120))
        self.hide_columns((PRESENCE,))

    def show_guests(self, view: MeetingView) -> None:
        """Show the guests of a meeting: what they answered, or who came to one that was held."""
        self.held = view.meeting.state is MeetingState.HELD
        self.hide_columns((ANSWER,) if self.held else (PRESENCE,))
        self.show_rows(list(view.guests))
        if view.guests and self.chosen_id() is None:
            self.select(view.guests[0].id)

    def answers(self) -> list[tuple[str, str]]:
        """Return what may be noted of a guest, in words."""
        return presences() if self.held else replies()

    def remove_chosen(self) -> None:
        """Take the guests chosen off the meeting; they stay in the directory."""
        if self.selected_ids():
            self.request_delete.emit(self.selected_ids())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Choose the guest under the one chosen, where there is one."""
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() != NAME and self.state() != self.State.EditingState and len(self.selected_ids()) == 1:
            self.edit(index)

    def _on_double(self, index: QModelIndex) -> None:
        if index.column() == NAME:
            self._open_card()

    def _open_card(self) -> None:
        guest = self.current_row()
        if guest is not None and self.currentIndex().column() == NAME:
            self.request_card.emit(guest.person.id)

    @override
    def menu(self) -> QMenu:
        menu = QMenu(self)
        for value, words in self.answers():
            self.add_to_menu(menu, words, words[0].upper(), partial(self.request_answer.emit, value))
        menu.addSeparator()
        self.add_to_menu(menu, _("Take off the guests"), "Del", self.remove_chosen)
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters: dict[str, Any] = {words[0].casefold(): value for value, words in self.answers()}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.text().casefold() in letters and self.selected_ids():
            self.request_answer.emit(letters[event.text().casefold()])
            return
        super().keyPressEvent(event)
