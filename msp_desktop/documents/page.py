"""What surrounds the text on every page: letterhead, running head, footer, private label."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import Struct
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from msp_desktop.documents import fonts, style
from msp_desktop.documents.draw import fitted
from msp_desktop.documents.tagging import Element, Text
from msp_desktop.documents.text import LONGEST, typed
from msp_desktop.formats.french.towns import town_hall
from msp_desktop.formats.pictures import picture

_ARMS = (44 * mm, 22 * mm)
_SMALL_ARMS = (20 * mm, 9 * mm)
#: Sizes of « Mairie de … », the largest that holds.
_NAME_POINTS = (14.0, 12.0, 10.5)
#: Sizes of the letterhead's lines, the smaller ones where a long address would not hold.
_LETTERHEAD_POINTS = (9.0, 8.0, 7.0)
_LETTERHEAD_LEADING = 4.2 * mm
#: How far apart the lines of the foot stand, and the size of what few look for there, in points.
_FOOT_LEADING, _SMALL_PRINT = 4 * mm, 7
PRIVATE_WORDS = "usage personnel, ne pas diffuser"
MODEL_WORDS = "modèle à faire relire"


class Furniture(Struct, frozen=True):
    """What the pages of one document say around its text.

    `arms` is a PNG or JPEG picture; `letterhead` has a few lines (address, telephone, hours); `made_on` is a date in words;
    `heading` stands in place of « Mairie de … » where not the town hall but the commune speaks (an arrêté).
    With `beside_arms`, the title stands beside the arms, where other documents have the lines of their letterhead. `bare`
    is a page of several towns: nobody's head, and `commune` says how many. What is said at the right of a `running` head
    stands on every page, the first one too, in place of the letterhead; `heading` is then at its left. With `body`,
    `commune` is no town but the body that speaks (an intercommunality that employs). `fingerprint` is the beginning of what
    tells the data that the document carries from others.
    """

    title: str
    commune: str
    department: str
    letterhead: tuple[str, ...] = ()
    arms: bytes | None = None
    made_on: str = ""
    sample: bool = False
    model: bool = False
    private: bool = False
    numbered: bool = True
    private_words: str = PRIVATE_WORDS
    beside_arms: bool = False
    heading: str = ""
    insee: str = ""
    bare: bool = False
    running: str = ""
    body: bool = False
    fingerprint: str = ""

    @property
    def author(self) -> str:
        """Return who signs the file: « Mairie de … », nobody where it is of several towns."""
        if self.bare or self.body:
            return "" if self.bare else self.commune
        return town_hall(self.commune, self.insee)

    @property
    def running_name(self) -> str:
        """Return who speaks, at the left of the running head."""
        return (self.heading if self.running else "") or self.commune

    @property
    def running_title(self) -> str:
        """Return what the document is, at the right of the running head."""
        return (self.running or self.title) + (f"\u00a0: {self.private_words}" if self.private else "")

    @property
    def footer_place(self) -> str:
        """Return « document · commune (département) »."""
        place = f"{self.commune} ({self.department})" if self.department not in ("", self.commune) else self.commune
        return _joined(self.title, place)

    @property
    def footer_marks(self) -> str:
        """Return « · exemple », « · modèle à faire relire », which are never cut, or nothing."""
        marks = (
            (self.sample, "exemple"), (self.model, MODEL_WORDS),
            (self.private, self.private_words),
        )  # fmt: skip
        return "".join(f" · {word}" for on, word in marks if on)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


#: Words of four letters that end no name.
_SMALL = frozenset({"avec", "dans", "pour", "sans", "sous", "vers"})


def footer_lines(furniture: Furniture, room: float) -> list[str]:
    """Return what the foot says of the document, on one line where it holds, else on two; `room` in points.

    The département goes first, then what follows a comma in the document's name, then its last words; the marks and the
    town never do.
    """
    marks, words = furniture.footer_marks, furniture.title.split()
    shorter = [furniture.title.partition(",")[0]] if "," in furniture.title else []
    shorter += [_first_words(words[:count]) for count in range(len(words) - 1, 0, -1)]
    places = [furniture.footer_place, _joined(furniture.title, furniture.commune)]
    places += [_joined(name, furniture.commune) for name in shorter]
    for place in places:
        if fonts.width(place + marks, fonts.REGULAR, 9) <= room:
            return [place + marks]
    return [furniture.commune, _joined(marks.removeprefix(" · "), furniture.title)]


def _first_words(words: list[str]) -> str:
    """Return the first words of a name, the small ones left out at its end: « Feuille… »."""
    while len(words) > 1 and (len(words[-1]) < 4 or words[-1] in _SMALL):
        words = words[:-1]
    return " ".join(words).rstrip(",;:\u00a0") + "…"


def size(*, wide: bool) -> tuple[float, float]:
    """Return the sheet's width and height in points."""
    width, height = landscape(A4) if wide else A4
    return float(width), float(height)


