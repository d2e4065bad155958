"""Read a file of public figures, whichever it is: told by its columns, never by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.official import FileFound, FileKind, FoundFigure, SourceFile
from msp_desktop.exchange.open_data import ald, apl, population, zoning
from msp_desktop.exchange.open_data.errors import not_recognised
from msp_desktop.exchange.open_data.gathering import Give
from msp_desktop.exchange.open_data.sheets import PACKED, head_of, tables_of
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.exchange.open_data.streams import Stream


class _Reader(Struct, frozen=True):
    columns_of: Callable[[Sequence[str]], Any]
    figures_in: Callable[[Iterable[Sequence[str]], Any, Mapping[str, str], int | None], list[FoundFigure]]


_READERS = (
    _Reader(zoning.columns_of, zoning.figures_in),
    _Reader(apl.columns_of, apl.figures_in),
    _Reader(ald.columns_of, ald.figures_in),
    _Reader(population.columns_of, population.figures_in),
)


class _Header(Struct, frozen=True):
    """The header of a table: the line it stands in, who reads what is under it, where its columns are."""

    line: int
    reader: _Reader
    columns: Any


def recognises(head: bytes) -> bool:
    """Tell whether a file holds public figures, from its first bytes; any workbook may, until it is opened."""
    return head.startswith(PACKED) or _header_of(head_of(head)) is not None


def holds_figures(stream: Stream) -> bool:
    """Tell whether a table of a file holds public figures; UserError for a file that is damaged or too large."""
    return any(_header_of(table.head) for table in tables_of(stream))


def read(stream: Stream, sought: Sought, _give: Give) -> FileFound:
    """Return the public figures of the communes sought, and of their departments, of the newest year a file has."""
    lines = 0

    def counted(rows: Iterator[list[str]]) -> Iterator[list[str]]:
        nonlocal lines
        for row in rows:
            lines += any(row)
            yield row

    newest: tuple[int, list[FoundFigure]] | None = None
    for table in tables_of(stream):
        header = _header_of(table.head)
        year = table.year(header.line) if header else None
        if header and (newest is None or (year or 0) > newest[0]):
            rows = counted(table.under(header.line))
            newest = year or 0, header.reader.figures_in(rows, header.columns, sought.codes, year)
    if newest is None:
        raise not_recognised(stream.name)
    figures = tuple(newest[1])
    days: list[date] = [figure.dated_on for figure in figures if figure.dated_on]
    dated_on = max(days, default=None) or stream.dated_on
    source = SourceFile(kind=FileKind.FIGURES, name=stream.name, dated_on=dated_on, lines=lines)
    return FileFound(file=source, figures=figures)


def _header_of(head: Sequence[Sequence[str]]) -> _Header | None:
    for line, row in enumerate(head):
        for reader in _READERS:
            columns = reader.columns_of(row)
            if columns is not None:
                return _Header(line, reader, columns)
    return None
