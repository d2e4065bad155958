"""One square a line, condition by condition, today and at the last review: read in black and white too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.domain.conditions import Rating
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap

#: In pixels at 100 %: a row, the heads, the names, the largest square, the room before the earlier squares.
_ROW, _HEAD, _NAMES, _SIDE, _GAP, _LEGEND = 31, 24, 106, 22, 18, 30
#: How much smaller the earlier squares are, and the room between squares.
_SMALL, _BETWEEN = 0.58, 3


class SquareRow(Struct, frozen=True):
    """A condition's name and its ratings, from the most to the least, today and at the last review."""

    name: str
    now: tuple[Rating, ...]
    before: tuple[Rating, ...] = ()


class Squares(Struct, frozen=True):
    """The whole picture: the words over its two columns, its rows, and the words of the marks that stand in it."""

    today: str
    earlier: str
    rows: tuple[SquareRow, ...]
    legend: tuple[tuple[Rating, str], ...]


class SquaresView(QWidget):
    """Paint the squares; the accessible name is the finding, the description says each row in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._squares = Squares("", "", (), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_squares(self, squares: Squares, finding: str, said: Sequence[str]) -> None:
        """Show a picture, with what it says in words for those who do not see it."""
        self._squares = squares
        self.setAccessibleName(finding)
        self.setAccessibleDescription("\n".join(said))
        self.updateGeometry()
        self.update()

    def _side(self) -> float:
        """Return the side of a square that leaves room for the longest row, today's and the earlier one's."""
        most = max((len(row.now) for row in self._squares.rows), default=1)
        both = bool(self._squares.earlier)
        between = most * _BETWEEN * (1 + both)
        room = self.width() - theme().px(_NAMES) - theme().px(_GAP) * both - between
        return max(6.0, min(float(theme().px(_SIDE)), room / (most * (1 + _SMALL * both))))

    @override
    def sizeHint(self) -> QSize:
        rows = len(self._squares.rows)
        return QSize(theme().px(260), theme().px(_HEAD + rows * _ROW + _LEGEND))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, side = theme(), self._side()
        left, small = now.px(_NAMES), side * _SMALL
        most = max((len(row.now) for row in self._squares.rows), default=1)
        earlier = left + most * (side + _BETWEEN) + now.px(_GAP)
        painter.setFont(now.font(0.9))
        painter.setPen(now.color("ink2"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(left, 0, earlier - left, now.px(_HEAD)), middle, self._squares.today)
        painter.drawText(QRectF(earlier, 0, self.width() - earlier, now.px(_HEAD)), middle, self._squares.earlier)
        for number, row in enumerate(self._squares.rows):
            top = now.px(_HEAD) + number * now.px(_ROW)
            painter.setFont(now.font())
            painter.setPen(now.color("ink"))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(QRectF(0, top, left - 10, now.px(_ROW)), right, row.name)
            centre = top + now.px(_ROW) / 2
            for place, rating in enumerate(row.now):
                _square(painter, QRectF(left + place * (side + _BETWEEN), centre - side / 2, side, side), rating)
            for place, rating in enumerate(row.before):
                _square(painter, QRectF(earlier + place * (small + _BETWEEN), centre - small / 2, small, small), rating)
        self._legend(painter)
        painter.end()

    def _legend(self, painter: QPainter) -> None:
        now = theme()
        side, top = now.px(12), self.height() - now.px(_LEGEND) / 2
        x = 0.0
        painter.setFont(now.font(0.9))
        for rating, words in self._squares.legend:
            _square(painter, QRectF(x, top - side / 2, side, side), rating)
            painter.setPen(now.color("ink2"))
            width = painter.fontMetrics().horizontalAdvance(words)
            middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(QRectF(x + side + 6, top - side, width + 4, 2 * side), middle, words)
            x += side + 6 + width + now.px(14)


def _square(painter: QPainter, box: QRectF, rating: Rating) -> None:
    now = theme()
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.fillRect(box, now.color("done" if rating is Rating.DONE else "paper"))
    if rating is Rating.DONE:
        side = round(box.width() * 0.68)
        if side >= 10:
            offset = (box.width() - side) / 2
            painter.drawPixmap(
                round(box.x() + offset), round(box.y() + offset), side, side, pixmap("check", "paper", 16)
            )
        return
    if rating is Rating.PARTLY:
        painter.fillRect(inner, QBrush(now.color("accent"), Qt.BrushStyle.BDiagPattern))
    pen = QPen(now.color("accent" if rating is Rating.PARTLY else "edge"), 1)
    if rating is Rating.NONE:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(inner)
