"""Note what a document was read from, so that one can tell later whether the dossier has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from msp_desktop.db.reader import Reader
from msp_desktop.db.shape import record_of, table_name

if TYPE_CHECKING:
    from sqlalchemy import Select

R = TypeVar("R")
T = TypeVar("T")


class NotingReader(Reader):
    """Read through another reader and note each question asked of the dossier."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._asked: dict[str, None] = {}

    def all(self, record: type[R], *, order: str = "id", limit: int | None = None, **equals: Any) -> list[R]:
        """Return what the reader returns; the question is noted once."""
        self._asked[json.dumps([table_name(record), order, equals], ensure_ascii=False)] = None
        return self._reader.all(record, order=order, limit=limit, **equals)

    def kept(self, question: Hashable, records: Iterable[type[Any]], make: Callable[[], T]) -> T:
        """Compute it anew, since what it is computed from is to be noted."""
        return make()

    def select(self, statement: Select[Any]) -> list[Any]:
        """Return what the reader returns; the tables read are noted whole, since a select cannot be kept as JSON."""
        for table in self._reader.tables_of(statement):
            self._asked[json.dumps([table, "id", {}])] = None
        return self._reader.select(statement)

    def sources(self) -> str:
        """Return the questions asked, as JSON that `digest` can ask again."""
        return f"[{','.join(self._asked)}]"


def digest(reader: Reader, sources: str) -> str:
    """Return the SHA-256 of what the dossier answers today to the questions noted; ValueError for another text."""
    total = hashlib.sha256()
    for table, order, equals in json.loads(sources):
        rows = reader.all(record_of(table), order=order, **equals)
        total.update(repr(rows).encode())
    return total.hexdigest()
