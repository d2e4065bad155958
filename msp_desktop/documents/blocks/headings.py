"""Title, band of date, hour and place, key figures, section headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.layout import flowables, gap, layout
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed, without_blanks

#: (label, main words, small lines) of a band's cell.
Cell = tuple[str, str, str]
_BAR = 1.2 * mm


def _on_axis(content: list[Flowable], width: float) -> Flowable:
    return layout([["", content]], [style.MARGIN_COLUMN, width])


def title_block(
    title: str, subtitle: str = "", intro: str = "", *, width: float = style.AXIS_WIDTH, after: float = 6
) -> list[Flowable]:
    """Return the document's title (H1) on the axis, a subtitle and an introduction under it, then `after` mm of air."""
    bookmark = named if (named := without_blanks(title)) != title else None
    content: list[Flowable] = [Heading(typed(title, fonts.BOLD), style.style("title"), level=1, bookmark=bookmark)]
    content += flowables(subtitle, "subtitle") + flowables(intro, "intro")
    return [_on_axis(content, width), gap(after)]


def _wash(cells: list[list[Flowable]], widths: Sequence[float]) -> list[Flowable]:
    commands: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, -1), style.WASH),
        ("LINEABOVE", (0, 0), (-1, 0), _BAR, style.TEAL),
        ("LINEBELOW", (0, -1), (-1, -1), style.TABLE_RULE, style.LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 4 * mm), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4 * mm),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3 * mm), ("LEFTPADDING", (0, 0), (0, -1), style.HANG),
    ]  # fmt: skip
    return [layout([cells], widths, commands, overhang=style.HANG), gap(7)]


def band(
    cells: Sequence[Cell],
    mains: Sequence[str] = ("band_main", "band_main", "band_place"),
    widths: Sequence[float] = (48, 44),
) -> list[Flowable]:
    """Return the washed band under a teal bar: three cells at 22, 70 and 114 mm (day, hour, place).

    `mains` are the styles of their main words, `widths` what all but the last take, in millimetres.
    """
    out: list[list[Flowable]] = []
    for index, (label, main, small) in enumerate(cells):
        big = Text(typed(main, fonts.BOLD), style.style(mains[index]))
        out.append([*flowables(label, "band_small"), big, *flowables(small, "band_small")])
    given = [width * mm for width in widths]
    measures = [given[0] + style.HANG, *given[1:], style.TEXT_WIDTH - sum(given) + style.HANG]
    return _wash(out, [*measures[: len(cells) - 1], sum(measures[len(cells) - 1 :])])


def key_figures(cells: Sequence[tuple[str, str]]) -> list[Flowable]:
    """Return two to four figures in a band: (« 4 sur 11 », « actions faites »)."""
    out = [
        [Text(typed(figure, fonts.BOLD), style.style("key")), *flowables(words, "band_small")]
        for figure, words in cells
    ]
    first = style.MARGIN_COLUMN + style.HANG
    rest = (style.AXIS_WIDTH + style.HANG) / max(1, len(cells) - 1)
    return _wash(out, [first, *([rest] * (len(cells) - 1))])


def heading(words: str, level: int = 2, name: str = "item") -> Flowable:
    """Return a heading that stands in a row or a column, in the style named; what follows stays with it."""
    return Heading(typed(words, fonts.BOLD), style.style(name), level=level)


class _RoomyHeading(Heading):
    """A heading that goes to the next page when there is no room for what it announces."""

    keepWithNext = 0  # noqa: N815 – the table that follows must be free to split
    room = 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Tell the size, or one that does not fit."""
        width, height = super().wrap(availWidth, availHeight)
        return width, height if availHeight >= self.room else availHeight + 1

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        """Never split for want of room."""
        return [] if aH < self.room else super().split(aW, aH)


def section_heading(words: str, level: int = 2, room: float = 40) -> Flowable:
    """Return a section's name across the page, with `room` mm for the table or the figure under it."""
    heading = _RoomyHeading(typed(words, fonts.BOLD), style.style("section"), level=level)
    heading.room = room * mm
    return heading
