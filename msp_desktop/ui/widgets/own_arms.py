"""The mark of a commune that has given no coat of arms or logo: a shield of its own, always the same, like no real one."""

from __future__ import annotations

import zlib
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

#: Ground and figure, dark on light or light on dark in both themes; the shield's edge.
_TINCTURES = (
    ("#2A547D", "#F2C94C"), ("#7A2B33", "#F4EBDD"), ("#2B6B3F", "#F2C94C"), ("#3E4A6B", "#E9DFC8"),
    ("#0E5A60", "#F4EBDD"), ("#F2C94C", "#7A2B33"), ("#F4EBDD", "#2A547D"), ("#6B3F6B", "#F2C94C"),
    ("#8A5A1E", "#F4EBDD"), ("#F4EBDD", "#2B6B3F"),
)  # fmt: skip
_EDGE = "#1E2A2D"
#: A square of this side is what the figures are given in.
_SIDE = 24.0


def own_mark(name: str, department: str) -> str:
    """Return what a commune's mark is made from."""
    return f"{name}|{department}"


@lru_cache(maxsize=64)
def own_arms(mark: str, side: int, ratio: float) -> QPixmap:
    """Return the shield of a commune that has none, `side` pixels high."""
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side * ratio / _SIDE, side * ratio / _SIDE)
    number = zlib.crc32(mark.encode("utf-8", "replace"))
    ground, figure = _TINCTURES[number % len(_TINCTURES)]
    shield = _shield()
    painter.fillPath(shield, QColor(ground))
    painter.setClipPath(shield)
    painter.fillPath(_FIGURES[number // len(_TINCTURES) % len(_FIGURES)], QColor(figure))
    painter.setClipping(False)
    painter.setPen(QPen(QColor(_EDGE), 1.1))
    painter.drawPath(shield)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(3.5, 2))
    path.lineTo(20.5, 2)
    path.lineTo(20.5, 13)
    path.cubicTo(20.5, 18, 16.5, 20.5, 12, 22.5)
    path.cubicTo(7.5, 20.5, 3.5, 18, 3.5, 13)
    path.closeSubpath()
    return path


def _shape(*corners: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path


def _boxes(*boxes: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    for box in boxes:
        path.addRect(QRectF(*box))
    return path.simplified()


def _discs(*centres: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    for x, y in centres:
        path.addEllipse(QPointF(x, y), 2.3, 2.3)
    return path


#: A cross, a band, a chevron, a fess, a chief, half, quarters, three discs, bars, a lozenge.
_FIGURES = (
    _boxes((10, 0, 4, 24), (0, 8.5, 24, 4)),
    _shape((0, 1), (5, 1), (24, 17), (24, 22), (20, 22), (0, 6)),
    _shape((3, 17.5), (12, 8.5), (21, 17.5), (21, 21.5), (12, 12.5), (3, 21.5)),
    _boxes((0, 8.5, 24, 6)),
    _boxes((0, 0, 24, 8)),
    _boxes((12, 0, 12, 24)),
    _boxes((0, 0, 12, 11.5), (12, 11.5, 12, 13)),
    _discs((8, 7.5), (16, 7.5), (12, 15)),
    _boxes((6.5, 0, 3, 24), (14.5, 0, 3, 24)),
    _shape((12, 5), (17, 12), (12, 19), (7, 12)),
)
