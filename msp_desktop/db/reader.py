"""Read frozen records out of a dossier; it offers no way to write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable, Iterable
from contextlib import closing, suppress
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct

from msp_desktop.db.answers import Answers
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.faults import DAMAGED, explained
from msp_desktop.db.shape import decoded, select_sql, table_name
from msp_desktop.db.whole import WholeTables
from msp_desktop.i18n import _

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from msp_desktop.db.changes import ChangeSet
    from msp_desktop.db.selects import Layout

R = TypeVar("R", bound=Struct)
S = TypeVar("S", bound=Struct)
T = TypeVar("T")


#: In place of a value: any, but not None. No text in a dossier holds a control character.
GIVEN = "\x00given"


class RecordGoneError(KeyError):
    """A record asked for by its id is no longer there."""


class Reader:
    """Ask a dossier: `select` for any question, `all`, `find` and `one` for the rows of the first screen.

    An answer is kept until a change touches a table it was read from, and never inside a transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sql: Connection | None = None
        self._layouts: dict[Hashable, Layout] = {}
        self._answers = Answers()
        self._whole = WholeTables(self._fetched, self._ids)
        self._before: dict[Hashable, Any] = {}
        self._changes_seen = connection.total_changes

    def select(self, statement: Select[Any]) -> list[Any]:
        """Return the answer to a Core select on `TABLES`: records where one whole table is asked, else rows.

        A whole table asked beside something else comes as its record in the row, or None where an outer join found
        nothing.
        """
        from msp_desktop.db.selects import ask, question_of, reading_connection

        shape, question = question_of(statement)
        layout = self._layout(shape, statement)
        if self._sql is None:
            self._sql = reading_connection(self._connection)
        sql = self._sql
        return self._answer(question, layout.tables, lambda: ask(sql, statement, layout))

    def tables_of(self, statement: Select[Any]) -> frozenset[str]:
        """Return the names of the tables a select reads."""
        from msp_desktop.db.selects import question_of

        return self._layout(question_of(statement)[0], statement).tables

    def value(self, statement: Select[Any]) -> Any:
        """Return the one value a select asks for (a count, a greatest, « is there any »), None where there is none."""
        found = self.select(statement)
        return found[0][0] if found else None

    # `all`, `find` and `one` are written in SQL, and know no more than equality, because the first screen is read
    # with them: SQLAlchemy takes longer to import than that screen to appear. Any other question is a `select`, but for
    # `next_position`, asked anew for every record added: making its select took longer than its answer.

    def all(self, record: type[R], *, order: str = "id", limit: int | None = None, **equals: Any) -> list[R]:
        """Return the records whose fields equal the values given (or are `GIVEN`), ordered by column names (comma separated).

        `limit` is the most that are wanted.
        """
        question = (record, order, limit, tuple(equals.items()))
        return self._answer(question, (table_name(record),), lambda: self._rows(record, order, limit, equals))

    def find(self, record: type[R], **equals: Any) -> R | None:
        """Return the first record whose fields equal the values given, or None."""
        found = self.all(record, limit=1, **equals)
        return found[0] if found else None

    def one(self, record: type[R], record_id: int) -> R:
        """Return the record with this id; RecordGoneError where there is none."""
        found = self.find(record, id=record_id)
        if found is None:
            raise RecordGoneError(f"{table_name(record)} {record_id}")
        return found

    def page(self, record: type[R], after: int, most: int) -> list[R]:
        """Return so many records that come after an id, by id: a table read little by little, of which nothing is kept."""
        with explained(reading=True):
            return self._fetched(record, " WHERE id > ? ORDER BY id LIMIT ?", (after, most))

    def each_with(self, record: type[R], referred: type[S], by: str) -> list[tuple[R, S]]:
        """Return the records of a whole table, by id, each with the record its field `by` refers to."""
        rows, others = self.all(record), self.all(referred)
        by_id = dict(zip(map(attrgetter("id"), others), others, strict=True))
        try:
            return list(zip(rows, map(by_id.__getitem__, map(attrgetter(by), rows)), strict=True))
        except KeyError as error:
            raise DamagedError(_(DAMAGED)) from error  # SQLite lets no reference go nowhere: the disk did

    def next_position(self, record: type[Any], **equals: Any) -> int:
        """Return the position after the last one among the records that match."""
        where, values = _where(equals)
        sql = f'SELECT max(position) FROM "{table_name(record)}"{where}'
        question = (record, "next position", tuple(equals.items()))
        last = self._answer(question, (table_name(record),), lambda: tuple(self._found(sql, values)))[0][0]
        return int(last or 0) + 1

    def kept(self, question: Hashable, records: Iterable[type[Any]], make: Callable[[], T]) -> T:
        """Return what is computed from the tables of these records, kept as long as their answers are."""
        return cast(T, self._answer(question, map(table_name, records), lambda: (make(),))[0])

    def renewed(self, question: Hashable, records: Iterable[type[Any]], make: Callable[[T | None], T]) -> T:
        """Return what is computed from the tables of these records, kept as `kept` does.

        After a change `make` is given what it returned last, to keep what still holds: a record that has not changed
        is the same object as before. It is given None the first time, and inside a transaction.
        """

        def again() -> tuple[T]:
            if self._connection.in_transaction:
                return (make(None),)
            made = self._before[question] = make(self._before.get(question))
            return (made,)

        return cast(T, self._answer(question, map(table_name, records), again)[0])

    def follow(self, change: ChangeSet) -> None:
        """Drop the answers a change, now on the disk, touches; of whole tables only its rows will be read again."""
        self._answers.forget(map(table_name, self._whole.follow(change)))
        self._changes_seen = self._connection.total_changes

    def forget(self) -> None:
        """Drop all that is known of the dossier."""
        self._answers.forget()
        self._whole.forget()
        self._changes_seen = self._connection.total_changes

    def connect(self, connection: sqlite3.Connection) -> None:
        """Read through another connection to the same dossier from now on; nothing known is taken for granted."""
        self._connection, self._sql = connection, None
        self.forget()

    def close(self) -> None:
        """Release what SQLAlchemy holds, before the connection is closed."""
        if self._sql is not None:
            from sqlalchemy.exc import ProgrammingError

            # Stopped by Ctrl+C in the middle of a commit, SQLAlchemy has closed what it shared: nothing is left to release.
            with suppress(ProgrammingError):
                self._sql.close()
            self._sql = None

    def _layout(self, shape: Hashable, statement: Select[Any]) -> Layout:
        from msp_desktop.db.selects import layout_of

        layout = self._layouts.get(shape)
        if layout is None:
            layout = self._layouts[shape] = layout_of(statement)
        return layout

    def _answer(self, question: Hashable, tables: Iterable[str], ask: Callable[[], tuple[Any, ...]]) -> list[Any]:
        with explained(reading=True):
            if self._connection.in_transaction:
                return list(ask())
            if self._connection.total_changes != self._changes_seen:
                self.forget()  # something was written past the store: nothing known holds
            known = self._answers.known(question)
            if known is None:
                known = ask()
                self._answers.keep(question, tables, known)
            return list(known)

    def _rows(self, record: type[R], order: str, limit: int | None, equals: dict[str, Any]) -> tuple[R, ...]:
        if limit is None and not equals and not self._connection.in_transaction:
            return self._whole.rows(record, order)
        where, values = _where(equals)
        return tuple(
            self._fetched(
                record, f"{where} ORDER BY {order}" + (f" LIMIT {limit}" if limit is not None else ""), values
            )
        )

    def _fetched(self, record: type[R], rest: str, values: tuple[Any, ...] = ()) -> list[R]:
        """Return the records that the rest of a SELECT, after the table's name, finds."""
        return decoded(record, self._found(select_sql(record) + rest, values))

    def _found(self, sql: str, values: tuple[Any, ...]) -> list[Any]:
        # The cursor is closed at once: left open after a fault, it would keep the file locked past close().
        with closing(self._connection.cursor()) as cursor:
            return cursor.execute(sql, values).fetchall()

    def _ids(self, record: type[Any], order: str) -> list[int]:
        with closing(self._connection.cursor()) as cursor:
            return [key for (key,) in cursor.execute(f"SELECT id FROM {table_name(record)} ORDER BY {order}")]


def _where(equals: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    """Return the condition that fields equal these values, and what stands for its question marks."""
    conditions = " AND ".join(
        f'"{name}" IS NOT NULL' if value == GIVEN else f'"{name}" IS ?' for name, value in equals.items()
    )
    return f" WHERE {conditions}" if conditions else "", tuple(value for value in equals.values() if value != GIVEN)
