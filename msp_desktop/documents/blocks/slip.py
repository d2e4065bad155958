"""The slip at the foot of a letter, to cut off and send back."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, TopPadder

from msp_desktop.documents import fonts, page, style
from msp_desktop.documents.blocks.layout import flowables, gap, layout
from msp_desktop.documents.blocks.lists import boxes
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.tagging.internals import padded_in
from msp_desktop.documents.text import typed

#: Between the cut and the words.
_AIR = 4 * mm
_ANSWERS = ("viendra", "ne viendra pas", "préfère une autre date")


class Slip(Struct, frozen=True):
    """Whose answer it is, to what, by when it is to come back, and where."""

    name: str
    meeting: str
    deadline: str
    where: str


class SheetMark(Flowable):
    """A mark drawn on the sheet, that takes no room and has no words."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw the mark; the page makes it an artifact."""
        canvas = self.canv
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(style.ITEM_RULE)
        self.paint(canvas, *canvas.absolutePosition(0, 0))

    def paint(self, canvas: Any, x: float, y: float) -> None:
        """Draw it; `x` and `y` are where the origin stands on the sheet, in points."""
        raise NotImplementedError


class CutLine(SheetMark):
    """Where to cut: dashes from edge to edge of the sheet, above what follows."""

    def paint(self, canvas: Any, x: float, y: float) -> None:
        """Draw the dashes."""
        canvas.setDash(3, 2.5)
        canvas.line(-x, _AIR, canvas.sheet[0] - x, _AIR)
        canvas.setDash()


class FillLine(Text):
    """Words, then a rule to write on, to the right edge; `room` is how wide it is in a letter, in points."""

    room = style.AXIS_WIDTH

    def draw(self) -> None:
        """Draw the words, then the rule."""
        super().draw()
        canvas, base = self.canv, self.height - self.style.fontSize - 1.2
        start = fonts.width(self.getPlainText(identify=True), self.style.fontName, self.style.fontSize) + 1.5 * mm
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(style.ITEM_RULE)
        canvas.line(start, base, self.width, base)


class AtFoot(TopPadder):
    """What stands at the foot of the page where a letter has room for it, else at the top of the next."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Take its own height alone at the top of a page without letterhead."""
        inner = padded_in(self)
        _width, high = inner.wrap(availWidth, availHeight)
        at_top = availHeight > page.first_room() + 1
        width, height = super().wrap(availWidth, high if at_top and high <= availHeight else availHeight)
        return float(width), float(height)


def slip(words: Slip) -> Flowable:
    """Return the slip: cut line, who answers, boxes to tick, lines to write on, where it goes."""
    face = style.style("text")
    margin = [
        CutLine(),
        Heading(typed("Réponse", fonts.BOLD), style.style("section"), level=2, bookmark=""),
        *flowables(words.deadline, "note"),
        *flowables(words.where, "note"),
    ]
    ways = layout(
        [[[FillLine(typed("Me joindre au"), face)], [FillLine(typed("de préférence"), face)]]],
        [58 * mm, style.AXIS_WIDTH - 58 * mm],
        [("RIGHTPADDING", (0, 0), (0, 0), 4 * mm)],
    )
    answer = [
        Text(typed(words.name, fonts.BOLD), style.style("text_bold")),
        *flowables(words.meeting, "note"),
        gap(2),
        layout([[[box] for box in boxes(_ANSWERS)]], [29 * mm, 39 * mm, style.AXIS_WIDTH - 68 * mm]),
        gap(1.5),
        FillLine(typed("Je souhaite parler de"), face),
        gap(3.5),
        ways,
    ]
    block = layout(
        [[margin, answer]],
        [style.MARGIN_COLUMN, style.AXIS_WIDTH],
        [("TOPPADDING", (0, 0), (-1, -1), _AIR), ("RIGHTPADDING", (0, 0), (0, 0), 4 * mm)],
    )
    block.splitInRow = 0
    return AtFoot(block)
