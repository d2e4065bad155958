"""What the strip shows and where: days to pixels, bars, what lies under the mouse."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
)

from msp_desktop.domain.schedule import Timeline
from msp_desktop.domain.strip import Layout, Placed
from msp_desktop.ui.theme import theme

#: Measures at 100 %, in pixels.
AXIS, BAND, SPACE, LANE, BAR, FOOT = 22, 26, 6, 23, 17, 22


class Scene(Struct, frozen=True):
    """All that is drawn; `moved` is the action being dragged and by how many days."""

    view: Timeline
    layout: Layout
    first: date
    days: int
    width: int
    height: int
    small: QFont
    small_bold: QFont
    metrics: QFontMetricsF
    selected: int = 0
    focused: bool = False
    moved: tuple[int, int] | None = None

    def day_width(self) -> float:
        """Return the width of a day, in pixels."""
        return day_width(self.width, self.days)

    def x(self, day: date) -> float:
        """Return where a day begins, in pixels, never outside the strip."""
        return 1 + min(max((day - self.first).days, 0), self.days) * self.day_width()

    def bar(self, placed: Placed) -> QRectF:
        """Return an action's bar, where it is dragged to."""
        shift = self.moved[1] * self.day_width() if self.moved and self.moved[0] == placed.action.id else 0
        high = theme().px(BAR)
        lane = theme().px(AXIS + BAND + SPACE + placed.lane * LANE)
        return QRectF(1 + placed.x + shift, lane + (theme().px(LANE) - high) / 2, placed.width, high)

    def at(self, point: QPointF) -> Placed | None:
        """Return the action under a point, on its bar or its words."""
        for placed in self.layout.placed:
            bar = self.bar(placed)
            label = QRectF(1 + placed.label_x, bar.top(), placed.label_width, bar.height())
            if bar.adjusted(-2, -2, 2, 2).contains(point) or label.contains(point):
                return placed
        return None


def day_width(width: int, days: int) -> float:
    """Return the width of a day where a strip of so many pixels shows so many."""
    return (width - 2) / days
