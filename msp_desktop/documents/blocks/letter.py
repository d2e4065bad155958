"""A letter for a window envelope: address at 110 × 45 mm, references in the margin column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak
from reportlab.platypus.doctemplate import ActionFlowable

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.ending import ending
from msp_desktop.documents.blocks.layout import Content, flowables, gap, layout
from msp_desktop.documents.blocks.signatures import Signer, signature
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed

_ADDRESS = 110 * mm
#: The address and the margin column, down to the line of place and date (84 mm).
_HEAD_HEIGHT = 36 * mm


class Letter(Struct, frozen=True):
    """What a letter says. `margin` is pairs of a small title and its lines; the body is text or flowables."""

    addressee: Sequence[str]
    place_and_date: str
    subject: str
    greeting: str
    body: Sequence[Content]
    closing: str
    signer: Signer
    margin: Sequence[tuple[str, str]] = ()
    enclosures: str = ""
    note: str = ""


class FoldMark(Flowable):
    """The fold mark at 99 mm, at the left edge of the sheet; takes no room."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw the mark."""
        canvas = self.canv
        x, y = canvas.absolutePosition(0, 0)
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(style.ITEM_RULE)
        height = canvas.sheet[1]
        canvas.line(5 * mm - x, height - 99 * mm - y, 9 * mm - x, height - 99 * mm - y)


def letter(words: Letter) -> list[Flowable]:
    """Return the whole letter; it starts at the top of a page that has the letterhead."""
    margin: list[Flowable] = []
    for title, lines in words.margin:
        margin += [
            Text(typed(title, fonts.BOLD), style.style("note_bold")),
            *flowables(lines, "note"),
            gap(1.5),
        ]
    address = [flowable for line in words.addressee for flowable in flowables(line)]
    first = _ADDRESS - style.LEFT
    head = layout([[margin or "", address]], [first, style.TEXT_WIDTH - first])
    story: list[Flowable] = [FoldMark(), AtLeast(head, _HEAD_HEIGHT)]
    date = flowables(words.place_and_date)
    story += [layout([["", date]], [first, style.TEXT_WIDTH - first]), gap(6)]
    story += _hanging("Objet", [Text(typed(words.subject, fonts.BOLD), style.style("text_bold"))])
    if words.enclosures:
        story += _hanging("P. J.", words.enclosures)
    story += [gap(4), *_axis(flowables(words.greeting)), gap(3)]
    for part in words.body:
        story += [*_axis(flowables(part)), gap(3)]
    tail = [*_axis(flowables(words.closing)), gap(6), signature(words.signer)]
    if words.note:
        tail += [gap(6), *flowables(words.note, "note")]
    return ending(story, tail)


class AtLeast(Flowable):
    """A flowable that takes at least a given height."""

    def __init__(self, inner: Flowable, least: float) -> None:
        Flowable.__init__(self)
        self.inner, self.least = inner, least

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the height asked for, or more."""
        self.width, self.inner_height = self.inner.wrapOn(getattr(self, "canv", None), width, height)
        self.height = max(self.least, self.inner_height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the flowable at the top of its room."""
        self.inner.drawOn(self.canv, 0, self.height - self.inner_height)


def _hanging(label: str, content: Content) -> list[Flowable]:
    name = Text(typed(label, fonts.BOLD), style.style("text_bold"))
    commands: list[tuple[Any, ...]] = [("BOTTOMPADDING", (0, 0), (-1, -1), 1.5 * mm)]
    return [layout([[[name], flowables(content)]], [style.MARGIN_COLUMN, style.AXIS_WIDTH], commands)]


def _axis(content: list[Flowable]) -> list[Flowable]:
    """Stand content on the axis, one row each so that the page may break between."""
    return [layout([["", [item]]], [style.MARGIN_COLUMN, style.AXIS_WIDTH]) for item in content]


class OntoOddPage(ActionFlowable):
    """Leave the back of a sheet blank, so that what follows begins on a new sheet when printed on both sides."""

    def apply(self, doc: Any) -> None:
        """Begin a blank page where the page being written is a front."""
        if doc.page % 2 == 1:
            doc.handle_nextPageTemplate("blank")
            doc.handle_pageBreak()


def next_sheet() -> list[Flowable]:
    """Return what makes the next letter begin on a new sheet, with the letterhead."""
    return [OntoOddPage(), NextPageTemplate("first"), PageBreak()]
