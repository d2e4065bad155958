"""Small drawing helpers of charts: hatching, diamonds, labels that fit."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm

from msp_desktop.documents import fonts, style

_HATCH_STEP = 1.5 * mm


def bar(canvas: Any, x: float, y: float, width: float, height: float, kind: str = "solid") -> None:
    """Draw a bar: « solid » (certain, done), « hatched » (possible, under way) or « empty » (to do)."""
    canvas.saveState()
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    canvas.setFillColor(style.TEAL)
    if kind == "hatched":
        hatch(canvas, x, y, width, height)
    canvas.rect(x, y, width, height, stroke=1, fill=int(kind == "solid"))
    canvas.restoreState()


def hatch(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    """Fill a rectangle with lines at 45°, 1.5 mm apart."""
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setStrokeColor(style.TEAL)
    canvas.setLineWidth(0.7)
    start = x - height
    while start < x + width:
        canvas.line(start, y, start + height, y + height)
        start += _HATCH_STEP
    canvas.restoreState()


def diamond(canvas: Any, x: float, y: float, half: float, *, filled: bool) -> None:
    """Draw a diamond around a point: a meeting or a milestone."""
    path = canvas.beginPath()
    path.moveTo(x, y + half)
    for point in ((x + half, y), (x, y - half), (x - half, y)):
        path.lineTo(*point)
    path.close()
    canvas.setStrokeColor(style.INK)
    canvas.setFillColor(style.INK if filled else style.PAPER)
    canvas.setLineWidth(0.9)
    canvas.drawPath(path, stroke=1, fill=1)


def label(
    canvas: Any,
    x: float,
    y: float,
    text: str,
    *,
    size: float = 9,
    bold: bool = False,
    room: float = 1e6,
    align: str = "left",
    colour: Any = style.INK,
) -> float:
    """Draw one line of typed text, cut with « … » beyond `room` points, and return its width."""
    from msp_desktop.documents.letterhead_text import fitted

    face = fonts.BOLD if bold else fonts.REGULAR
    line = fitted(text, face, size, room)
    canvas.setFillColor(colour)
    start = x - line.width if align == "right" else x - line.width / 2 if align == "center" else x
    line.draw(canvas, start, y, size)
    return line.width
