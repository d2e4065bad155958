"""Short lines drawn straight on a page, never wider than their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from msp_desktop.documents import bidi, fonts
from msp_desktop.documents.tagging.canvas import REPLACED
from msp_desktop.documents.text import face_runs, normalised


def filled(
    lines: Sequence[str], face: str, sizes: Sequence[float], room: float, *, most: int
) -> tuple[list[str], float]:
    """Return the lines, each cut at spaces into as many as it takes, and the largest of the sizes at which they hold.

    `most` is how many lines there is place for; even at the smallest size, what is beyond it is lost.
    """
    found: list[str] = []
    points = sizes[-1]
    for points in sizes:
        found = [part for line in lines for part in _parts(line, face, points, room)]
        if len(found) <= most:
            break
    return found[:most], points


def _parts(line: str, face: str, points: float, room: float) -> list[str]:
    parts = [""]
    for word in normalised(line).split(" "):
        longer = f"{parts[-1]} {word}".strip()
        if parts[-1] and fonts.width(longer, face, points) > room:
            parts.append(word)
        else:
            parts[-1] = longer
    return [part for part in parts if part]


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
    """Return a text on one line, cut with « … » to fit; « ▯ » stands for what no face has."""
    text = normalised(text).replace("\n", " ")
    line = _line(text, face, points)
    while line.width > room and text:
        text = text[:-1]
        line = _line(f"{text.rstrip()}…", face, points)
    return line


def _line(text: str, face: str, points: float) -> Line:
    text = bidi.STRETCH.sub(lambda stretch: bidi.visual(stretch[0]), text)
    faces = {"text": face, "fallback": fonts.FALLBACK, "missing": fonts.FALLBACK}
    found = face_runs(text, fonts.characters(face), fonts.characters(fonts.FALLBACK))
    runs = tuple((REPLACED if kind == "missing" else words, faces[kind]) for words, kind in found)
    return Line(runs, sum(fonts.width(words, own, points) for words, own in runs))
