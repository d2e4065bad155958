"""The actions phase by phase: tick, title, date, who, state. One column of two-line rows when text is large."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.schedule import ActionView, PhaseView, Timeline
from msp_desktop.formats.quick import day_date, near_date, short_near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.list_rows import EMPTY_BOX, TICKED_BOX, ListRow, RowList, Words, lead_width

#: Widths of the columns at the right, in pixels at 100 %.
WHEN, WHO, STATE = 138, 124, 214
#: Above this text size the list becomes one column.
NARROW_SCALE = 1.2
#: Below this width, in pixels at 100 %, too: a title would have no room beside the columns.
NARROW_WIDTH = 640


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


class ActionList(RowList):
    """Emit `chosen(id)`, `request_tick(id, done)` (space or click on the box), `request_detail` (Enter)."""

    request_tick = Signal(int, bool)
    request_detail = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Actions by phase"), parent)
        self._view: Timeline | None = None
        self._narrow = False
        theme_changes().changed.connect(self._dress)

    def show_timeline(self, view: Timeline) -> None:
        """Show the phases and their actions, keeping the place."""
        self._view = view
        self._dress()

    def _dress(self) -> None:
        if self._view is None:
            return
        rows, large = [], self._narrow or theme().scale > NARROW_SCALE
        for phase in self._view.phases:
            rows += [_heading(phase), *(_row(action, large, language()) for action in phase.actions)]
        self.show_rows(rows)
        self.scheduleDelayedItemsLayout()

    def _tick(self, row: ListRow) -> None:
        self.request_tick.emit(row.key, row.lead != TICKED_BOX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme().px(NARROW_WIDTH)
        if narrow != self._narrow:
            self._narrow = narrow
            self._dress()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_at(self.currentIndex())
        if row is not None and not row.band:
            if event.key() == Qt.Key.Key_Space:
                self._tick(row)
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.request_detail.emit()
                return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.row_at(index)
        if row is None or row.band:
            return
        if event.position().x() < self.visualRect(index).left() + lead_width(row.lead):
            self._tick(row)


def _heading(phase: PhaseView) -> ListRow:
    words = f"{phase.number}. {phase.title}" if phase.number <= 3 else phase.title
    count = ngettext("{done} done of {total}", "{done} done of {total}", phase.done)
    tail = count.format(done=phase.done, total=phase.total)
    if phase.number <= 3:
        tail = _("{count}, until {day}").format(count=tail, day=day_date(phase.end, language()))
    return ListRow(f"p{phase.number}", words, 28, phase.title, tail=tail, band=f"p{phase.number}_ink")


# Kept, since after an edit all but one of a mandate's two thousand rows are what they were.
@lru_cache(maxsize=4096)
def _row(action: ActionView, large: bool, words_in: str) -> ListRow:
    words, token, glyph = state_words(action)
    when = action.planned or action.due
    near = action.done_on or when
    day = near_date(when, near, words_in) if when and near else "–"
    short = short_near_date(when, near, words_in) if when and near else ""
    tone = "ink" if action.is_open else "ink2"
    under = (words, day if action.is_open else "", action.assignee)  # the day a thing was done is in its words
    columns = (
        Words(day, "late" if action.is_late else tone, width=WHEN, short=short),
        Words(action.assignee, tone, width=WHO),
        Words(words, token, glyph, width=STATE),
    )
    return ListRow(
        action.id,
        action.title,
        48 if large else 28,
        spoken(action),
        tone=tone,
        lead=TICKED_BOX if action.state is ActionState.DONE else EMPTY_BOX,
        second=Words(", ".join(filter(None, under)), token, size=0.9) if large else None,
        columns=() if large else columns,
    )
