"""Small drawing helpers: hatching, diamonds, and lines of words that fit their place."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm

from msp_desktop.documents import bidi, fonts, style
from msp_desktop.documents.tagging.canvas import REPLACED
from msp_desktop.documents.text import LONGEST, face_runs, normalised

_HATCH_STEP = 1.5 * mm
#: Where a line may be cut, and what is left out before « … ».
_PARTING = " -"
_BEFORE_DOTS = " ,;:.-–·(\u00a0\u202f"


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
    face = fonts.BOLD if bold else fonts.REGULAR
    line = fitted(text, face, size, room)
    canvas.setFillColor(colour)
    start = x - line.width if align == "right" else x - line.width / 2 if align == "center" else x
    line.draw(canvas, start, y, size)
    return line.width


class Line(Struct, frozen=True):
    """A line to draw: its runs (text, face) in visual order, and its width in points."""

    runs: tuple[tuple[str, str], ...]
    width: float

    def draw(self, canvas: Any, x: float, y: float, points: float) -> None:
        """Draw it from `x`, on the base line `y`."""
        for words, face in self.runs:
            canvas.setFont(face, points)
            canvas.drawString(x, y, words)
            x += fonts.width(words, face, points)


def fitted(text: str, face: str, points: float, room: float) -> Line:
    """Return a text on one line, cut after a word with « … » to fit; « ▯ » stands for what no face has.

    Only a word longer than the place is cut inside.
    """
    text = normalised(text[:LONGEST]).replace("\n", " ") + ("…" if len(text) > LONGEST else "")
    line = _line(text, face, points)
    if line.width <= room:
        return line
    # No page shows more than its width in letters of a tenth of their height: the rest is not even measured.
    most = min(len(text), int(room / points * 10) + 1)

    def cut(length: int) -> Line:
        return _line(f"{text[:length].rstrip()}…", face, points)

    length = bisect_left(range(1, most), True, key=lambda length: cut(length).width > room)
    word = _whole_words(text, length)
    return _line(f"{word}…", face, points) if word else cut(length)


def _whole_words(text: str, length: int) -> str:
    """Return the words of a text that end within a length, without the sign that would stand before « … »."""
    if text[length : length + 1].isspace():
        return text[:length].rstrip(_BEFORE_DOTS)
    return text[: max(text.rfind(space, 0, length) for space in _PARTING) + 1].rstrip(_BEFORE_DOTS)


def _line(text: str, face: str, points: float) -> Line:
    text = bidi.STRETCH.sub(lambda stretch: bidi.visual(stretch[0]), text)
    faces = {"text": face, "fallback": fonts.FALLBACK, "missing": fonts.FALLBACK}
    found = face_runs(text, fonts.characters(face), fonts.characters(fonts.FALLBACK))
    runs = tuple((REPLACED if kind == "missing" else words, faces[kind]) for words, kind in found)
    return Line(runs, sum(fonts.width(words, own, points) for words, own in runs))
