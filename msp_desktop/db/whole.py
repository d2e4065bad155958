"""Whole tables read once, then kept in step with each change: only the rows it touched are read again."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from msp_desktop.db.changes import ChangeSet
from msp_desktop.db.shape import referring_to, table_name

#: Rows asked for at once by their ids (SQLite's own limit was 999 values for long); where more have changed, the whole
#: table is read again.
MOST = 900


class WholeTables:
    """The records of whole tables by id; one that no change touched stays the same object."""

    def __init__(self, fetched: Callable[..., list[Any]], ids: Callable[[type[Any], str], list[int]]) -> None:
        self._fetched, self._ids = fetched, ids
        self._known: dict[type[Any], dict[int, Any]] = {}
        self._stale: dict[type[Any], set[int]] = {}

    def rows(self, record: type[Any], order: str) -> tuple[Any, ...]:
        """Return the records of a table, ordered by column names, reading from the file what is not known of them."""
        known, stale = self._known.get(record), self._stale.get(record, set())
        if known is None or len(stale) > MOST:
            found = self._fetched(record, f" ORDER BY {order}")
            self._keep(record, {row.id: row for row in sorted(found, key=attrgetter("id"))})
            return tuple(found)
        if stale:
            marks = ", ".join("?" * len(stale))
            found = self._fetched(record, f" WHERE id IN ({marks})", tuple(stale))
            new = {row.id: row for row in found}
            merged = known | new
            for key in stale - new.keys():
                merged.pop(key, None)
            # A row changed keeps its place; one that comes has its own.
            known = self._keep(record, merged if known.keys() >= new.keys() else dict(sorted(merged.items())))
        if order == "id":
            return tuple(known.values())
        return tuple(known[key] for key in self._ids(record, order))

    def follow(self, change: ChangeSet) -> set[type[Any]]:
        """Note which rows are no longer what they were, and return the kinds of records they are."""
        touched: set[type[Any]] = set()
        for record in change.records():
            rows = [row for row in change.changes if row.record is record]
            touched |= self._touch(record, {row.id for row in rows}, {row.id for row in rows if row.after is None})
        return touched

    def forget(self) -> None:
        """Drop all that is known."""
        self._known.clear()
        self._stale.clear()

    def _keep(self, record: type[Any], rows: dict[int, Any]) -> dict[int, Any]:
        self._stale.pop(record, None)
        self._known[record] = rows
        return rows

    def _touch(self, record: type[Any], ids: set[int], gone: set[int]) -> set[type[Any]]:
        self._stale.setdefault(record, set()).update(ids)
        touched = {record}
        if gone:
            # SQLite itself deletes or empties what referred to a row; a change that is replayed need not name it.
            for child, shape in referring_to(table_name(record)):
                known = self._known.get(child, {})
                left = {key for key, row in known.items() if getattr(row, shape.name) in gone}
                left -= self._stale.get(child, set())
                touched |= self._touch(child, left, left if shape.on_delete == "cascade" else set())
        return touched
