"""Note which fields of the dossier a document was made from, so that one can tell later whether they have changed.

What is noted is what was read, field by field: a reply that comes in later is no change to an agenda, which shows
none, and a column added to a table is no change to anything printed before it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Hashable, Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct, convert, defstruct, to_builtins
from msgspec.structs import asdict

from msp_desktop.db.reader import Reader
from msp_desktop.db.shape import fields_of, record_of, table_name
from msp_desktop.domain.carried.leaves import KEY, Noted
from msp_desktop.domain.mail import ProducedDocument, Sending
from msp_desktop.domain.records import RECORDS
from msp_desktop.domain.scope import Scope

if TYPE_CHECKING:
    from sqlalchemy import Select

R = TypeVar("R", bound=Struct)
S = TypeVar("S", bound=Struct)
T = TypeVar("T")
#: A table, which of its rows (the values of some of its columns, or a list of ids), and the columns read.
Question = tuple[str, dict[str, Any], list[str]]
#: What was printed and sent is no change of the dossier: a paper that lists it would be out of date once it is there.
_OF_PAPERS = frozenset(map(table_name, (ProducedDocument, Sending)))


class NotingReader(Reader):
    """Read through another reader, and note the questions asked of the dossier and the fields looked at.

    Its records note each field that Python code reads; what reads them from C (msgspec's encoder, `asdict` of a
    Struct) goes unnoticed, and is not for what a document shows.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._asked: dict[tuple[str, str], dict[str, Any]] = {}
        self._read: dict[str, set[str]] = {}
        self._copies: dict[type[Any], Callable[[Any], Any]] = {}
        self._carried: Noted | None = None

    @property
    def plain(self) -> Reader:
        """Return the reader behind this one: what a document carries is not what it shows."""
        return self._reader

    def note_carried(self, carried: Noted) -> None:
        """Note the data that the document carries."""
        self._carried = carried

    def all(self, record: type[R], *, order: str = "id", limit: int | None = None, **equals: Any) -> list[R]:
        """Return the records; the question is noted, with the columns that order them."""
        self._ask(table_name(record), equals, re.findall(r"\w+", order))
        return [self._noting(row) for row in self._reader.all(record, order=order, limit=limit, **equals)]

    def each_with(self, record: type[R], referred: type[S], by: str) -> list[tuple[R, S]]:
        """Return the records with those they refer to; of the other table only these are noted."""
        pairs = self._reader.each_with(record, referred, by)
        self._ask(table_name(record), {}, ["id", by])
        self._ask(table_name(referred), {"id": sorted({other.id for _row, other in pairs})}, ["id"])  # type: ignore[attr-defined]
        return [(self._noting(row), self._noting(other)) for row, other in pairs]

    def kept(self, question: Hashable, records: Iterable[type[Any]], make: Callable[[], T]) -> T:
        """Compute it anew, since what it is computed from is to be noted."""
        return make()

    def renewed(self, question: Hashable, records: Iterable[type[Any]], make: Callable[[T | None], T]) -> T:
        """Compute it anew, as `kept` does."""
        return make(None)

    def select(self, statement: Select[Any]) -> list[Any]:
        """Return the answer; what the statement reads of each table is noted."""
        from msp_desktop.db.selects import readings_of

        rows = self._reader.select(statement)
        for reading in readings_of(statement):
            equals = reading.equals
            if reading.found_by_id:
                records = (part for row in rows for part in (row if isinstance(row, tuple) else (row,)))
                equals = {"id": sorted({r.id for r in records if type(r) is record_of(reading.table)})}
            self._ask(reading.table, equals, reading.columns)
        return [self._noted(row) for row in rows]

    def sources(self, scope: Scope | None = None) -> str:
        """Return what was read, as JSON that `digest` can read back, the period told where one was chosen, the data carried."""
        asked: list[Question] = []
        for (table, _key), equals in sorted(self._asked.items()):
            known = {field.name for field in fields_of(record_of(table))}
            asked.append((table, equals, sorted(known & self._read[table])))
        chosen = {} if scope is None or scope.is_whole else {"scope": to_builtins(scope)}
        carried = {} if self._carried is None else {KEY: to_builtins(self._carried)}
        return json.dumps({**carried, "read": asked, **chosen}, ensure_ascii=False, default=_plain)

    def _ask(self, table: str, equals: dict[str, Any], columns: Iterable[str]) -> None:
        if table in _OF_PAPERS:
            return
        self._asked[table, json.dumps(equals, sort_keys=True, default=_plain)] = equals
        self._read.setdefault(table, set()).update(columns)

    def _noted(self, part: Any) -> Any:
        """Return a record, or a row with records in it, as records that note what is read of them."""
        if type(part) in RECORDS:
            return self._noting(part)
        return tuple(self._noted(value) for value in part) if isinstance(part, tuple) else part

    def _noting(self, row: R) -> R:
        record = type(row)
        if record not in self._copies:
            self._copies[record] = _copier(record, self._read.setdefault(table_name(record), set()))
        return cast(R, self._copies[record](row))


def scope_of(sources: str) -> Scope:
    """Return the period that a document told."""
    noted = json.loads(sources) if sources else {}
    return convert(noted.get("scope", {}), Scope) if isinstance(noted, dict) else Scope()


def digest(reader: Reader, sources: str) -> str | None:
    """Return the SHA-256 of what the dossier says today in the fields noted.

    None where nobody can tell: the dossier no longer has such a field, or the note is of version 1.0.0, which told
    every field of whole tables and so called almost every document changed.
    """
    noted = json.loads(sources)
    if not isinstance(noted, dict):
        return None
    total = hashlib.sha256()
    questions: list[Question] = noted["read"]
    for table, equals, columns in questions:
        record = next((record for record in RECORDS if table_name(record) == table), None)
        known = {field.name for field in fields_of(record)} if record else set()
        if record is None or not known.issuperset([*equals, *columns]):
            return None
        rows = [{name: getattr(row, name) for name in columns} for row in _rows(reader, record, equals)]
        total.update(json.dumps(rows, ensure_ascii=False, sort_keys=True, default=_plain).encode())
    return total.hexdigest()


def _rows(reader: Reader, record: type[Any], equals: dict[str, Any]) -> list[Any]:
    """Return the records that have the values given; of a list of ids, those that are there."""
    if isinstance(equals.get("id"), list):
        wanted = frozenset(equals["id"])
        return [row for row in reader.all(record) if row.id in wanted]
    return reader.all(record, **equals)


def _copier(record: type[R], read: set[str]) -> Callable[[R], R]:
    """Return what copies a record into one that adds to `read` the names of the fields looked at."""
    fields = frozenset(record.__struct_fields__)

    def look(self: Any, name: str) -> Any:
        if name in fields:
            read.add(name)
        return object.__getattribute__(self, name)

    noting = defstruct(record.__name__, [], bases=(record,), namespace={"__getattribute__": look})
    return lambda row: cast(R, noting(**asdict(row)))


def _plain(value: Any) -> str:
    """Return as text what JSON has no word for."""
    return value.isoformat() if isinstance(value, date | time) else bytes(value).hex()