def first_top(*, wide: bool, beside_arms: bool = False, bare: bool = False, running: bool = False) -> float:
    """Return where the text starts under the letterhead, in points from the top."""
    if running:
        return float(LATER_TOP)
    return float((15 if bare else 22.5 if beside_arms else 40 if wide else 45) * mm)


LATER_TOP = 33 * mm
BOTTOM = 21 * mm


def first_room(*, wide: bool = False) -> float:
    """Return how high the text of a first page may be, in points."""
    return float(size(wide=wide)[1] - first_top(wide=wide) - BOTTOM)


def draw_first(canvas: Any, furniture: Furniture, *, wide: bool) -> None:
    """Draw the letterhead and the footer of the first page: who writes is text, to be read; the rest is decoration."""
    width, height = size(wide=wide)
    if furniture.running:
        draw_later(canvas, furniture, wide=wide)
        return
    if furniture.bare:
        _draw_footer(canvas, furniture, width)
        return
    with canvas.artifact("Pagination", "Header"):
        _draw_arms(canvas, furniture.arms, style.LEFT, height - 15 * mm, _ARMS)
    right = width - 20 * mm
    label = furniture.private_words if furniture.private else MODEL_WORDS if furniture.model else ""
    name, room = furniture.heading or furniture.author, right - style.AXIS
    beside = room - (fonts.width(label, fonts.BOLD, 9) + 6 * mm if label else 0)
    if label:
        # A long name is not cut for it: the label then stands above.
        top = 15 if fonts.width(name, fonts.BOLD, _NAME_POINTS[1]) <= beside else 8
        _label(canvas, label, right, height - top * mm, black=furniture.private)
        room = beside if top == 15 else room
    points = next((p for p in _NAME_POINTS if fonts.width(name, fonts.BOLD, p) <= room), _NAME_POINTS[-1])
    with canvas.tag(Element("P")):
        _line(canvas, style.AXIS, height - 19.6 * mm, name, fonts.BOLD, points, style.TEAL, style.AXIS + room)
    if not furniture.beside_arms:
        _letterhead(canvas, furniture.letterhead, height - 21.4 * mm, right - style.AXIS, most=4 if wide else 5)
    _draw_footer(canvas, furniture, width)


def _letterhead(canvas: Any, lines: tuple[str, ...], top: float, room: float, *, most: int) -> None:
    """Draw the lines of the letterhead on the axis, as many as it takes, in letters that let them hold.

    Even in the smallest, what is beyond `most` lines is lost.
    """
    left = most * _LETTERHEAD_LEADING
    paragraphs: list[Text] = []
    for points in _LETTERHEAD_POINTS:
        face = ParagraphStyle(
            "letterhead", fontName=fonts.REGULAR, fontSize=points, leading=_LETTERHEAD_LEADING, textColor=style.SOFT,
            splitLongWords=1,
        )  # fmt: skip
        paragraphs = [Text(typed(line[:LONGEST].replace("\n", " ")), face) for line in lines]
        if sum(paragraph.wrap(room, left)[1] for paragraph in paragraphs) <= left + 0.1:
            break
    for paragraph in paragraphs:
        parts = paragraph.split(room, left + 0.1)
        if not parts:
            return
        _width, high = parts[0].wrap(room, left)
        parts[0].drawOn(canvas, style.AXIS, top - high)
        top, left = top - high, left - high


def draw_later(canvas: Any, furniture: Furniture, *, wide: bool) -> None:
    """Draw the running head and the footer of a later page."""
    width, height = size(wide=wide)
    right = width - 20 * mm
    with canvas.artifact("Pagination", "Header"):
        taken = _draw_arms(canvas, furniture.arms, style.LEFT, height - 13 * mm, _SMALL_ARMS)
        left = style.LEFT + (taken + 2.5 * mm if taken else 0)
        title, name = furniture.running_title, furniture.running_name
        room = right - left - 4 * mm - fonts.width(name, fonts.BOLD, 10)
        one_line = fonts.width(title, fonts.REGULAR, 9) <= room
        up, down = (18.6, 18.6) if one_line else (16.6, 21.8)
        named = fitted(title, fonts.REGULAR, 9, right - left)
        canvas.setFillColor(style.SOFT)
        named.draw(canvas, right - named.width, height - down * mm, 9)
        _line(canvas, left, height - up * mm, name, fonts.BOLD, 10, style.TEAL, right)
        _rule(canvas, width, height - 25 * mm)
    _draw_footer(canvas, furniture, width)


