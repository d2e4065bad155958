"""The only way to write: records in, changes out, all in one SQLAlchemy transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace
from sqlalchemy import Connection, delete, insert, update

from msp_desktop.db.changes import ChangeSet, RowChange
from msp_desktop.db.reader import Reader
from msp_desktop.db.shape import fields_of, record_of, referring_to, table_name
from msp_desktop.db.sums import Moves, columns_of
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.change import Change
from msp_desktop.domain.limits import IDS, ROWS
from msp_desktop.errors import UserError
from msp_desktop.i18n import _

R = TypeVar("R", bound=Struct)

#: What the writing of one record is checked or changed by (clean text in, refuse control characters).
Cleaner = Callable[[Any, Iterable[str] | None], Any]


class ReplayError(Exception):
    """A step that can no longer be replayed: the rows are not as it left them."""


class Transaction(Reader):
    """Read and write within one transaction; every row changed is noted before and after."""

    def __init__(self, connection: Connection, raw: sqlite3.Connection, clean: Cleaner) -> None:
        super().__init__(raw)
        self._sql: Connection = connection
        self._clean = clean
        self._changes: dict[tuple[type[Any], int, int], RowChange] = {}
        self._moves = Moves(raw)

    def insert(self, record: R) -> R:
        """Insert a record and return it with its id (a new one where it is 0)."""
        kind: type[Any] = type(record)
        cleaned = self._clean(record, None)
        values = asdict(cleaned)
        if not values["id"]:
            del values["id"]
        result = self._sql.execute(insert(TABLES[kind]), values)
        key = result.inserted_primary_key
        assert key is not None
        if key[0] > ROWS:
            self._refuse_crowd(kind, key[0])
        stored = replace(cleaned, id=key[0])
        self._sum(self._moves.put, kind, key[0])
        self._note(kind, key[0], None, stored)
        return stored  # type: ignore[no-any-return]

    def update(self, record_id: int, change: Change[R]) -> R:
        """Change a record and return it; nothing is noted where nothing changes."""
        before = self.one(change.record, record_id)
        after: R = self._clean(change.applied_to(before), change.values)
        if after != before:
            changed = {name: getattr(after, name) for name in change.values}
            self._set(change.record, record_id, changed)
            self._note(change.record, record_id, before, after)
        return after

    def delete(self, record: type[Any], record_id: int) -> None:
        """Delete a record, and with it or detached from it the rows that refer to it."""
        for child, shape in referring_to(table_name(record)):
            equals: dict[str, Any] = {shape.name: record_id}
            for row in self.all(child, **equals):
                if shape.on_delete == "cascade":
                    self.delete(child, row.id)
                elif shape.on_delete == "null":
                    self.update(row.id, Change(child, **{shape.name: None}))
        before = self.one(record, record_id)
        table = TABLES[record]
        self._sum(self._moves.take, record, record_id)
        self._sql.execute(delete(table).where(table.c.id == record_id))
        self._note(record, record_id, before, None)

    def replay(self, change: RowChange) -> None:
        """Apply one change of the history; raise ReplayError where the row is not as the change expects.

        A row changed again only in other fields (the day its invitations left) keeps those.
        """
        if change.before is not None and change.after is not None:
            self._replay_fields(change)
            return
        now = self.find(change.record, id=change.id)
        if now is None or change.before is None:
            as_expected = now is change.before
        else:
            as_expected = self._stands(change, now, list(change.record.__struct_fields__))
        if not as_expected:
            raise ReplayError(f"{table_name(change.record)} {change.id}")
        if change.after is None:
            # With what refers to it, which SQLite would delete or empty too, but without a word to the sums.
            self.delete(change.record, change.id)
            return
        self._sql.execute(insert(TABLES[change.record]), asdict(change.after))
        self._sum(self._moves.put, change.record, change.id)
        self._note(change.record, change.id, change.before, change.after)

    def _refuse_crowd(self, record: type[Any], record_id: int) -> None:
        """Raise UserError where a table has more rows, or a greater id, than a dossier may have."""
        if record_id > IDS[1] or self._found(f"SELECT count(*) FROM {table_name(record)}", ())[0][0] > ROWS:
            raise UserError(_("A dossier holds {count} entries of a kind at most.").format(count=ROWS))

    def _replay_fields(self, change: RowChange) -> None:
        names = [
            name
            for name in change.record.__struct_fields__
            if getattr(change.before, name) != getattr(change.after, name)
        ]
        now: Any = self.find(change.record, id=change.id)
        if now is None or not self._stands(change, now, names):
            raise ReplayError(f"{table_name(change.record)} {change.id}")
        values = {name: getattr(change.after, name) for name in names}
        if values:
            self._set(change.record, change.id, values)
        self._note(change.record, change.id, now, replace(now, **values))

    def _stands(self, change: RowChange, now: Any, names: list[str]) -> bool:
        """Tell whether these fields of a row are as the change expects.

        A reference is too where SQLite has emptied it, the row it was to being deleted earlier in this very step.
        """
        referred = {shape.name: shape.references for shape in fields_of(change.record) if shape.on_delete == "null"}
        for name in names:
            found, expected = getattr(now, name), getattr(change.before, name)
            if found == expected:
                continue
            table = referred.get(name)
            if table is None or found is not None or self.find(record_of(table), id=expected) is not None:
                return False
        return True

    def change_set(self, label: str, at: float, merges: bool) -> ChangeSet:
        """Return what was changed so far, one change a row, without those that came back to where they were."""
        changes = tuple(change for change in self._changes.values() if change.before != change.after)
        return ChangeSet(label, changes, at, merges)

    def keep_sums(self) -> None:
        """Write the sums of the tables changed, as the last thing done in the transaction."""
        self._moves.keep()

    def is_in_the_file(self, raw: sqlite3.Connection) -> bool:
        """Tell whether what was written is in the file, although the commit failed."""
        return self._moves.are_in_the_file(raw)

    def _set(self, record: type[Any], record_id: int, values: dict[str, Any]) -> None:
        table = TABLES[record]
        self._sum(self._moves.take, record, record_id)
        self._sql.execute(update(table).where(table.c.id == record_id), values)
        self._sum(self._moves.put, record, record_id)

    def _sum(self, move: Callable[[str, str, int], None], record: type[Any], record_id: int) -> None:
        move(table_name(record), columns_of(record.__struct_fields__), record_id)

    def _note(self, record: type[Any], record_id: int, before: Any, after: Any) -> None:
        times = 0
        while (record, record_id, times + 1) in self._changes:
            times += 1
        earlier = self._changes.get((record, record_id, times))
        if earlier is not None and earlier.after is None and before is None:
            # SQLite gives the id of a row deleted in this step again: two rows, each with its place in the replay.
            times, earlier = times + 1, None
        key = (record, record_id, times)
        first = earlier.before if earlier else before
        if after is None:
            # A deletion comes last: the rows that pointed here were dealt with before it, and must be on replay.
            self._changes.pop(key, None)
        self._changes[key] = RowChange(record, record_id, first, after)
