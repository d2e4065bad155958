"""Rows on the grid: a margin column and the axis. A layout is not a table: only what it holds is tagged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from msp_desktop.documents import fonts, style
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.tagging.table import Grounded
from msp_desktop.documents.text import typed, typed_paragraphs

_HALF_PAGE = 120 * mm

#: Typed text, one flowable or several.
Content: TypeAlias = str | Flowable | Sequence[Flowable]


def flowables(content: Content, style_name: str = "text") -> list[Flowable]:
    """Return typed text as paragraphs, and flowables as they are."""
    if isinstance(content, str):
        return list(typed_paragraphs(content, style.style(style_name)))
    return [content] if isinstance(content, Flowable) else list(content)


def gap(millimetres: float) -> Flowable:
    """Return vertical space, a little less in a tightened document."""
    return Spacer(1, millimetres * mm * style.air())


def height_of(story: Sequence[Flowable]) -> float:
    """Return how high flowables are one under the other in portrait, in points."""
    return float(
        sum(part.wrap(style.TEXT_WIDTH, 1e5)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in story)
    )


def whole(rows: Sequence[Flowable]) -> list[Flowable]:
    """Return rows that no page cuts, but for those higher than half a page."""
    for row in rows:
        if isinstance(row, Grounded) and height_of([row]) < _HALF_PAGE:
            row.splitInRow = row.splitByRow = 0
    return list(rows)


class RuleLine(Flowable):
    """A rule as wide as the text, and a little more."""

    def __init__(self, weight: float) -> None:
        Flowable.__init__(self)
        self.weight = weight

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Take the whole width."""
        self.width, self.height = availWidth, self.weight
        return availWidth, self.weight

    def draw(self) -> None:
        """Draw the line; the page makes it an artifact."""
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(self.weight)
        self.canv.line(-style.HANG, 0, self.width + style.HANG, 0)


def rule(weight: float = style.SECTION_RULE) -> Flowable:
    """Return a full-width rule that hangs out of the text on both sides."""
    return RuleLine(weight)


class Row(Struct, frozen=True):
    """One row: what stands in the margin column (label, then small notes), on the axis, and on its right.

    A `label` that is a section name becomes a heading; `clock` sets it as an hour; `rule` is the thickness
    of the line above, in points (0: none). `aside` takes 32 mm at the right of the axis. `subject` stands under the
    label, in the same heading (« Article 2 », « Signature »).
    """

    label: str = ""
    content: Content = ()
    notes: str = ""
    aside: str = ""
    clock: bool = False
    rule: float = style.ITEM_RULE
    level: int = 2
    subject: str = ""


def _margin(row: Row) -> list[Flowable]:
    out: list[Flowable] = []
    if row.label and row.clock:
        out.append(Text(typed(row.label, fonts.BOLD), style.style("clock")))
    elif row.label:
        words = typed(row.label, fonts.BOLD)
        if row.subject:
            words += f'<br/><font name="{fonts.REGULAR}" size="10">{typed(row.subject)}</font>'
        bookmark = f"{row.label}\u00a0: {row.subject}" if row.subject else None
        out.append(Heading(words, style.style("section"), level=row.level, bookmark=bookmark))
    return out + flowables(row.notes, "margin")


def layout(
    cells: list[list[Any]],
    widths: Sequence[float | str],
    commands: Sequence[tuple[Any, ...]] = (),
    *,
    overhang: float = 0.0,
) -> Grounded:
    """Return an untagged grid that may break inside a row; measures in points."""
    base = [
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, 10), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]  # fmt: skip
    grid = Grounded(cells, colWidths=list(widths), style=[*base, *commands], splitInRow=1)
    grid.overhang = overhang
    return grid


def sections(rows: Sequence[Row], *, density: float = 1.0, foot: float = 0.0) -> list[Flowable]:
    """Return margin-column rows under rules; one flowable a row, so that any page may hold them.

    `density` tightens them more than the document being made is, `foot` is the thickness of a rule under the last
    row (0: none).
    """
    out: list[Flowable] = []
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        out.append(_row(row, density, foot if last else 0.0))
    return out


def _row(row: Row, density: float, foot: float) -> Flowable:
    air = 3.2 * mm * min(density**3, style.air())
    aside = 32 * mm if row.aside else 0.0
    wide = style.AXIS_WIDTH - aside
    cells: list[Any] = [_margin(row) or "", flowables(row.content) or ""]
    widths = [style.MARGIN_COLUMN + style.HANG, wide + (0 if aside else style.HANG)]
    if aside:
        cells.append(flowables(row.aside, "margin"))
        widths.append(aside + style.HANG)
    commands: list[tuple[Any, ...]] = [
        ("TOPPADDING", (0, 0), (-1, -1), air), ("BOTTOMPADDING", (0, 0), (-1, -1), air + 1),
        ("LEFTPADDING", (0, 0), (0, -1), style.HANG), ("RIGHTPADDING", (0, 0), (0, -1), 4 * mm),
        ("RIGHTPADDING", (-1, 0), (-1, -1), style.HANG),
    ]  # fmt: skip
    if aside:
        commands.append(("RIGHTPADDING", (1, 0), (1, -1), 5 * mm))
    if row.rule:
        colour = style.INK if row.rule > style.ITEM_RULE else style.LINE
        commands.append(("LINEABOVE", (0, 0), (-1, 0), row.rule, colour))
    if foot:
        commands.append(("LINEBELOW", (0, -1), (-1, -1), foot, style.INK))
    grid = layout([cells], widths, commands, overhang=style.HANG)
    grid.bare_at_top = True
    return grid


def columns(left: Content, right: Content) -> Flowable:
    """Return two halves side by side, the second at 114 mm."""
    half = style.TEXT_WIDTH / 2
    return layout([[flowables(left), flowables(right)]], [half, half], [("RIGHTPADDING", (0, 0), (0, 0), 4 * mm)])