def _draw_footer(canvas: Any, furniture: Furniture, width: float) -> None:
    with canvas.artifact("Pagination", "Footer"):
        _rule(canvas, width, 15 * mm)
        right, base = width - 20 * mm, 10.6 * mm
        made = f"établi le {furniture.made_on}" if furniture.made_on else ""
        if furniture.numbered:
            made = _joined(made, f"page {canvas.getPageNumber()} sur ")
            canvas.draw_page_of(right, base, made, fonts.REGULAR, 9, style.SOFT)
            made += "000"  # room for the number of pages, not known yet
        else:
            canvas.setFillColor(style.SOFT)
            canvas.setFont(fonts.REGULAR, 9)
            canvas.drawRightString(right, base, made)
        end = right - fonts.width(made, fonts.REGULAR, 9) - 3 * mm
        lines = footer_lines(furniture, end - style.LEFT)
        below = right
        if furniture.fingerprint:
            told = f"empreinte {furniture.fingerprint}"
            below -= fonts.width(told, fonts.REGULAR, _SMALL_PRINT) + 3 * mm
            canvas.setFillColor(style.SOFT)
            canvas.setFont(fonts.REGULAR, _SMALL_PRINT)
            canvas.drawRightString(right, base - _FOOT_LEADING, told)
        for number, line in enumerate(lines):
            down = number * _FOOT_LEADING
            _line(canvas, style.LEFT, base - down, line, fonts.REGULAR, 9, style.SOFT, below if number else end)


def _line(canvas: Any, x: float, y: float, text: str, face: str, points: float, colour: Any, right: float) -> None:
    """Draw one line, cut with « … » when it would pass `right`."""
    canvas.setFillColor(colour)
    fitted(text, face, points, right - x).draw(canvas, x, y, points)


def _rule(canvas: Any, width: float, y: float) -> None:
    canvas.setStrokeColor(style.LINE)
    canvas.setLineWidth(style.ITEM_RULE)
    canvas.line(style.LEFT - style.HANG, y, width - 20 * mm + style.HANG, y)


def _label(canvas: Any, words: str, right: float, top: float, *, black: bool) -> None:
    """Draw what the reader must know first, as text: white on black, or framed."""
    label = words[:1].upper() + words[1:]
    wide = fonts.width(label, fonts.BOLD, 9) + 6 * mm
    canvas.setFillColor(style.INK)
    canvas.setStrokeColor(style.INK)
    canvas.setLineWidth(0.7)
    canvas.rect(right - wide + style.HANG, top - 6 * mm, wide, 6 * mm, stroke=int(not black), fill=int(black))
    canvas.setFillColor(style.PAPER if black else style.INK)
    canvas.setFont(fonts.BOLD, 9)
    with canvas.tag(Element("P")):
        canvas.drawString(right - wide + 2 * style.HANG, top - 4.1 * mm, label)


def _draw_arms(canvas: Any, arms: bytes | None, x: float, top: float, box: tuple[float, float]) -> float:
    """Draw the arms in the upper left of a box and return the width taken; nothing without arms."""
    flat = flat_picture(arms)
    if flat is None:
        return 0.0
    scale = min(box[0] / flat.width, box[1] / flat.height)
    wide, high = flat.width * scale, flat.height * scale
    canvas.drawImage(ImageReader(flat), x, top - high, wide, high)
    return wide


@lru_cache(maxsize=2)  # each letter of a hundred has the letterhead
def flat_picture(arms: bytes | None) -> Image.Image | None:
    """Return the arms on white, 1,200 pixels at most; None where there are none or they cannot be read.

    PDF/A-3 allows transparency, yet many printers do not like it. The picture is shared: it is not to be changed.
    """
    chosen = picture(arms) if arms else None
    if chosen is None:
        return None
    clear = chosen.convert("RGBA")
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    flat.thumbnail((1200, 1200))
    return flat
