"""A letter for a window envelope: address at 110 × 45 mm, references in the margin column, a slip to send back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak
from reportlab.platypus.doctemplate import ActionFlowable

from msp_desktop.documents import fonts, page, style
from msp_desktop.documents.blocks.ending import ending
from msp_desktop.documents.blocks.layout import Content, flowables, gap, layout
from msp_desktop.documents.blocks.signatures import Signer, signature
from msp_desktop.documents.blocks.slip import SheetMark, Slip, slip
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed

_ADDRESS = 110 * mm
#: The address and the margin column, down to the line of place and date (84 mm).
_HEAD_HEIGHT = 36 * mm
#: Room to sign, in points: 40 mm; less where that keeps a letter on one page, or above its slip.
_SIGN, _SIGN_LESS, _SIGN_LEAST = 40 * mm, 30 * mm, 28 * mm


class Letter(Struct, frozen=True):
    """What a letter says. `margin` is pairs of a small title and its lines; the body is text or flowables.

    `bookmark` is what a bundle of letters calls this one, else its subject; `receipt` is for who receives it to
    date and sign, at the left of the signature.
    """

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
    slip: Slip | None = None
    bookmark: str = ""
    receipt: Sequence[str] = ()


def letter(words: Letter) -> list[Flowable]:
    """Return the whole letter; it starts at the top of a page that has the letterhead.

    On one page with its slip where it holds, if need be with less air; else the slip is on the next page. The
    closing and the signature keep lines before them.
    """
    ways = ((1.0, _SIGN), (1.0, _SIGN_LESS), (style.TIGHTER, _SIGN_LESS), (style.TIGHTER, _SIGN_LEAST))
    if words.slip:
        foot = slip(words.slip)
        _width, high = foot.wrap(style.TEXT_WIDTH, page.first_room())
        for tight, room in ways[1:]:
            with style.tightened(style.density() * tight):
                start, end = _parts(words, room)
            if _height([*start, *end]) + high <= page.first_room():
                return [*ending(start, end), foot]
    for tight, room in (*ways, ways[0]):
        with style.tightened(style.density() * tight):
            start, end = _parts(words, room)
        if _height([*start, *end]) <= page.first_room():
            break
    return [*ending(start, end), *([slip(words.slip)] if words.slip else [])]


def _height(parts: Sequence[Flowable]) -> float:
    return sum(float(part.wrap(style.TEXT_WIDTH, 1e6)[1]) for part in parts)


def _parts(words: Letter, room: float) -> tuple[list[Flowable], list[Flowable]]:
    """Return the letter down to its last paragraph, then its closing and its signature with room to sign, in points."""
    first = _ADDRESS - style.LEFT
    head = layout([[_margin(words) or "", _address(words.addressee)]], [first, style.TEXT_WIDTH - first])
    date = _address(_two_lines(words.place_and_date))
    subject = Heading(
        typed(words.subject, fonts.BOLD), style.style("text_bold"), level=1, bookmark=words.bookmark or None
    )
    story: list[Flowable] = [
        FoldMark(),
        AtLeast(head, _HEAD_HEIGHT),
        layout([["", date]], [first, style.TEXT_WIDTH - first]),
        gap(6),
        *_hanging("Objet", [subject]),
    ]
    if words.enclosures:
        story += _hanging("P. J.", words.enclosures)
    story += [gap(4), *_axis(flowables(words.greeting)), gap(3)]
    story += [item for part in words.body for item in [*_axis(flowables(part)), gap(3)]]
    note = flowables(words.note, "note") if words.note else []
    end = [*_axis(flowables(words.closing)), gap(6)]
    end.append(signature(words.signer, room=room, beside=note if words.slip else (), receipt=words.receipt))
    if note and not words.slip:
        end += [gap(6), *note]
    return story, end


def _margin(words: Letter) -> list[Flowable]:
    margin: list[Flowable] = []
    for title, lines in words.margin:
        margin += [
            Text(typed(title, fonts.BOLD), style.style("note_bold")),
            *flowables(lines, "note"),
            gap(1.5),
        ]
    return margin


def _address(lines: Sequence[str]) -> list[Flowable]:
    """Return the address, one paragraph for a whole line: a long last one has smaller letters, so that it stays one."""
    found: list[Flowable] = []
    room, normal = style.RIGHT - _ADDRESS, style.style("text")
    for line in lines:
        points = next((p for p in (11, 10, 9, 8) if fonts.width(line, fonts.REGULAR, p) <= room), None)
        face = normal if points in (11, None) else normal.clone(f"address_{points}", fontSize=points)
        found += [Text(typed(line), face)]
    return found


def _two_lines(place_and_date: str) -> list[str]:
    """Return place and date on one line, or on two where the name of the place is long."""
    if fonts.width(place_and_date, fonts.REGULAR, 11) <= style.RIGHT - _ADDRESS:
        return [place_and_date]
    place, comma, date = place_and_date.rpartition(", le ")
    return [f"{place},", f"le {date}"] if comma else [place_and_date]


def _hanging(label: str, content: Content) -> list[Flowable]:
    name = Text(typed(label, fonts.BOLD), style.style("text_bold"))
    commands: list[tuple[Any, ...]] = [("BOTTOMPADDING", (0, 0), (-1, -1), 1.5 * mm)]
    return [layout([[[name], flowables(content)]], [style.MARGIN_COLUMN, style.AXIS_WIDTH], commands)]


def _axis(content: list[Flowable]) -> list[Flowable]:
    """Stand content on the axis, one row each so that the page may break between."""
    return [layout([["", [item]]], [style.MARGIN_COLUMN, style.AXIS_WIDTH]) for item in content]


class FoldMark(SheetMark):
    """The fold mark at 99 mm, at the left edge of the sheet; takes no room."""

    def paint(self, canvas: Any, x: float, y: float) -> None:
        """Draw the mark."""
        high = canvas.sheet[1] - 99 * mm - y
        canvas.line(5 * mm - x, high, 9 * mm - x, high)


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
