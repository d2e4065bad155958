"""Read what can be read out of a damaged dossier: table by table, row by row, on a copy in memory of its bytes.

A row is looked for by its number, from both ends of its table and then one by one between them, so that an unreadable page
costs the rows that were on it and no more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from typing import Any

from msgspec import Struct

from msp_desktop.db.admission import bounded
from msp_desktop.db.engine import APPLICATION_ID, SCHEMA_VERSION
from msp_desktop.db.shape import table_name
from msp_desktop.db.sums import TABLE as SUMS
from msp_desktop.db.sums import Sum, columns_of
from msp_desktop.domain.records import RECORDS

#: The rows looked for one by one in one table, at most; ten times those of a whole mandate.
MOST = 50_000
#: Those looked for after the last row read, where none can be read from the table's end.
_BEYOND = 2_000
#: The longest value read, in bytes: more than a picture of the letterhead.
_LONGEST = 16_000_000
#: A table, not a view, and none that computes what is in it: that would be a program, perhaps one without an end.
_PLAIN = (
    "SELECT count(*) FROM sqlite_master WHERE name=? AND type='table' AND sql LIKE 'CREATE TABLE %' "
    "AND sql NOT LIKE '% AS (%' AND sql NOT LIKE '%GENERATED%'"
)
#: The pages that name our tables and indices: a dozen.
_MOST_SCHEMA_PAGES = 100
#: Of SQLite's file format (https://sqlite.org/fileformat2.html): the length of a header, the page size we always have.
_HEADER, _PAGE, _INTERIOR = 100, 4096, b"\x05"


class Row(dict[str, Any]):
    """The values of a row by column, as SQLite keeps them; a text that is no UTF-8 has lone surrogates in it."""


class ReadTable(Struct):
    """The rows read of a table by id, whether that is all of them as far as SQLite tells, and the sum kept of it."""

    rows: dict[int, Row]
    complete: bool
    kept: Sum | None


def read_tables(content: bytes, good: bytes | None, blank: Callable[[], bytes]) -> dict[type[Any], ReadTable]:
    """Return what can be read of each table from a damaged file's bytes.

    Where its first page tells nothing, that of its last good copy is tried, then that of a new dossier (`blank`): they
    say on which pages the tables begin.
    """
    best = _read_all(_laid_out(content, None))
    for first in (content, *([good] if good else []), None):
        if len(best) == len(RECORDS) and all(table.complete for table in best.values()):
            break
        found = _read_all(_laid_out(content, blank() if first is None else first))
        if _count(found) > _count(best):
            best = found
    return best


def _count(tables: dict[type[Any], ReadTable]) -> tuple[int, int]:
    return sum(len(table.rows) for table in tables.values()), len(tables)


def _laid_out(content: bytes, first: bytes | None) -> bytes:
    """Return the bytes as whole pages; with a sound header, and the first page of `first`, where one is given."""
    pages = max(1, -(-len(content) // _PAGE))
    laid = bytearray(content.ljust(pages * _PAGE, b"\0"))
    if first is None:
        told = int.from_bytes(laid[28:32], "big")
        return bytes(laid.ljust(told * _PAGE, b"\0")) if pages < told < pages * 4 else bytes(laid)
    # As long as `first`, so that the pages a file cut short no longer has are found empty, each in its place.
    laid = laid.ljust(len(first), b"\0")
    for number in schema_pages(first) if first is not content else ():
        laid[number * _PAGE : (number + 1) * _PAGE] = first[number * _PAGE : (number + 1) * _PAGE].ljust(_PAGE, b"\0")
    pages = len(laid) // _PAGE
    counter, utf_8 = laid[24:28], (1).to_bytes(4, "big")
    head = b"SQLite format 3\0" + _PAGE.to_bytes(2, "big") + bytes((1, 1, 0, 64, 32, 32)) + counter
    # Pages, no free one, schema: its cookie and format, then no cache size, no vacuum, UTF-8, version, no vacuum, whose.
    head += pages.to_bytes(4, "big") + bytes(8) + laid[40:44] + (4).to_bytes(4, "big") + bytes(8) + utf_8
    head += SCHEMA_VERSION.to_bytes(4, "big") + bytes(4) + APPLICATION_ID.to_bytes(4, "big")
    laid[:_HEADER] = head.ljust(92, b"\0") + counter + laid[96:100]
    return bytes(laid)


def schema_pages(content: bytes) -> list[int]:
    """Return the pages, counted from 0, that say which tables there are and where each begins: a tree from the first on."""
    found: list[int] = []
    waiting = [0]
    while waiting and len(found) < _MOST_SCHEMA_PAGES:
        number = waiting.pop()
        page = content[number * _PAGE : (number + 1) * _PAGE]
        start = _HEADER if number == 0 else 0
        found.append(number)
        if page[start : start + 1] == _INTERIOR:
            count = int.from_bytes(page[start + 3 : start + 5], "big")
            places = [int.from_bytes(page[at : at + 2], "big") for at in range(start + 12, start + 12 + 2 * count, 2)]
            waiting += [int.from_bytes(page[at : at + 4], "big") - 1 for at in (start + 8, *places)]
    return found


def _read_all(content: bytes) -> dict[type[Any], ReadTable]:
    found: dict[type[Any], ReadTable] = {}
    try:
        # Bounded in time and memory: what is damaged may as well be a stranger's.
        with closing(sqlite3.connect(":memory:")) as raw, bounded(raw):
            raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            raw.deserialize(content)
            raw.execute("PRAGMA cell_size_check=ON")
            raw.execute("PRAGMA trusted_schema=OFF")
            raw.text_factory = _lenient
            sums = _sums(raw)
            for record in RECORDS:
                table = _read_table(raw, table_name(record))
                if table is not None:
                    # A table without rows has no sum; one whose sum cannot be read may have had any.
                    table.kept = sums.get(table_name(record), Sum()) if sums else None
                    found[record] = table
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        return found
    return found


def _lenient(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")


def _sums(raw: sqlite3.Connection) -> dict[str, Sum]:
    try:
        rows = raw.execute(f"SELECT name, rows, digest FROM {SUMS}").fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return {}
    whole = all(type(name) is str and type(count) is int and type(digest) is int for name, count, digest in rows)
    return {name: Sum(count, digest) for name, count, digest in rows} if whole else {}


def _read_table(raw: sqlite3.Connection, table: str) -> ReadTable | None:
    try:
        if not raw.execute(_PLAIN, (table,)).fetchone()[0]:
            return None
        names = tuple(row[1] for row in raw.execute(f'PRAGMA table_info("{table}")'))
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    if "id" not in names:
        return None
    rows: dict[int, Row] = {}
    ordered = tuple(sorted(names))
    select = f'SELECT {columns_of(names)} FROM "{table}" NOT INDEXED'
    complete = _scan(raw, f"{select} ORDER BY id", ordered, rows, 1)
    if not complete:
        low = max(rows, default=0)
        _scan(raw, f"{select} ORDER BY id DESC", ordered, rows, -1)
        high = min((key for key in rows if key > low), default=low + _BEYOND)
        for key in range(low + 1, min(high, low + MOST)):
            _scan(raw, f"{select} WHERE id=?", ordered, rows, 1, key)
    return ReadTable(rows, complete, None)


def _scan(
    raw: sqlite3.Connection, sql: str, names: tuple[str, ...], rows: dict[int, Row], way: int, *values: int
) -> bool:
    """Read rows as far as they can be, into `rows`; tell whether none was refused."""
    last: int | None = None
    try:
        for row in islice(_each(raw, sql, names, values), MOST * 20):
            key = row["id"]
            # Pages that lead round in a circle are left after one turn.
            if type(key) is not int or (last is not None and (key - last) * way <= 0) or key in rows:
                return False
            rows[key], last = row, key
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        return False
    return True


def _each(raw: sqlite3.Connection, sql: str, names: tuple[str, ...], asked: tuple[int, ...]) -> Iterator[Row]:
    with closing(raw.cursor()) as cursor:
        for values in cursor.execute(sql, asked):
            yield Row(zip(names, values, strict=True))
