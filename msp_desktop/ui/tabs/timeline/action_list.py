"""The actions phase by phase: tick, title, date, who, state; fewer columns, then one of two-line rows, in less room."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.schedule import ActionView, PhaseView, Timeline
from msp_desktop.formats.quick import day_date, near_date, short_near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.list_rows import EMPTY_BOX, TICKED_BOX, ListRow, Words, lead_width
from msp_desktop.ui.widgets.tick_rows import TickRows

#: Widths of the columns at the right, in pixels at 100 %.
WHEN, WHO, STATE = 138, 134, 214
#: Which of them there are, by their number.
_SHAPES = {3: (WHEN, WHO, STATE), 2: (WHEN, STATE), 0: ()}
#: What a title needs beside its box before the columns take room, in pixels at 100 %: below, who does it goes, then the
#: others stand under the title.
TITLE_ROOM = 260


def state_words(action: ActionView) -> tuple[str, str, str]:
    """Return how far an action is: words, colour token, icon."""
    if action.state is ActionState.DONE:
        when = day_date(action.done_on, language()) if action.done_on else ""
        return _("done on {day}").format(day=when) if when else _("done"), "done", "done"
    if action.state is ActionState.DROPPED:
        return _("not applicable"), "ink2", "dropped"
    if action.overdue:
        return _("to plan again"), "ink2", "todo"
    words = _("in progress") if action.state is ActionState.DOING else _("to do")
    if action.is_late:
        late = ngettext("{count} day late", "{count} days late", action.late_days).format(count=action.late_days)
        return f"{words}, {late}", "late", "late"
    return (words, "accent", "doing") if action.state is ActionState.DOING else (words, "ink2", "todo")


def spoken(action: ActionView) -> str:
    """Return an action in words for whoever does not see it: what, how far, when, who."""
    when = action.planned or action.due
    said = (action.title, state_words(action)[0], day_date(when, language()) if when else "", action.assignee)
    return ", ".join(filter(None, said))


class ActionList(TickRows):
    """Emit `chosen(id)`, `request_tick(id, done)` (space or click on the box), `request_detail` (Enter).

    `reshaped` tells that it has other columns: what their titles are is `titles`.
    """

    request_detail = Signal()
    reshaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Actions by phase"), parent)
        self._view: Timeline | None = None
        self._columns = 3
        theme_changes().changed.connect(self._dress)

    def show_timeline(self, view: Timeline) -> None:
        """Show the phases and their actions, keeping the place."""
        self._view = view
        self._dress()

    def titles(self) -> list[tuple[str, int]]:
        """Return the titles of the columns at the right, each with its width in pixels at 100 %."""
        words = {WHEN: _("Due"), WHO: _("Who"), STATE: _("State")}
        return [(words[width], width) for width in _SHAPES[self._columns]]

    def _dress(self) -> None:
        if self._view is None:
            return
        rows = []
        for phase in self._view.phases:
            rows += [_heading(phase), *(_row(action, self._columns, language()) for action in phase.actions)]
        self.show_rows(rows)
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - lead_width(EMPTY_BOX) - theme().px(TITLE_ROOM)
        shape = next(number for number in (3, 2, 0) if not number or theme().px(sum(_SHAPES[number])) <= room)
        if shape != self._columns:
            self._columns = shape
            self._dress()
            self.reshaped.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_at(self.currentIndex())
        if row is not None and not row.band and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_detail.emit()
            return
        super().keyPressEvent(event)


def _heading(phase: PhaseView) -> ListRow:
    words = f"{phase.number}. {phase.title}" if phase.number <= 3 else phase.title
    count = ngettext("{done} done of {total}", "{done} done of {total}", phase.done)
    tail = count.format(done=phase.done, total=phase.total)
    if phase.number <= 3:
        tail = _("{count}, until {day}").format(count=tail, day=day_date(phase.end, language()))
    return ListRow(f"p{phase.number}", words, 28, phase.title, tail=tail, band=f"p{phase.number}_ink")


# Kept, since after an edit all but one of a mandate's two thousand rows are what they were.
@lru_cache(maxsize=4096)
def _row(action: ActionView, shape: int, words_in: str) -> ListRow:
    words, token, glyph = state_words(action)
    when = action.planned or action.due
    near = action.done_on or when
    day = near_date(when, near, words_in) if when and near else "–"
    short = short_near_date(when, near, words_in) if when and near else ""
    tone = "ink" if action.is_open else "ink2"
    under = (words, day if action.is_open else "", action.assignee)  # the day a thing was done is in its words
    columns = (
        Words(day, "late" if action.is_late else tone, width=WHEN, short=short),
        Words(action.assignee_short, tone, width=WHO),
        Words(words, token, glyph, width=STATE),
    )
    return ListRow(
        action.id,
        action.title,
        28 if shape else 48,
        spoken(action),
        tone=tone,
        lead=TICKED_BOX if action.state is ActionState.DONE else EMPTY_BOX,
        second=Words(", ".join(filter(None, under)), token, size=0.9) if not shape else None,
        columns=tuple(words for words in columns if words.width in _SHAPES[shape]),
    )
