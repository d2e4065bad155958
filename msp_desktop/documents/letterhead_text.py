"""Short lines drawn straight on a page: only glyphs of one face, never wider than their place."""

from __future__ import annotations

from msp_desktop.documents import fonts
from msp_desktop.documents.text import normalised


def fitted(text: str, face: str, points: float, room: float) -> tuple[str, float]:
    """Return the text cut with « … » to fit, and its width; what the face lacks is shown as « ? »."""
    known = fonts.characters(face)
    text = "".join(c if ord(c) in known else "?" for c in normalised(text).replace("\n", " "))
    if fonts.width(text, face, points) > room:
        while text and fonts.width(text + "…", face, points) > room:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text, fonts.width(text, face, points)
