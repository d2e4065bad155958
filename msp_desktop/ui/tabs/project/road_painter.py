"""Paint the marks of the road on the screen, in the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from msp_desktop.domain.road_marks import Band, Milestone, RoadMark, StageBar, Waiting
from msp_desktop.domain.strip_marks import Label, Rule, Tag
from msp_desktop.ui.theme import theme

#: The tokens of words, by the tone of their mark.
_TONES = {"stage1": "p1_ink", "stage2": "p2_ink", "stage3": "p3_ink", "waits": "p3_ink", "soft": "ink2"}


def paint_road(painter: QPainter, marks: Sequence[RoadMark], fonts: tuple[QFont, QFont], *, focused: bool) -> None:
    """Paint the marks in their order; the stage chosen has the accent's frame where the keyboard is in the picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        if isinstance(mark, Rule):
            token = "ink" if mark.tone == "today" else "line"
            painter.setPen(QPen(theme().color(token), mark.weight))
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        elif isinstance(mark, Label):
            _write(painter, mark, fonts)
        elif isinstance(mark, Tag):
            _tag(painter, mark, fonts)
        elif isinstance(mark, StageBar):
            _bar(painter, mark, focused=focused)
        elif isinstance(mark, Milestone):
            painter.setPen(QPen(theme().color("accent"), 1.2))
            painter.setBrush(theme().color("accent" if mark.filled else "paper"))
            half = mark.half
            points = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(mark.x, mark.y) + point for point in points]))
        elif isinstance(mark, Waiting):
            _waiting(painter, mark)
        elif isinstance(mark, Band):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("wash2"))
            painter.drawRoundedRect(QRectF(mark.x, mark.y, mark.width, mark.height), 4, 4)


def _write(painter: QPainter, mark: Label, fonts: tuple[QFont, QFont]) -> None:
    painter.setFont(fonts[mark.bold])
    text = mark.text
    if mark.room < 1e5:
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(mark.room) + 1)
    wide, high = painter.fontMetrics().horizontalAdvance(text), painter.fontMetrics().height()
    if mark.tone in ("ink", "waits"):
        # A year's line would strike the words through.
        painter.fillRect(QRectF(mark.x - 2, mark.y - high / 2, wide + 4, high), theme().color("wash"))
    painter.setPen(theme().color(_TONES.get(mark.tone, mark.tone)))
    painter.drawText(QRectF(mark.x, mark.y - high, 4000, 2 * high), int(Qt.AlignmentFlag.AlignVCenter), text)


def _tag(painter: QPainter, mark: Tag, fonts: tuple[QFont, QFont]) -> None:
    box = QRectF(mark.x, mark.y, mark.width, mark.height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("ink"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme().color("paper"))
    painter.setFont(fonts[False])
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark.text)


def _bar(painter: QPainter, mark: StageBar, *, focused: bool) -> None:
    number = min(mark.number, 3)
    ink = theme().color(f"p{number}_ink")
    pen = QPen(theme().color("accent") if mark.chosen and focused else ink, 2.2 if mark.chosen else 1.3)
    if mark.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme().color("paper" if mark.dashed else f"p{number}"))
    painter.drawRoundedRect(QRectF(mark.x + 0.5, mark.y + 0.5, mark.width - 1, mark.height - 1), 5, 5)


def _waiting(painter: QPainter, mark: Waiting) -> None:
    painter.setPen(QPen(theme().color("p3_ink"), 1.4))
    painter.setBrush(theme().color("wash"))
    painter.drawEllipse(QPointF(mark.x, mark.y), mark.half, mark.half)
    painter.drawLine(QPointF(mark.x - mark.half * 0.5, mark.y), QPointF(mark.x + mark.half * 0.5, mark.y))
