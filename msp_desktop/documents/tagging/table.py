"""A data table with its header cells, spans and rows cut over pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import Spacer, Table
from reportlab.platypus.tables import TableRenderCB

from msp_desktop.documents.tagging.elements import Element
from msp_desktop.documents.tagging.flowables import Tagged
from msp_desktop.documents.tagging.internals import SteadyTable, at_top, cells_of, has_whole_page, take_line_above


@dataclass(eq=False, slots=True)
class Grid:
    """The elements of one table, shared by all its parts; cells are numbered in the whole table.

    `stub` are the columns whose cells head their row, `groups` the rows whose one cell heads those under it.
    """

    table: Element
    head: int = 1
    stub: Collection[int] = ()
    groups: Collection[int] = ()
    columns: int = 1
    sections: dict[str, Element] = field(default_factory=dict)
    rows: dict[int, Element] = field(default_factory=dict)
    cells: dict[tuple[int, int], Element] = field(default_factory=dict)

    def row(self, number: int) -> Element:
        """Return the element of a row, under THead or TBody."""
        if number not in self.rows:
            name = "THead" if number < self.head else "TBody"
            section = self.sections.setdefault(name, Element(name, self.table))
            self.rows[number] = Element("TR", section)
        return self.rows[number]

    def cell(self, row: int, column: int) -> Element:
        """Return the element of a cell: TH with its scope, or TD."""
        if (row, column) not in self.cells:
            group = row in self.groups
            scope = "Column" if row < self.head else "Row" if group or column in self.stub else ""
            attributes = f"/O /Table /Scope /{scope}" if scope else ""
            if group:
                attributes += f" /ColSpan {self.columns}"
            self.cells[row, column] = Element("TH" if scope else "TD", self.row(row), attributes=attributes)
        return self.cells[row, column]


class _Tags(TableRenderCB):
    """Push and pop the elements while ReportLab draws rows and cells."""

    def _nothing(self, _table: Any) -> None: ...

    startTable = startBG = endBG = startLines = endLines = endTable = _nothing  # noqa: N815

    def startRow(self, table: Any, row: int) -> None:  # noqa: N802
        # A header repeated on a later page is an artifact: it is read once.
        repeated = not table.is_first and row < table.grid.head
        table.drawn_row = None if repeated else table.numbers[row]
        table.canv.push(None if repeated else table.grid.row(table.drawn_row))

    def startCell(self, table: Any, _row: int, column: int, *_: Any) -> None:  # noqa: N802
        row, grid = table.drawn_row, table.grid
        # The one cell of a group's row is as wide as the table: the others are not there.
        table.canv.push(None if row is None or (column and row in grid.groups) else grid.cell(row, column))

    def endCell(self, table: Any) -> None:  # noqa: N802
        table.canv.pop()

    endRow = endCell  # noqa: N815


_TAGS = _Tags()


#: How much higher a page is cut at each try to keep a heading with its text, in points: less than a line.
_STEP = 12.0
#: From so many lines on, what was typed as a heading is text: moved down whole, it would fit no page.
_LONG = 12


def _is_air(part: Table) -> bool:
    """Tell whether what is left of a row for the next page is the air below it, no words."""
    rest = [cell for row in cells_of(part) for cell in row if cell]
    return all(isinstance(cell, list | tuple) and all(isinstance(one, Spacer) for one in cell) for cell in rest)


def _is_heading(flowable: Any) -> bool:
    """Tell whether a flowable goes with what follows; one as long as a paragraph goes over pages like any text."""
    if not flowable.getKeepWithNext():
        return False
    lines = getattr(flowable, "blPara", None)
    return lines is None or len(lines.lines) < _LONG


class Grounded(SteadyTable):
    """A table that stands at the left of its frame, or hangs out of it by `overhang` points.

    One that is `bare_at_top` draws no line above where the running head of the page has just drawn its own.
    """

    overhang = 0.0
    #: Told by what it is a piece of: there is no page with more room.
    whole_page = False
    bare_at_top = False

    def drawOn(self, canvas: Any, x: float, y: float, *_room: Any, **_named: Any) -> None:  # noqa: N802 – ReportLab's name
        """Draw at the left of the room there is."""
        if self.bare_at_top and at_top(self):
            take_line_above(self)
        Table.drawOn(self, canvas, x - self.overhang, y)

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        """Split as ReportLab does, a little higher where a heading would stay alone; the parts hang as much."""
        parts: list[Any] = Table.split(self, aW, aH)
        shorter = aH
        while self._strands(parts) and (shorter := shorter - _STEP) > 0:
            earlier: list[Any] = Table.split(self, aW, shorter)
            if not self._strands(earlier) and (earlier or not (self.whole_page or has_whole_page(self))):
                parts = earlier
                break
        if len(parts) == 1 and not isinstance(self, Tagged):
            # All of it holds: the cell it stands in, cut a little too early, asks for two parts all the same.
            return [self, Spacer(0, 0)]
        for part in parts:
            part.overhang = self.overhang
            part.bare_at_top = self.bare_at_top
        return parts[:1] if self.bare_at_top and len(parts) == 2 and _is_air(parts[1]) else parts

    def _strands(self, parts: list[Any]) -> bool:
        """Tell whether a row is cut below a heading, its text on the next page, or below a margin's name alone."""
        if len(parts) != 2:
            return False
        before, after = (cells_of(part) for part in parts)
        if len(before) + len(after) - int(self.repeatRows) == len(cells_of(self)):
            return False  # between two rows
        for above, below in zip(before[-1], after[int(self.repeatRows)], strict=True):
            if isinstance(below, tuple | list) and below and (not above or _is_heading(above[-1])):
                return True
        return False


class DataTable(Tagged, Grounded):
    """A tagged table without spans, its header rows repeated on each page.

    The pieces of one long table share a `grid`; `numbers` are the places of its rows in the whole table.
    """

    kind = "Table"

    def __init__(
        self, data: Any, *args: Any, grid: Grid | None = None, numbers: list[int] | None = None, **options: Any
    ) -> None:
        # ReportLab makes the parts of a split table without our words: `share` and `split` hand them over.
        self.grid = grid or Grid(Element("Table"))
        options.setdefault("repeatRows", self.grid.head)
        options["renderCB"] = _TAGS
        Table.__init__(self, data, *args, **options)
        self.element = self.grid.table
        self.numbers = numbers or []
        self.drawn_row: int | None = None

    def share(self, part: Any, first: bool) -> None:
        """Hand the grid too."""
        super().share(part, first)
        part.grid = self.grid

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        """Split as ReportLab does; a row cut in two stays one row."""
        parts = super().split(aW, aH)
        if len(parts) == 2:
            before, after = parts
            head = self.grid.head
            body_total = len(self.numbers) - head
            body_before, body_after = len(cells_of(before)) - head, len(cells_of(after)) - head
            cut = body_before + body_after - body_total  # 1 when a row was cut in two
            before.numbers = self.numbers[: head + body_before]
            after.numbers = self.numbers[:head] + self.numbers[head + body_before - cut :]
        return parts
