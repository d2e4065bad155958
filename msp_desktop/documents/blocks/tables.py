"""Open tables: a washed header, hair rules between rows, any number of rows in linear time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from msp_desktop.documents import fonts, style
from msp_desktop.documents.blocks.layout import Content, flowables
from msp_desktop.documents.blocks.widths import fitted_widths, longest
from msp_desktop.documents.tagging import DataTable, Element, Text, WideText
from msp_desktop.documents.tagging.internals import cells_of, has_whole_page, heights_of, paddings_of
from msp_desktop.documents.tagging.table import Grid, Grounded
from msp_desktop.documents.tagging.tree import utf16
from msp_desktop.documents.text import typed

#: What is handed to ReportLab at once, in rows or in characters: more than a page can hold, so that a chunk
#: always ends on another page and the header is drawn only at the top of one.
_CHUNK = 70
_CHUNK_TEXT = 12_000
_ENDLESS = 1e6
#: A row lower than this is never cut, in points: it goes to the next page, under the header.
_WHOLE = 100 * mm


class Group(Struct, frozen=True):
    """A row of a table that names those under it: « Phase 1 » in bold, « , jusqu'au 21 avril »."""

    words: str
    rest: str = ""


Line: TypeAlias = Sequence[Content] | Group


class LongTable(Flowable):
    """A table of any length, cut page by page from its front."""

    def __init__(
        self, model: _Model, rows: list[list[Any]], numbers: list[int], first: bool, likely: int = _CHUNK
    ) -> None:
        Flowable.__init__(self)
        self.model, self.rows, self.numbers, self.first = model, rows, numbers, first
        self.most = _front_count(rows)
        self.count = min(self.most, likely)
        self._piece: Any = None

    def _front(self) -> Any:
        if self._piece is None:
            self._piece = self.model.table(self.rows[: self.count], self.numbers[: self.count], self.first)
        return self._piece

    def _measured(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of the front, with more rows where those that were likely to fill the height do not."""
        canvas = getattr(self, "canv", None)
        size: tuple[float, float] = self._front().wrapOn(canvas, width, height)
        while self.count < self.most and size[1] <= height:
            self.count, self._piece = min(self.most, 2 * self.count), None
            size = self._front().wrapOn(canvas, width, height)
        return size

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Tell the size; a table longer than a chunk is always longer than a page."""
        width, height = self._measured(availWidth, availHeight)
        self.width, self.height = width, height if self.count == len(self.rows) else _ENDLESS
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Cut after the last row, or inside the row, that fits."""
        self._measured(availWidth, availHeight)
        front = self._front()
        front.whole_page = has_whole_page(self)
        canvas = getattr(self, "canv", None)
        parts = front.splitOn(canvas, availWidth, availHeight)
        if len(parts) != 2:
            return []
        before, after = parts
        head = self.model.grid.head
        if before.numbers[-1] in self.model.grid.groups:  # a group's name goes with the first row it names
            heights, name = heights_of(front), len(before.numbers) - 1
            if heights[name + 1] < _WHOLE:
                parts = front.splitOn(canvas, availWidth, sum(heights[:name]) + 1)
            else:
                front.splitByRow = 0  # ReportLab then cuts the row, rather than between the two
                parts = front.splitOn(canvas, availWidth, availHeight)
            if len(parts) != 2:
                return []
            before, after = parts
        if before.numbers[-1] == after.numbers[head] and heights_of(front)[len(before.numbers) - 1] < _WHOLE:
            return []
        left = [list(row) for row in cells_of(after)[head:]]
        rest = LongTable(
            self.model,
            left + self.rows[self.count :],
            after.numbers[head:] + self.numbers[self.count :],
            first=False,
            likely=2 * len(before.numbers),  # rather than many a page's worth, made and measured for each page
        )
        # A low row cut off by the next page would else begin again under a header of its own, on this page.
        return [before, PageBreak(), rest]

    def draw(self) -> None:
        """Draw what fits on this page as a whole."""
        self._front().drawOn(self.canv, 0, 0)


def row_heights(table: Flowable) -> list[float]:
    """Return the heights of the header and of the first rows of an open table (70 at most), in points."""
    assert isinstance(table, LongTable)
    table.wrap(style.TEXT_WIDTH, _ENDLESS)
    return list(heights_of(table._front()))


def _front_count(rows: list[list[Any]]) -> int:
    """Return how many of the first rows surely fill a page, or all of them."""
    text = 0
    for index, row in enumerate(rows):
        text += sum(
            len(getattr(fragment, "text", ""))
            for content in row
            if content
            for flowable in content
            for fragment in getattr(flowable, "frags", ())
        )
        if index + 1 == _CHUNK or text > _CHUNK_TEXT:
            return index + 1
    return len(rows)


class _Model:
    """What the pieces of one table have in common."""

    def __init__(self, header: list[Any], widths: list[float], commands: list[tuple[Any, ...]], grid: Grid) -> None:
        self.header, self.widths, self.commands, self.grid = header, widths, commands, grid

    def table(self, rows: list[list[Any]], numbers: list[int], first: bool) -> DataTable:
        """Return one piece under its header."""
        commands = self.commands
        for place, number in enumerate(numbers, 1):
            if number in self.grid.groups:
                commands = [
                    *commands, *_group_air(place),
                    ("LINEABOVE", (0, place), (-1, place), style.TABLE_RULE, style.INK),
                ]  # fmt: skip
        piece = DataTable(
            [self.header, *rows], colWidths=self.widths, style=commands, grid=self.grid, numbers=[0, *numbers],
            splitInRow=1,
        )  # fmt: skip
        piece.is_first = first
        piece.overhang = style.HANG
        return piece


def open_table(
    header: Sequence[Content],
    rows: Sequence[Line],
    widths: Sequence[float],
    *,
    numeric: Sequence[int] = (),
    bold: Sequence[int] = (),
    stub: int | Collection[int] = 0,
    total: bool = False,
    boxed: int | None = None,
    ruled: bool = False,
    row_height: float = 0,
    air: float = 2.0,
    fixed: bool = False,
    summary: str = "",
) -> list[Flowable]:
    """Return a tagged table as wide as the rules.

    `widths` are millimetres of text, wider where a column's longest word asks for it unless they are `fixed`; their
    sum is 168 in portrait, 255 in landscape. `numeric` columns stand right, `bold` ones are semi-bold; the `stub` first columns,
    or those it has, are row headers; `total` makes the last row bold; `boxed` is the column with a line on its left
    (a signature), where `ruled` every one has; `row_height` and the `air` above and below a row are in millimetres.
    A `Group` is a row that names those under it.
    """
    measures = [w * mm for w in widths]
    measures[0] += style.HANG
    measures[-1] += style.HANG
    head = [_head_cell(words, right=column in numeric) for column, words in enumerate(header)]
    body = [
        _group_cells(row, measures)
        if isinstance(row, Group)
        else [
            _cell(content, right=column in numeric, heavy=column in bold or (total and index == len(rows) - 1))
            for column, content in enumerate(row)
        ]
        for index, row in enumerate(rows)
    ]
    attributes = f"/O /Table /Summary {utf16(summary)}" if summary else ""
    groups = frozenset(number for number, row in enumerate(rows, 1) if isinstance(row, Group))
    heads = range(stub) if isinstance(stub, int) else stub
    grid = Grid(Element("Table", attributes=attributes), 1, heads, groups, len(header))
    commands = _commands(boxed, ruled, row_height, air)
    if not fixed:
        cells = [head, *(row for number, row in enumerate(body, 1) if number not in groups)]
        measures = _wide_enough(measures, cells, commands)
    model = _Model(head, measures, commands, grid)
    if not body:
        return []
    return [CondPageBreak(24 * mm), LongTable(model, body, list(range(1, len(body) + 1)), first=True)]


def _head_cell(words: Content, *, right: bool) -> Any:
    if not isinstance(words, str):
        return flowables(words)
    return [Text(typed(words, fonts.BOLD), style.style("head_right" if right else "head"))]


def _cell(content: Content, *, right: bool, heavy: bool) -> Any:
    if not isinstance(content, str):
        return flowables(content)
    if not content:
        return ""
    if heavy:
        return flowables(content, "head_right" if right else "cell_bold")
    return flowables(content, "cell_right" if right else "cell")


def _group_cells(group: Group, measures: Sequence[float]) -> list[Any]:
    name = WideText(
        f'<font name="{fonts.BOLD}">{typed(group.words, fonts.BOLD)}</font>{typed(group.rest)}', style.style("group"),
        wide=sum(measures) - 2 * style.HANG,
    )  # fmt: skip
    return [[name], *[""] * (len(measures) - 1)]


def _group_air(place: int) -> list[tuple[Any, ...]]:
    """Return what makes a group's row lower than the others."""
    return [
        ("TOPPADDING", (0, place), (-1, place), 1.6 * mm), ("BOTTOMPADDING", (0, place), (-1, place), 1.2 * mm),
    ]  # fmt: skip


def _wide_enough(measures: list[float], rows: list[list[Any]], commands: list[tuple[Any, ...]]) -> list[float]:
    """Return the columns' widths with room for the longest word of each and the air at its sides."""
    sides = Grounded([[""] * len(measures)], style=[c for c in commands if c[0] in ("LEFTPADDING", "RIGHTPADDING")])
    needs = [
        longest(flowable for row in rows for flowable in row[column] or ()) + left + right
        for column, (left, right) in enumerate(paddings_of(sides))
    ]
    return fitted_widths(measures, needs)


def _commands(boxed: int | None, ruled: bool, row_height: float, between: float) -> list[tuple[Any, ...]]:
    air = between * mm * style.air()
    if row_height:
        air = max(air, (row_height * mm - 13) / 2)
    commands: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, 10), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 3 * mm),
        ("LEFTPADDING", (0, 0), (0, -1), style.HANG), ("RIGHTPADDING", (-1, 0), (-1, -1), style.HANG),
        ("TOPPADDING", (0, 0), (-1, -1), air), ("BOTTOMPADDING", (0, 0), (-1, -1), air + 1),
        ("TOPPADDING", (0, 0), (-1, 0), 1.5 * mm), ("BOTTOMPADDING", (0, 0), (-1, 0), 1.9 * mm),
        ("BACKGROUND", (0, 0), (-1, 0), style.WASH),
        ("LINEBELOW", (0, 1), (-1, -1), style.ROW_RULE, style.HAIR),
        ("LINEBELOW", (0, 0), (-1, 0), style.TABLE_RULE, style.INK),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), style.ROW_RULE, style.HAIR),
        ("LINEBELOW", (0, -1), (-1, -1), style.TABLE_RULE, style.INK),
    ]  # fmt: skip
    if ruled:
        commands.append(("LINEBEFORE", (1, 1), (-1, -1), style.ROW_RULE, style.HAIR))
        commands.append(("LEFTPADDING", (1, 0), (-1, -1), 2 * mm))
        commands.append(("RIGHTPADDING", (0, 0), (-2, -1), 1 * mm))
    if boxed is not None:
        commands.append(("LINEBEFORE", (boxed, 1), (boxed, -1), style.ITEM_RULE, style.LINE))
        commands.append(("LEFTPADDING", (boxed, 0), (boxed, -1), 2 * mm))
    return commands
