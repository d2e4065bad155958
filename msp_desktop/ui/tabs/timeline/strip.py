"""The strip of the hundred days, drawn by us so that it is sharp at any size."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
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
from msp_desktop.domain.schedule import LAST_DAY, Timeline, mandate_end
from msp_desktop.domain.strip import LANES, Layout, Placed, bar_dates, lay_out
from msp_desktop.formats.quick import day_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.tabs.timeline.strip_painter import draw
from msp_desktop.ui.tabs.timeline.strip_scene import AXIS, BAND, FOOT, LANE, SPACE, Scene, day_width
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes

FORTNIGHT, HUNDRED, MANDATE = "fortnight", "hundred", "mandate"


class Strip(QWidget):
    """Show the actions over time; emit `chosen(id)`, and `moved(id, days)` when a bar was dragged."""

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
        self._layout = Layout((), 0)
        self._drag: tuple[Placed, float, int] | None = None
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
            self.update()

    # --- measures ----------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setFixedHeight(theme().px(AXIS + BAND + SPACE + LANES * LANE + FOOT) + 2)
        self._small = theme().font(0.9)
        self._small_bold = theme().font(0.9, bold=True)
        self._metrics = QFontMetricsF(self._small_bold)
        self._place()

    def _place(self) -> None:
        if self._view is None:
            return
        first, days = _days(self._view, self._span)
        width = self._metrics.horizontalAdvance
        day = day_width(self.width(), days)
        self._layout = lay_out(self._view.actions(), first, days, day, width, theme().scale)
        self.update()

    def _scene(self) -> Scene | None:
        if self._view is None:
            return None
        first, days = _days(self._view, self._span)
        return Scene(
            self._view,
            self._layout,
            first,
            days,
            self.width(),
            self.height(),
            self._small,
            self._small_bold,
            self._metrics,
            self._selected,
            self.hasFocus(),
            (self._drag[0].action.id, self._drag[2]) if self._drag else None,
        )

    def _at(self, point: QPointF) -> Placed | None:
        scene = self._scene()
        return scene.at(point) if scene is not None else None

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
        scene = self._scene()
        if scene is not None:
            painter = QPainter(self)
            draw(painter, scene)
            painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        order = [placed.action.id for placed in self._layout.placed]
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
        placed = self._at(event.position())
        if placed is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(placed.action.id)
            if placed.action.is_open:
                self._drag = (placed, event.position().x(), 0)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scene = self._scene()
        if self._drag is not None and scene is not None:
            placed, start, _before = self._drag
            self._drag = (placed, start, round((event.position().x() - start) / scene.day_width()))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            placed, _start, days = self._drag
            self._drag = None
            self.update()
            if days:
                self.moved.emit(placed.action.id, days)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self._at(QPointF(event.pos()))
            if placed is not None:
                dates = bar_dates(placed.action)
                when = day_date(dates[1], language()) if dates else ""
                # A tool tip guesses rich text: a title that looks like markup is shown as typed.
                words = f"{placed.action.title} – {when}".replace("&", "&amp;").replace("<", "&lt;")
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def _days(view: Timeline, span: str) -> tuple[date, int]:
    """Return the first day shown, and how many."""
    if span == FORTNIGHT:
        return view.today - timedelta(3), 17
    if span == MANDATE:
        return view.day_zero, (mandate_end(view.day_zero) - view.day_zero).days
    return view.day_zero, LAST_DAY + 1
