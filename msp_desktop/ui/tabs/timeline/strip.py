"""The strip of the hundred days, drawn by us so that it is sharp at any size."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import public_holidays
from msp_desktop.domain.schedule import LAST_DAY, Timeline, mandate_end
from msp_desktop.domain.strip import bar_dates
from msp_desktop.domain.strip_marks import (
    MOST_SINGLE_DAYS,
    ActionBar,
    StripFrame,
    StripMark,
    StripPlan,
    axis_of,
    bar_at,
    strip_marks,
)
from msp_desktop.formats.quick import day_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.method.school import school_holidays
from msp_desktop.ui.heard import ITEMS
from msp_desktop.ui.heard.items import Item, tell_chosen
from msp_desktop.ui.tabs.timeline.action_list import spoken
from msp_desktop.ui.tabs.timeline.strip_painter import paint_strip
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes

FORTNIGHT, HUNDRED, MANDATE = "fortnight", "hundred", "mandate"
#: The part of the width that the hundred days have among the years of a mandate.
HUNDRED_SHARE = 0.6
#: Days behind today in view once the hundred days are over.
BEHIND = 14


class Strip(QWidget):
    """Show the actions over time; emit `chosen(id)`, and `moved(id, days)` when a bar was dragged."""

    heard_as = ITEMS
    chosen = Signal(int)
    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Strip of the hundred days"))
        self._view: Timeline | None = None
        self._span = HUNDRED
        self._selected = 0
        self._marks: tuple[StripMark, ...] = ()
        self._drag: tuple[ActionBar, float, int] | None = None
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_timeline(self, view: Timeline) -> None:
        """Show a timeline."""
        self._view = view
        done = sum(action.state is ActionState.DONE for action in view.actions())
        words = ngettext("{count} action done of {total}", "{count} actions done of {total}", done)
        self.setAccessibleDescription(words.format(count=done, total=len(view.actions())))
        self._place()

    def show_span(self, span: str) -> None:
        """Show a fortnight, the hundred days, or the mandate."""
        self._span = span
        self._place()

    def select(self, action_id: int) -> None:
        """Mark an action as the chosen one."""
        if action_id != self._selected:
            self._selected = action_id
            self._place()
            tell_chosen(self)

    def heard_items(self) -> list[Item]:
        """Return the actions that are shown, in the order the arrows go through."""
        bars = [mark for mark in self._marks if isinstance(mark, ActionBar)]
        return [
            Item(
                spoken(bar.action),
                QRectF(bar.x, bar.y, bar.width, bar.height).toAlignedRect(),
                bar.action.id == self._selected,
            )
            for bar in bars
        ]

    # --- measures ----------------------------------------------------------------------------

    def _dress(self) -> None:
        self._fonts = (theme().font(0.9), theme().font(0.9, bold=True))
        self._metrics = tuple(QFontMetricsF(font) for font in self._fonts)
        self.setFixedHeight(round(self._frame().height) + 1)
        self._place()

    def _frame(self) -> StripFrame:
        px = theme().px
        return StripFrame(
            left=1, width=self.width() - 2, axis=px(22), band=px(26), space=px(6), row=px(23), bar=px(17), foot=px(22),
            scale=theme().scale,
        )  # fmt: skip

    def _place(self) -> None:
        """Lay everything out anew; what is painted is then only looked up."""
        if self._view is not None:
            plan = _plan(self._view, self._span, self._selected, self._drag)
            self._marks = strip_marks(plan, self._frame(), self._measure)
            self._axis = axis_of(plan, self._frame())
            self.update()

    def _measure(self, text: str, bold: bool) -> float:
        return self._metrics[bold].horizontalAdvance(text)

    def _at(self, point: QPointF) -> ActionBar | None:
        return bar_at(self._marks, point.x(), point.y())

    # --- Qt ----------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.height())

    @override
    def resizeEvent(self, event: object) -> None:
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_strip(painter, self._marks, self._frame(), self._fonts, focused=self.hasFocus())
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        order = [mark.action.id for mark in self._marks if isinstance(mark, ActionBar)]
        if event.key() in steps and order:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and self._selected in order:
                self.moved.emit(self._selected, steps[Qt.Key(event.key())])
                return
            index = order.index(self._selected) + steps[Qt.Key(event.key())] if self._selected in order else 0
            self.chosen.emit(order[min(max(index, 0), len(order) - 1)])
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._at(event.position())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(bar.action.id)
            if bar.action.is_open:
                self._drag = (bar, event.position().x(), 0)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            bar, start, _before = self._drag
            days = self._axis.number(event.position().x() - 1) - self._axis.number(start - 1)
            self._drag = (bar, start, round(days))
            self._place()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            bar, _start, days = self._drag
            self._drag = None
            self._place()
            if days:
                self.moved.emit(bar.action.id, days)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._at(QPointF(event.pos()))
            if bar is not None:
                dates = bar_dates(bar.action)
                when = day_date(dates[1], language()) if dates else ""
                # A tool tip guesses rich text: a title that looks like markup is shown as typed.
                words = f"{bar.action.title} – {when}".replace("&", "&amp;").replace("<", "&lt;")
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def _plan(view: Timeline, span: str, chosen: int, drag: tuple[ActionBar, float, int] | None) -> StripPlan:
    first, days = _days(view, span)
    last, near = first + timedelta(days), days <= MOST_SINGLE_DAYS
    nothing = _("Nothing is planned from {first} to {last}.")
    return StripPlan(
        view=view,
        actions=view.actions(),
        first=first,
        days=days,
        holidays=public_holidays(view.department, first, last) if near else (),
        school=school_holidays(view.department, first, last) if near else (),
        language=language(),
        today_words=_("today, {day}").format(day=day_date(view.today, language())),
        school_words=_("school holidays"),
        hidden_words=lambda count: ngettext("+{count} not shown", "+{count} not shown", count).format(count=count),
        chosen=chosen,
        moved=(drag[0].action.id, drag[2]) if drag else None,
        empty_words=nothing.format(first=day_date(first, language()), last=day_date(last - timedelta(1), language())),
        later_words=_("After the hundred days"),
        near=0 if near else LAST_DAY + 1,
        share=HUNDRED_SHARE,
    )


def _days(view: Timeline, span: str) -> tuple[date, int]:
    """Return the first day shown, and how many."""
    if span == FORTNIGHT:
        return view.today - timedelta(3), 17
    if span == MANDATE:
        return view.day_zero, (mandate_end(view.day_zero) - view.day_zero).days
    if view.phase == "after":  # what was planned again is ahead, and all that was is in the mandate
        return view.today - timedelta(BEHIND), LAST_DAY + 1
    return view.day_zero, LAST_DAY + 1
