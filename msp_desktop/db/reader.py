"""Read frozen records out of a dossier; it offers no way to write."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any, TypeVar

from msp_desktop.db.faults import explained
from msp_desktop.db.shape import decoded, select_sql, table_name

R = TypeVar("R")


class RecordGoneError(KeyError):
    """A record asked for by its id is no longer there."""


class Reader:
    """Read records with plain sqlite3, so that the first screen need not wait for SQLAlchemy."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self, record: type[R], *, order: str = "id", **equals: Any) -> list[R]:
        """Return the records whose fields equal the values given, ordered by column names (comma separated)."""
        conditions = " AND ".join(f'"{name}" IS ?' for name in equals)
        where = f" WHERE {conditions}" if conditions else ""
        sql = f"{select_sql(record)}{where} ORDER BY {order}"
        # The cursor is closed at once: left open after a fault, it would keep the file locked past close().
        with explained(reading=True), closing(self._connection.cursor()) as cursor:
            rows = cursor.execute(sql, tuple(equals.values())).fetchall()
        with explained(reading=True):
            return [decoded(record, row) for row in rows]

    def find(self, record: type[R], **equals: Any) -> R | None:
        """Return the first record whose fields equal the values given, or None."""
        found = self.all(record, **equals)
        return found[0] if found else None

    def one(self, record: type[R], record_id: int) -> R:
        """Return the record with this id; RecordGoneError where there is none."""
        found = self.find(record, id=record_id)
        if found is None:
            raise RecordGoneError(f"{table_name(record)} {record_id}")
        return found

    def next_position(self, record: type[Any], **equals: Any) -> int:
        """Return the position after the last one among the records that match."""
        return max((row.position for row in self.all(record, **equals)), default=0) + 1
