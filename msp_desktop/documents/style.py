"""Colours, measures and paragraph styles of the printed documents: the only place that says them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from msp_desktop.documents import fonts

INK = HexColor("#1B1F1E")
SOFT = HexColor("#343B39")
TEAL = HexColor("#0B4648")
LINE = HexColor("#3F4644")
HAIR = HexColor("#79827F")
WASH = HexColor("#DEE3E1")
PALE = HexColor("#EDF0EF")
PAPER = HexColor("#FFFFFF")

# Measures in points; the comments say millimetres from the left or the top of the sheet.
LEFT = 22 * mm
AXIS = 70 * mm  # the one axis: titles and text
RIGHT = 190 * mm
HANG = 3 * mm  # rules and washes go this far out of the text
MARGIN_COLUMN = AXIS - LEFT  # 48: 44 and a gutter of 4
TEXT_WIDTH = RIGHT - LEFT  # 168
AXIS_WIDTH = RIGHT - AXIS  # 120

# Rules, in points.
SECTION_RULE, TABLE_RULE, ITEM_RULE, ROW_RULE = 1.2, 0.9, 0.5, 0.4

#: Spacing is multiplied by this when a last page would be nearly empty.
TIGHTER = 0.95
_density: ContextVar[float] = ContextVar("density", default=1.0)


def density() -> float:
    """Return what leading is multiplied by in the document being made: 1, or a little less."""
    return _density.get()


def air() -> float:
    """Return what empty space is multiplied by: letters keep their size, so that it takes most of the tightening."""
    return density() ** 3


@contextmanager
def tightened(value: float) -> Iterator[None]:
    """Have every style and every space made meanwhile be as dense as told."""
    before = _density.set(value)
    try:
        yield
    finally:
        _density.reset(before)


def _style(name: str, size: float, leading: float, face: str = fonts.REGULAR, **options: Any) -> ParagraphStyle:
    options.setdefault("textColor", INK)
    return ParagraphStyle(
        name, fontName=face, fontSize=size, leading=leading, bulletFontName=face, splitLongWords=1,
        allowWidows=0, allowOrphans=0, uriWasteReduce=0.3, embeddedHyphenation=2, **options,
    )  # fmt: skip


@cache
def styles() -> dict[str, ParagraphStyle]:
    """Return the paragraph styles by name (made once the faces are known)."""
    fonts.register()
    bold, italic = fonts.BOLD, fonts.ITALIC
    made = [
        _style("title", 20, 24, bold, keepWithNext=1),
        _style("subtitle", 14, 18, keepWithNext=1),
        _style("intro", 11, 14.5, spaceBefore=8),
        _style("lead", 12, 16, bold),
        _style("key", 24, 28, bold),
        _style("band_main", 18, 21, bold),
        _style("band_place", 15, 19, bold),
        _style("band_name", 12, 15, bold),
        _style("band_small", 10, 13, textColor=SOFT),
        _style("day", 10, 13),
        _style("day_number", 14, 17, bold),
        _style("today", 10, 13, textColor=PAPER),
        _style("today_number", 14, 17, bold, textColor=PAPER),
        _style("town", 10, 13, bold, alignment=2, textColor=TEAL),
        _style("figure_title", 14, 18, bold, keepWithNext=1, spaceBefore=6),
        _style("section", 12.5, 16, bold, textColor=TEAL, keepWithNext=1),
        _style("clock", 14, 17, bold),
        _style("margin", 9.5, 12.5, textColor=SOFT),
        _style("item", 12, 15.5, bold, keepWithNext=1),
        _style("text", 11, 14.5),
        _style("text_bold", 11, 14.5, bold),
        _style("dense", 10.5, 14),
        _style("dense_bold", 10.5, 14, bold, keepWithNext=1),
        _style("quote", 12, 16.5, italic),
        _style("italic", 10.5, 14, italic),
        _style("cell", 10, 13),
        _style("cell_bold", 10, 13, bold),
        _style("cell_right", 10, 13, alignment=2),
        _style("cell_center", 10, 13, alignment=1),
        _style("cell_center_bold", 10, 13, bold, alignment=1),
        _style("group", 10.5, 13.5, textColor=TEAL),
        _style("head", 10, 13, bold),
        _style("head_right", 10, 13, bold, alignment=2),
        _style("scale", 9, 13, bold, alignment=1),
        _style("chip_full", 9.5, 12, bold, textColor=PAPER, alignment=1),
        _style("chip_frame", 9.5, 12, alignment=1),
        _style("chip_bare", 9.5, 12),
        _style("name_under", 9.5, 11.8, spaceBefore=1.5),
        _style("legend", 9, 13.6, textColor=SOFT),
        _style("part_number", 20, 24, bold, textColor=TEAL),
        _style("note", 9, 11.8, textColor=SOFT),
        _style("note_bold", 9, 11.8, bold),
        _style("note_right", 9, 11.8, alignment=2, textColor=SOFT),
        _style("bullet", 11, 14.5, leftIndent=5 * mm, spaceAfter=2.5),
        _style("name", 10, 12.5, leftIndent=4 * mm, spaceAfter=1.5),
        _style("tick", 11, 14.5, leftIndent=7 * mm, spaceAfter=5.5),
        _style("answer", 10.5, 14, leftIndent=6.5 * mm),
        _style("tick_small", 10, 13, leftIndent=6 * mm, spaceBefore=2),
        _style("note_right_bold", 9, 11.8, bold, alignment=2),
        _style("task", 11, 13.5, bold, leftIndent=7 * mm),
    ]
    return {style.name: style for style in made}


@cache
def _dense(name: str, value: float) -> ParagraphStyle:
    loose = styles()[name]
    spaces = {"spaceBefore": loose.spaceBefore * value**3, "spaceAfter": loose.spaceAfter * value**3}
    return ParagraphStyle(name, parent=loose, leading=loose.leading * value, **spaces)


def style(name: str) -> ParagraphStyle:
    """Return one paragraph style, as dense as the document being made."""
    value = density()
    return styles()[name] if value == 1 else _dense(name, value)
