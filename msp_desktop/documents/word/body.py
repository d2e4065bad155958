"""Turn a story into Word paragraphs, lists and tables, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.shared import Pt
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
    TopPadder,
)

from msp_desktop.documents import style
from msp_desktop.documents.blocks.layout import RuleLine
from msp_desktop.documents.blocks.letter import AtLeast, OntoOddPage
from msp_desktop.documents.blocks.slip import CutLine, FillLine, SheetMark
from msp_desktop.documents.blocks.tables import LongTable
from msp_desktop.documents.tagging import Drawing, Heading, ListItem
from msp_desktop.documents.tagging.flowables import TaggedParagraph
from msp_desktop.documents.tagging.internals import cells_of, has_ground, has_line_above, kept_in, padded_in, widths_of
from msp_desktop.documents.tagging.table import Grounded
from msp_desktop.documents.word.lines import one_line
from msp_desktop.documents.word.oxml import (
    borders,
    keep_whole,
    keep_with_next,
    line_under,
    repeat_header,
    shade,
    widths,
)
from msp_desktop.documents.word.runs import add_runs
from msp_desktop.documents.word.styles import Styles

#: What has nothing to say in Word: marks of the fold and the cut, breaks only a page of ours needs, rules.
_SILENT = (SheetMark, CondPageBreak, OntoOddPage, RuleLine)

#: Air above and under the words of a row with lines, in points.
_AIR = 5.0


class Writer:
    """Write flowables at the end of a Word document, or of one cell of it."""

    def __init__(self, target: Any, styles: Styles, indent: float = 0.0) -> None:
        self._target, self._styles = target, styles
        self._indent = indent
        #: The table the next row side by side goes on, where nothing came between.
        self._rows: tuple[Any, tuple[float, ...]] | None = None
        self._before = 0.0
        self._with_letterhead = False
        # A new cell has one empty paragraph already: the first words go there.
        self._in_cell = getattr(target, "_tc", None) is not None
        self._spare = target.paragraphs[-1] if self._in_cell else None

    def write(self, flowables: Sequence[Any]) -> None:
        """Write the flowables one after the other; TypeError for one this file knows nothing of."""
        for flowable in flowables:
            self._write(flowable)

    def _write(self, flowable: Any) -> None:
        if isinstance(flowable, NextPageTemplate):
            self._with_letterhead = flowable.action[1] == "first"
        elif isinstance(flowable, _SILENT):
            return
        elif isinstance(flowable, TaggedParagraph):
            self._paragraph(flowable)
        elif isinstance(flowable, Spacer):
            self._before += flowable.height
        elif isinstance(flowable, KeepTogether):
            self._kept(kept_in(flowable))
        elif isinstance(flowable, AtLeast):
            self._layout(flowable.inner, least=flowable.least)
        elif isinstance(flowable, TopPadder):
            self._write(padded_in(flowable))
        elif isinstance(flowable, LongTable):
            self._data_table(flowable)
        elif isinstance(flowable, Grounded):
            self._layout(flowable)
        elif isinstance(flowable, Drawing) and flowable.element is None and not flowable.blank_lines:
            return  # decoration: the words stand beside it
        elif isinstance(flowable, Drawing) and flowable.blank_lines:
            for _line in range(flowable.blank_lines):
                line_under(self._new_paragraph(self._styles.of(style.style("text"))), style.HAIR.hexval()[2:])
        elif isinstance(flowable, PageBreak):
            self._new_page()
        else:
            raise TypeError(f"no Word for {type(flowable).__name__}")

    def _new_page(self) -> None:
        """Begin a page: a new section where it has the letterhead, which stands on the first page of each."""
        if self._with_letterhead:
            self._target.add_section(WD_SECTION.NEW_PAGE)
            self._with_letterhead = False
        else:
            self._new_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _new_paragraph(self, kind: str = "Normal", *, own_air: bool = False) -> Any:
        if self._spare is not None:
            paragraph, self._spare = self._spare, None
            paragraph.style = kind
        else:
            paragraph = self._target.add_paragraph(style=kind)
        form = paragraph.paragraph_format
        if self._before or not own_air:
            form.space_before = Pt(self._before)
        if self._indent:
            form.left_indent = Pt(self._indent)
        self._before, self._rows = 0.0, None
        return paragraph

    def _paragraph(self, source: TaggedParagraph) -> None:
        look = source.style
        if self._before:
            self._before += look.spaceBefore
        if isinstance(source, ListItem):
            kind = "List Number" if source.label[:1].isdigit() else "List Bullet"
            paragraph = self._new_paragraph(self._styles.of(look, list_kind=kind), own_air=True)
            if self._indent:
                # The list's own hanging indent starts from ours.
                paragraph.paragraph_format.left_indent = Pt(self._indent + look.leftIndent)
        else:
            level = source.level if isinstance(source, Heading) else 0
            paragraph = self._new_paragraph(self._styles.of(look, level=level), own_air=True)
        if isinstance(source, FillLine):
            one_line(paragraph, [source], [source.room])
        else:
            add_runs(paragraph, source)

    def _kept(self, content: Sequence[Any]) -> None:
        first, joined = len(self._blocks()), self._rows
        rows = len(joined[0].rows) if joined else 0
        self.write(content)
        added = [row._tr for row in joined[0].rows[rows:]] if joined else []
        for element in [*added, *self._blocks()[first:]][:-1]:
            keep_with_next(element)

    def _blocks(self) -> list[Any]:
        """Return the paragraphs and tables written so far, without the section's own settings at the end."""
        element = self._target._element
        return [block for block in getattr(element, "body", element) if not block.tag.endswith("}sectPr")]

    def _layout(self, grid: Grounded, least: float = 0.0) -> None:
        """Write an untagged grid: words on the axis as indented paragraphs, the rest side by side without lines.

        What has to be at least so high (in points) is side by side too: only rows have a height.
        """
        for cells in cells_of(grid):
            filled = [(index, _content(cell)) for index, cell in enumerate(cells) if cell]
            if not filled:
                continue
            before = _points(widths_of(grid)[: filled[0][0]]) if filled[0][0] else 0.0
            lined = has_line_above(grid)
            plain = not has_ground(grid) and not lined and not least
            if len(filled) == 1 and plain:
                self._indented(filled[0][1], before)
            elif plain and self._in_cell and all(_is_paragraph(content) for _index, content in filled):
                # A table inside a cell is followed by an empty paragraph: its words go on one line.
                paragraph = self._new_paragraph(self._styles.of(style.style("text")))
                widths = [_width(widths_of(grid)[index]) for index, _parts in filled]
                one_line(paragraph, [content[0] for _index, content in filled], widths)
            else:
                row = self._side_by_side(grid, cells, lined)
                if least:
                    row.height, row.height_rule = Pt(least), WD_ROW_HEIGHT_RULE.AT_LEAST

    def _indented(self, content: list[Any], before: float) -> None:
        writer = Writer(self._target, self._styles, self._indent + before)
        writer._before, writer._spare, self._spare = self._before, self._spare, None
        writer.write(content)
        self._before = writer._before

    def _side_by_side(self, grid: Grounded, cells: Sequence[Any], lined: bool) -> Any:
        ground = has_ground(grid)
        row = self._row_on(tuple(_width(width) for width in widths_of(grid)), lined, joined=lined and not ground)
        # A cell over two columns is told twice.
        for cell, content in zip(dict.fromkeys(row.cells), cells, strict=True):
            if ground:
                shade(cell, style.WASH.hexval()[2:])
            writer = Writer(cell, self._styles)
            writer._before = _AIR if lined else 0.0
            writer.write(_content(content))
            if lined or writer._before:
                # Space that ends a cell is room left, to sign in.
                cell.paragraphs[-1].paragraph_format.space_after = Pt(max(writer._before, _AIR if lined else 0.0))
            for paragraph in cell.paragraphs:
                if paragraph.style.paragraph_format.keep_with_next:
                    # A heading in a row is kept by the row; with the next one, it would chain the whole table.
                    paragraph.paragraph_format.keep_with_next = False
        if any(isinstance(part, CutLine) for content in cells for part in _content(content)):
            borders(self._target.tables[-1], top=style.LINE.hexval()[2:], dashed=True)
        keep_whole(row)
        return row

    def _row_on(self, sizes: tuple[float, ...], lined: bool, *, joined: bool) -> Any:
        """Return a row of the table that is being written where its columns are these, else of a new one."""
        if joined and self._rows is not None and (shared := _shared(self._rows[1], sizes)):
            table, self._before = self._rows[0], 0.0
            row = table.add_row()
            for cell, size in zip(row.cells, self._rows[1], strict=True):
                cell.width = Pt(size)
            if len(row.cells) > shared:
                row.cells[shared - 1].merge(row.cells[-1])
            return row
        table = self._add_table(1, len(sizes), sizes)
        if lined:
            colour = style.LINE.hexval()[2:]
            borders(table, top=colour, inside=colour)
        if joined:
            self._rows = (table, sizes)
        return table.rows[0]

    def _data_table(self, source: LongTable) -> None:
        model = source.model
        table = self._add_table(1 + len(source.rows), len(model.header), [_width(w) for w in model.widths])
        for cell, content in zip(table.rows[0].cells, model.header, strict=True):
            shade(cell, style.WASH.hexval()[2:])
            Writer(cell, self._styles).write(_content(content))
        repeat_header(table.rows[0])
        for row, values in zip(table.rows[1:], source.rows, strict=True):
            for cell, content in zip(row.cells, values, strict=True):
                Writer(cell, self._styles).write(_content(content))
                cell.paragraphs[0].paragraph_format.space_before = Pt(_AIR)
                cell.paragraphs[-1].paragraph_format.space_after = Pt(_AIR)
            keep_whole(row)
        borders(table, inside=style.HAIR.hexval()[2:], bottom=style.INK.hexval()[2:])

    def _add_table(self, rows: int, columns: int, sizes: Sequence[float]) -> Any:
        # Word joins two tables that touch: a thin paragraph stands between, and takes the space asked for.
        spacer = self._new_paragraph()
        spacer.paragraph_format.line_spacing = Pt(2)
        table = self._target.add_table(rows, columns)
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        widths(table, sizes, sum(sizes))
        return table


def _shared(table: tuple[float, ...], row: tuple[float, ...]) -> int:
    """Return how many columns a row takes in a table, the last over all that is left; 0 where it is not one of its rows."""
    same = len(row) <= len(table) and table[: len(row) - 1] == row[:-1] and abs(sum(table) - sum(row)) < 1
    return len(row) if same else 0


def _content(cell: Any) -> list[Any]:
    """Return what a cell of ours holds as a list."""
    if not cell:
        return []
    if isinstance(cell, Flowable):
        return [cell]
    return [flowable for part in cell for flowable in _content(part)]


def _is_paragraph(content: list[Any]) -> bool:
    return len(content) == 1 and isinstance(content[0], TaggedParagraph)


def _width(value: Any) -> float:
    return style.TEXT_WIDTH if isinstance(value, str) or value is None else float(value)


def _points(values: Sequence[Any]) -> float:
    return sum(_width(value) for value in values)
