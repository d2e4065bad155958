"""Tables as they come out of a file, and what importing them would do."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.imports import ImportPreview, Match
from msp_desktop.domain.read_table import ReadTable
from msp_desktop.services.import_match import proposed_match
from msp_desktop.services.inventory_import import ground, preview


def table(header: list[str], *rows: list[str]) -> ReadTable:
    """Return a table whose first line names the columns."""
    return ReadTable(tuple(header), tuple(map(tuple, rows)), tuple(range(2, len(rows) + 2)))


def preview_import(
    reader: Reader, table: ReadTable, today: date, register: str = "professionals", match: Match | None = None
) -> ImportPreview:
    """Return what importing a table would do under a match, else under the one proposed."""
    return preview(ground(reader, register), table, match or proposed_match(table, register), today)
