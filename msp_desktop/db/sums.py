"""Sums of what each table holds, kept in the same transaction as what they sum: they tell when a value has changed by itself.

SQLite checks how a file is built, not what is in it: one flipped bit in six of a dossier changes a word or a number, and
nothing in the file is then wrong. The sum of a table is that of the digests of its rows (64 bits, in any order), moved at
each write by the difference: − the row that was there, + the row that is there now. A row spoilt on the disk and then
written over stays told, since what is taken away is not what was once added.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from hashlib import blake2b
from typing import Any

from msgspec import Struct, msgpack

TABLE = "content_sum"
#: Tables that say what the file is, not what people wrote.
_NOT_SUMMED = (TABLE, "alembic_version")
_MODULO, _HALF = 1 << 64, 1 << 63
#: Rows read between two pauses, where others wait for the interpreter.
_TURN = 200


class Sum(Struct, frozen=True):
    """How many rows a table has and the sum of their digests, a signed number of 64 bits as SQLite keeps it."""

    rows: int = 0
    digest: int = 0

    def plus(self, digest: int, rows: int) -> Sum:
        """Return the sum with a digest added, and rows."""
        return Sum(self.rows + rows, (self.digest + digest + _HALF) % _MODULO - _HALF)


class Moves:
    """What one transaction takes out of each table's sum and puts into it, until it is kept."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._moved: dict[str, Sum] = {}
        self._expected: dict[str, Sum] = {}

    def take(self, table: str, columns: str, row_id: int) -> None:
        """Take a row out, as it is in the file now; nothing where it is not there."""
        self._move(table, columns, row_id, -1)

    def put(self, table: str, columns: str, row_id: int) -> None:
        """Put a row in, as it is in the file now."""
        self._move(table, columns, row_id, 1)

    def keep(self) -> None:
        """Write the sums that have moved."""
        for table, moved in self._moved.items():
            if moved != Sum():
                self._expected[table] = _kept(self._raw, table).plus(moved.digest, moved.rows)
                _write(self._raw, table, self._expected[table])
        self._moved.clear()

    def are_in_the_file(self, raw: sqlite3.Connection) -> bool:
        """Tell whether the sums kept are those in the file: what a commit that failed at its very end has written."""
        return bool(self._expected) and all(_kept(raw, table) == total for table, total in self._expected.items())

    def _move(self, table: str, columns: str, row_id: int, sign: int) -> None:
        with closing(self._raw.cursor()) as cursor:
            row = cursor.execute(f'SELECT {columns} FROM "{table}" WHERE id=?', (row_id,)).fetchone()
        if row is not None:
            self._moved[table] = self._moved.get(table, Sum()).plus(sign * row_digest(table, row), sign)


@cache
def columns_of(names: tuple[str, ...]) -> str:
    """Return the columns of a table as its rows are digested: by name, whatever order the file has them in."""
    return ", ".join(f'"{name}"' for name in sorted(names))


def row_digest(table: str, row: tuple[Any, ...]) -> int:
    """Return the 64-bit digest of a row of a table, its values as SQLite keeps them, in the order of `columns_of`."""
    return int.from_bytes(blake2b(msgpack.encode((table, *row)), digest_size=8).digest(), "little")


def recompute(raw: sqlite3.Connection) -> None:
    """Write the sums of all tables anew, within the caller's transaction: after a migration or a recovery."""
    if not has_sums(raw):
        return
    raw.execute(f"DELETE FROM {TABLE}")
    for table in _tables(raw):
        _write(raw, table, _sum_of(raw, table, _no_pause))


def problems(raw: sqlite3.Connection, pause: Callable[[], None] | None = None) -> list[str]:
    """Return the tables whose rows are not those that were written, one line each, in English; empty where all are.

    Works on any open connection, a copy's too. A file older than the sums has none to compare with. `pause` is called
    now and then, to let others use the interpreter. Raises sqlite3.Error where rows cannot be read at all.
    """
    return [f"{table}: {words}" for table, words in changed_tables(raw, pause).items()]


def changed_tables(raw: sqlite3.Connection, pause: Callable[[], None] | None = None) -> dict[str, str]:
    """Return, by table, what its sum tells: rows missing, rows too many, or a value changed. See `problems`."""
    if not has_sums(raw):
        return {}
    found: dict[str, str] = {}
    tables = _tables(raw)
    for table in [*tables, *(name for (name,) in raw.execute(f"SELECT name FROM {TABLE}") if name not in tables)]:
        kept = _kept(raw, table)
        now = _sum_of(raw, table, pause or _no_pause) if table in tables else Sum()
        if now.rows < kept.rows:
            found[table] = f"{kept.rows - now.rows} rows missing of {kept.rows}"
        elif now.rows > kept.rows:
            found[table] = f"{now.rows - kept.rows} rows too many"
        elif now != kept:
            found[table] = "a value has changed by itself"
    return found


def missing_digest(raw: sqlite3.Connection, table: str) -> int:
    """Return what the rows of a table lack to make up the sum kept: digests that went, less those that came (mod 2^64)."""
    return (_kept(raw, table).digest - _sum_of(raw, table, _no_pause).digest) % _MODULO


def has_sums(raw: sqlite3.Connection) -> bool:
    """Tell whether a file keeps sums."""
    return bool(raw.execute("SELECT count(*) FROM sqlite_master WHERE type='table' AND name=?", (TABLE,)).fetchone()[0])


def _tables(raw: sqlite3.Connection) -> list[str]:
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
    return [name for name in names if name not in _NOT_SUMMED and not name.startswith("sqlite_")]


def _sum_of(raw: sqlite3.Connection, table: str, pause: Callable[[], None]) -> Sum:
    names = tuple(row[1] for row in raw.execute(f'PRAGMA table_info("{table}")'))
    digest, count = 0, 0
    for row in _rows(raw, f'SELECT {columns_of(names)} FROM "{table}"'):
        digest += row_digest(table, row)
        count += 1
        if not count % _TURN:
            pause()
    return Sum().plus(digest, count)


def _rows(raw: sqlite3.Connection, sql: str) -> Iterator[tuple[Any, ...]]:
    # The cursor is closed whatever happens: left open after a fault, it would keep the file locked.
    with closing(raw.cursor()) as cursor:
        yield from cursor.execute(sql)


def _kept(raw: sqlite3.Connection, table: str) -> Sum:
    with closing(raw.cursor()) as cursor:
        row = cursor.execute(f"SELECT rows, digest FROM {TABLE} WHERE name=?", (table,)).fetchone()
    return Sum(*row) if row else Sum()


def _write(raw: sqlite3.Connection, table: str, total: Sum) -> None:
    with closing(raw.cursor()) as cursor:
        if total == Sum():
            cursor.execute(f"DELETE FROM {TABLE} WHERE name=?", (table,))
        else:
            cursor.execute(f"INSERT OR REPLACE INTO {TABLE} VALUES (?, ?, ?)", (table, total.rows, total.digest))


def _no_pause() -> None:
    """Go on."""
