"""What surrounds the text on every page: letterhead, running head, footer, private label."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import Struct
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from msp_desktop.documents import fonts, style
from msp_desktop.documents.draw import filled, fitted
from msp_desktop.formats.names import of_commune
from msp_desktop.formats.pictures import picture

_ARMS = (44 * mm, 22 * mm)
_SMALL_ARMS = (20 * mm, 9 * mm)
#: Sizes of the letterhead's lines, the smaller ones where a long address would not hold.
_LETTERHEAD_POINTS = (9.0, 8.0, 7.0)
PRIVATE_WORDS = "usage personnel, ne pas diffuser"


class Furniture(Struct, frozen=True):
    """What the pages of one document say around its text.

    `arms` is a PNG or JPEG picture; `letterhead` has a few lines (address, telephone, hours); `made_on` is a date in words.
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

    @property
    def author(self) -> str:
        """Return who signs the file: « Mairie de … »."""
        return town_hall(self.commune)

    @property
    def footer_place(self) -> str:
        """Return « document · commune (département) »."""
        place = f"{self.commune} ({self.department})" if self.department else self.commune
        return " · ".join(part for part in (self.title, place) if part)

    @property
    def footer_marks(self) -> str:
        """Return « · exemple », « · modèle à faire relire », which are never cut, or nothing."""
        marks = (
            (self.sample, "exemple"), (self.model, "modèle à faire relire"),
            (self.private, self.private_words),
        )  # fmt: skip
        return "".join(f" · {word}" for on, word in marks if on)


def town_hall(commune: str) -> str:
    """Return « Mairie de Saint-Exemple », « Mairie du Mans », « Mairie des Lilas », « Mairie d’Issy »."""
    return f"Mairie {of_commune(commune)}"


def size(*, wide: bool) -> tuple[float, float]:
    """Return the sheet's width and height in points."""
    width, height = landscape(A4) if wide else A4
    return float(width), float(height)


def first_top(*, wide: bool) -> float:
    """Return where the text starts under the letterhead, in points from the top."""
    return float((40 if wide else 45) * mm)


LATER_TOP = 33 * mm
BOTTOM = 21 * mm


def draw_first(canvas: Any, furniture: Furniture, *, wide: bool) -> None:
    """Draw the letterhead and the footer of the first page."""
    width, height = size(wide=wide)
    with canvas.artifact("Pagination", "Header"):
        _draw_arms(canvas, furniture.arms, style.LEFT, height - 15 * mm, _ARMS)
        right = (width - 20 * mm) - (52 * mm if furniture.private else 0)
        name = town_hall(furniture.commune)
        points = next((p for p in (14, 12) if fonts.width(name, fonts.BOLD, p) <= right - style.AXIS), 10.5)
        _line(canvas, style.AXIS, height - 19.6 * mm, name, fonts.BOLD, points, style.TEAL, right)
        right = width - 20 * mm  # below the label
        lines, points = filled(
            furniture.letterhead, fonts.REGULAR, _LETTERHEAD_POINTS, right - style.AXIS, most=4 if wide else 5
        )
        for place, line in enumerate(lines):
            base = height - (24.6 + 4.2 * place) * mm
            _line(canvas, style.AXIS, base, line, fonts.REGULAR, points, style.SOFT, right)
        if furniture.private:
            _label(canvas, furniture.private_words, width - 20 * mm, height - 15 * mm)
    _draw_footer(canvas, furniture, width)


def draw_later(canvas: Any, furniture: Furniture, *, wide: bool) -> None:
    """Draw the running head and the footer of a later page."""
    width, height = size(wide=wide)
    right = width - 20 * mm
    with canvas.artifact("Pagination", "Header"):
        taken = _draw_arms(canvas, furniture.arms, style.LEFT, height - 13 * mm, _SMALL_ARMS)
        left = style.LEFT + (taken + 2.5 * mm if taken else 0)
        base = height - 18.6 * mm
        title = furniture.title + (f"\u00a0: {furniture.private_words}" if furniture.private else "")
        named = fitted(title, fonts.REGULAR, 9, (right - left) * 0.6)
        canvas.setFillColor(style.SOFT)
        named.draw(canvas, right - named.width, base, 9)
        _line(canvas, left, base, furniture.commune, fonts.BOLD, 10, style.TEAL, right - named.width - 4 * mm)
        _rule(canvas, width, height - 25 * mm)
    _draw_footer(canvas, furniture, width)


def _draw_footer(canvas: Any, furniture: Furniture, width: float) -> None:
    with canvas.artifact("Pagination", "Footer"):
        _rule(canvas, width, 15 * mm)
        right, base = width - 20 * mm, 10.6 * mm
        made = f"établi le {furniture.made_on} · " if furniture.made_on else ""
        if not furniture.numbered:
            canvas.setFillColor(style.SOFT)
            canvas.setFont(fonts.REGULAR, 9)
            words = made.removesuffix(" · ")
            canvas.drawRightString(right, base, words)
            left = right - fonts.width(words + furniture.footer_marks, fonts.REGULAR, 9) - 3 * mm
            end = _line(canvas, style.LEFT, base, furniture.footer_place, fonts.REGULAR, 9, style.SOFT, left)
            canvas.drawString(end, base, furniture.footer_marks)
            return
        words = f"{made}page {canvas.getPageNumber()} sur "
        # Room for a total of two figures; a longer one runs into the margin by a millimetre.
        total = fonts.width("0" * (1 if canvas.getPageNumber() < 2 else 2), fonts.REGULAR, 9)
        start = right - total - fonts.width(words, fonts.REGULAR, 9)
        canvas.setFillColor(style.SOFT)
        canvas.setFont(fonts.REGULAR, 9)
        canvas.drawString(start, base, words)
        canvas.draw_total_pages(right - total, base, fonts.REGULAR, 9, style.SOFT)
        marks = furniture.footer_marks
        left = start - 3 * mm - fonts.width(marks, fonts.REGULAR, 9)
        end = _line(canvas, style.LEFT, base, furniture.footer_place, fonts.REGULAR, 9, style.SOFT, left)
        canvas.drawString(end, base, marks)


def _line(canvas: Any, x: float, y: float, text: str, face: str, points: float, colour: Any, right: float) -> float:
    """Draw one line, cut with « … » when it would pass `right`, and return where it ends."""
    line = fitted(text, face, points, right - x)
    canvas.setFillColor(colour)
    line.draw(canvas, x, y, points)
    canvas.setFont(face, points)  # for what is drawn after it
    return x + line.width


def _rule(canvas: Any, width: float, y: float) -> None:
    canvas.setStrokeColor(style.LINE)
    canvas.setLineWidth(style.ITEM_RULE)
    canvas.line(style.LEFT - style.HANG, y, width - 20 * mm + style.HANG, y)


def _label(canvas: Any, words: str, right: float, top: float) -> None:
    label = words[:1].upper() + words[1:]
    wide = fonts.width(label, fonts.BOLD, 9) + 6 * mm
    canvas.setFillColor(style.INK)
    canvas.rect(right - wide + style.HANG, top - 6 * mm, wide, 6 * mm, stroke=0, fill=1)
    canvas.setFillColor(style.PAPER)
    canvas.setFont(fonts.BOLD, 9)
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
