"""Whether the values in a file are what its records may hold: types, words, lengths, numbers, days, references.

SQLite itself is asked, in one bounded scan a table, before anything is fetched: a text of fifty megabytes or a million
rows never reach Python.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from msgspec.structs import astuple

from msp_desktop.db.engine import SCHEMA_VERSION
from msp_desktop.db.shape import decoded, fields_of, select_sql, table_name
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.limits import DAYS, NOTE, NUMBERS, PICTURE, ROWS, Limits, limits_of, single
from msp_desktop.domain.records import RECORDS

#: Rows read between two pauses, where others wait for the interpreter.
_TURN = 200
#: What no text typed here ever holds (`domain.typed`), and no Word file or spreadsheet takes.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

#: The table of the sums of what is kept (`db.sums`), and what is wrong in it in any revision.
SUMS = "content_sum"
_SUMS = ("typeof(name)<>'text'", "typeof(rows)<>'integer'", "typeof(digest)<>'integer'")

#: What a column of an earlier revision, of which there is no record any more, may hold by its declared type.
_DECLARED: dict[str, tuple[type[Any], Limits]] = {
    "INTEGER": (int, Limits(least=NUMBERS[0], most=NUMBERS[1])),
    "FLOAT": (float, Limits(least=NUMBERS[0], most=NUMBERS[1])),
    "BOOLEAN": (bool, Limits()),
    "VARCHAR": (str, Limits(longest=NOTE)),
    "BLOB": (bytes, Limits(longest=PICTURE)),
    "DATE": (date, Limits(least=DAYS[0], most=DAYS[1])),
    "DATETIME": (datetime, Limits(least=DAYS[0], most=DAYS[1])),
    "TIME": (time, Limits()),
}


def wrong_table(raw: sqlite3.Connection, *, filled: bool = True) -> str | None:
    """Return a table of today's revision that holds what none may, None where all is well; `filled` with a commune."""
    record: type[Any]
    for record in RECORDS:
        limits = limits_of(record)
        faults = [_fault(f'"{x.name}"', x.type, x.optional, limits[x.name]) for x in fields_of(record)]
        if single(record):
            faults.append("id<>1")
        rows = _rows(raw, table_name(record), faults)
        if rows is None or (record is Commune and filled and rows != 1):
            return str(table_name(record))
    known = ", ".join(f"'{table_name(record)}'" for record in RECORDS)
    return SUMS if _rows(raw, SUMS, [f"name NOT IN ({known})", *_SUMS]) is None else _orphans(raw)


def wrong_table_before(raw: sqlite3.Connection) -> str | None:
    """Return a table of an earlier revision that holds what its columns are not declared for, None where all is well."""
    tables = [str(name) for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    for table in tables:
        if table == SUMS:  # its digests have 64 bits, more than any number typed
            if _rows(raw, SUMS, _SUMS) is None:
                return SUMS
            continue
        columns = raw.execute(f'PRAGMA table_info("{table}")').fetchall()
        faults = [
            _fault(f'"{name}"', *_declared(kind, required or key)) for _i, name, kind, required, _d, key in columns
        ]
        rows = _rows(raw, table, faults)
        if rows is None or (table == table_name(Commune) and rows != 1):
            return table
    return _orphans(raw)


def _rows(raw: sqlite3.Connection, table: str, faults: Iterable[str]) -> int | None:
    """Return how many rows a table has, None where there are too many or one has a fault."""
    rows, wrong = raw.execute(
        f'SELECT count(*), total(wrong) FROM (SELECT {" OR ".join(faults)} AS wrong FROM "{table}" LIMIT {ROWS + 1})'
    ).fetchone()
    return None if wrong or rows > ROWS else int(rows)


def _orphans(raw: sqlite3.Connection) -> str | None:
    for table, *_rest in raw.execute("PRAGMA foreign_key_check"):
        return str(table)
    return None


def _declared(kind: str, required: bool) -> tuple[type[Any], bool, Limits]:
    # « VARCHAR(32) » is the version that Alembic keeps.
    found, limits = _DECLARED[kind.partition("(")[0]]
    return found, not required, limits


def _fault(column: str, kind: type[Any], optional: bool, limits: Limits) -> str:
    """Return the SQL that is true, or null, where a column holds what it may not."""
    wrong = " OR ".join(_faults(column, kind, limits))
    return f"({column} IS NOT NULL AND ({wrong}))" if optional else f"{column} IS NULL OR {wrong}"


def _faults(column: str, kind: type[Any], limits: Limits) -> Iterator[str]:
    if issubclass(kind, StrEnum):
        yield f"{column} NOT IN ({', '.join(repr(word.value) for word in kind)})"
        return
    stored = {bool: "'integer'", int: "'integer'", float: "'real', 'integer'", bytes: "'blob'"}.get(kind, "'text'")
    yield f"typeof({column}) NOT IN ({stored})"
    if kind is bool:
        yield f"{column} NOT IN (0, 1)"
    elif limits.longest:
        yield f"length({column}) > {limits.longest}"
    elif kind is time:
        yield f"time({column}) IS NOT substr({column}, 1, 8)"
    elif issubclass(kind, date):
        # A day that is none (« 2026-02-31 ») comes back as another.
        if issubclass(kind, datetime):
            yield f"datetime({column}, '+0 days') IS NOT substr({column}, 1, 19)"
        else:
            yield f"date({column}, '+0 days') IS NOT {column}"
        yield f"substr({column}, 1, 10) NOT BETWEEN '{limits.least}' AND '{limits.most}'"
    else:
        yield f"{column} NOT BETWEEN {limits.least} AND {limits.most}"


def problems(raw: sqlite3.Connection, pause: Callable[[], None] | None = None) -> list[str]:
    """Return what is in a file that no dossier holds, one line a table, in English, for the log.

    Every row of today's revision is read as the application reads it, and its text looked through: to be done on a copy,
    or where time is no matter. `pause` is called now and then. Raises sqlite3.Error where rows cannot be read at all.
    """
    today = raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    table = wrong_table(raw, filled=False) if today else wrong_table_before(raw)
    if table is not None:
        return [f"{table}: a value that no dossier holds"]
    if not today:
        return []
    return [line for record in RECORDS for line in _unreadable(raw, record, pause)]


def _unreadable(raw: sqlite3.Connection, record: type[Any], pause: Callable[[], None] | None) -> Iterator[str]:
    # The cursor is closed whatever happens: left open after a fault, it would keep the file locked.
    with closing(raw.cursor()) as cursor:
        cursor.execute(select_sql(record))
        while rows := cursor.fetchmany(_TURN):
            try:
                found = decoded(record, rows)
            except sqlite3.DatabaseError as error:
                yield str(error)
                return
            if any(_is_strange(value) for row in found for value in astuple(row) if type(value) is str):
                yield f"{table_name(record)}: a text with control characters"
                return
            if pause is not None:
                pause()


def _is_strange(text: str) -> bool:
    return not text.isprintable() and _CONTROL.search(text) is not None
