"""Tables as they come out of a file."""

from __future__ import annotations

from msp_desktop.domain.read_table import ReadTable


def table(header: list[str], *rows: list[str]) -> ReadTable:
    """Return a table whose first line names the columns."""
    return ReadTable(tuple(header), tuple(map(tuple, rows)), tuple(range(2, len(rows) + 2)))
