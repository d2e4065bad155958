"""Short lines drawn straight on a page: only glyphs of one face, never wider than their place."""

from __future__ import annotations

from collections.abc import Sequence

from msp_desktop.documents import fonts
from msp_desktop.documents.text import normalised


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


def fitted(text: str, face: str, points: float, room: float) -> tuple[str, float]:
    """Return the text cut with « … » to fit, and its width; what the face lacks is shown as « ? »."""
    known = fonts.characters(face)
    text = "".join(c if ord(c) in known else "?" for c in normalised(text).replace("\n", " "))
    if fonts.width(text, face, points) > room:
        while text and fonts.width(text + "…", face, points) > room:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text, fonts.width(text, face, points)
