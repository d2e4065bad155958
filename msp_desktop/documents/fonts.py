"""The bundled faces: the text face in three cuts, and the fallback for what it lacks."""

from __future__ import annotations

from functools import cache

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from msp_desktop.paths import resource

REGULAR = "CentJours"
BOLD = "CentJours-Gras"
ITALIC = "CentJours-Italique"
FALLBACK = "CentJours-Repli"

_FILES = {
    REGULAR: "CentJoursTexte-Regular.ttf",
    BOLD: "CentJoursTexte-SemiBold.ttf",
    ITALIC: "CentJoursTexte-Italic.ttf",
    FALLBACK: "CentJoursRepli.ttf",
}


@cache
def register() -> None:
    """Make the faces known to ReportLab, once, and keep Helvetica out of every document."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    for bold, italic, name in ((0, 0, REGULAR), (1, 0, BOLD), (0, 1, ITALIC), (1, 1, BOLD)):
        addMapping(REGULAR, bold, italic, name)
    for name in (BOLD, ITALIC, FALLBACK):
        for bold in (0, 1):
            for italic in (0, 1):
                addMapping(name, bold, italic, name)
    rl_config.canvas_basefontname = REGULAR


@cache
def characters(face: str) -> frozenset[int]:
    """Return the code points that a face can draw."""
    register()
    return frozenset(pdfmetrics.getFont(face).face.charToGlyph)


def width(text: str, face: str, size: float) -> float:
    """Return the width of a text in points."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))
