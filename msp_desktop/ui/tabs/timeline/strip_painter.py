"""Paint the strip's marks on the screen: sharp at any size, in the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.schedule import ActionView
from msp_desktop.domain.strip_marks import ActionBar, Label, Link, Rule, Shade, StripFrame, StripMark, Tag
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap

#: The usual font, and the bold one.
Fonts = tuple[QFont, QFont]


def paint_strip(
    painter: QPainter, marks: Sequence[StripMark], frame: StripFrame, fonts: Fonts, *, focused: bool
) -> None:
    """Paint the marks on a sheet with rounded corners, in the accent's colour where the keyboard is in it."""
    width = frame.width + 2
    painter.fillRect(QRectF(0, frame.axis, width, frame.height - frame.axis), theme().color("paper"))
    for mark in marks:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not _straight(mark))
        _paint(painter, mark, fonts)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("accent" if focused else "line"), 2 if focused else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0.5, frame.axis + 0.5, width - 1, frame.height - frame.axis - 0.5), 6, 6)


def _straight(mark: StripMark) -> bool:
    return isinstance(mark, Rule) or (isinstance(mark, Shade) and not mark.outlined)


def _paint(painter: QPainter, mark: StripMark, fonts: Fonts) -> None:
    if isinstance(mark, Shade):
        _shade(painter, mark)
    elif isinstance(mark, Rule):
        painter.setPen(QPen(theme().color(mark.tone), mark.weight))
        painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
    elif isinstance(mark, Label):
        painter.setFont(fonts[mark.bold])
        painter.setPen(theme().color(mark.tone))
        _write(painter, mark.x, mark.y, mark.text, mark.room)
    elif isinstance(mark, Tag):
        box = QRectF(mark.x, mark.y, mark.width, mark.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("ink"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme().color("paper"))
        painter.setFont(fonts[True])
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark.text)
    elif isinstance(mark, ActionBar):
        _action(painter, mark)
        _name(painter, mark, fonts)
    else:
        _link(painter, mark)


def _shade(painter: QPainter, mark: Shade) -> None:
    box = QRectF(mark.x, mark.y, mark.width, mark.height)
    if not mark.outlined:
        painter.fillRect(box, theme().color(mark.tone))
        return
    painter.setPen(theme().color("line"))
    painter.setBrush(theme().color(mark.tone))
    painter.drawRoundedRect(box, 4, 4)


def _link(painter: QPainter, mark: Link) -> None:
    painter.setPen(QPen(theme().color("accent"), 1.3))
    painter.setBrush(theme().color("accent"))
    points = [QPointF(*point) for point in mark.points]
    before, tip = points[-2:]
    painter.drawEllipse(points[0], 2, 2)
    painter.drawPolyline(QPolygonF(points))
    last = QLineF(tip, before)  # it arrives from the left, from above or from below
    last.setLength(6)
    back, across = last.p2() - tip, last.normalVector()
    across.setLength(3.5)
    side = across.p2() - across.p1()
    painter.drawPolygon(QPolygonF([tip, tip + back - side, tip + back + side]))


def _action(painter: QPainter, mark: ActionBar) -> None:
    action, bar = mark.action, QRectF(mark.x, mark.y, mark.width, mark.height)
    pen = QPen(theme().color("accent"), 2.2) if mark.chosen else QPen(_ink(action), 1.1)
    painter.setPen(pen)
    painter.setBrush(theme().color(_fill(action)))
    if mark.one_day:
        _diamond(painter, bar.center(), bar.height() / 2)
        return
    painter.drawRoundedRect(bar, 4, 4)
    if mark.reached:
        painter.save()
        painter.setClipRect(QRectF(bar.left(), bar.top(), mark.reached - bar.left(), bar.height()))
        painter.setBrush(theme().color(f"p{action.phase}"))
        painter.drawRoundedRect(bar, 4, 4)
        painter.restore()
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar, 4, 4)
    if mark.late_until:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme().color("late"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(QRectF(bar.right(), bar.top() + 1, mark.late_until - bar.right(), bar.height() - 2))
    if mark.meets:
        half = bar.height() / 2 - 1.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ink(action))
        _diamond(painter, QPointF(bar.right() - half, bar.center().y()), half)


def _diamond(painter: QPainter, middle: QPointF, half: float) -> None:
    points = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
    painter.drawPolygon(QPolygonF([middle + point for point in points]))


def _name(painter: QPainter, mark: ActionBar, fonts: Fonts) -> None:
    if not mark.text:
        return
    action, x = mark.action, mark.label_x
    glyph = "late" if action.is_late else "check" if action.state is ActionState.DONE else ""
    painter.setFont(fonts[mark.chosen or action.is_late])
    if glyph:
        size = theme().px(13)
        picture = pixmap(glyph, "late" if action.is_late else "done", 13)
        painter.drawPixmap(QPointF(x, mark.middle - size / 2), picture)
        x += theme().px(17)
    painter.setPen(theme().color("late" if action.is_late else "accent" if mark.chosen else "ink"))
    _write(painter, x, mark.middle, mark.text, mark.label_x + mark.label_width - x)


def _write(painter: QPainter, x: float, y: float, text: str, room: float = 1e6) -> None:
    """Write one line centred on a height, cut with « … » beyond its room."""
    if room < 1e5:
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))
    high = painter.fontMetrics().height()
    painter.drawText(QRectF(x, y - high, 4000, 2 * high), int(Qt.AlignmentFlag.AlignVCenter), text)


def _ink(action: ActionView) -> QColor:
    if action.is_late:
        return theme().color("late")
    return theme().color("done" if action.state is ActionState.DONE else f"p{action.phase}_ink")


def _fill(action: ActionView) -> str:
    if action.is_late:
        return "late_wash"
    return "done_wash" if action.state is ActionState.DONE else "paper"
