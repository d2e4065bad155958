"""What a paper reads of a dossier: lines no longer than a paper can show, whatever an old dossier or a stranger's holds.

A field of one line may hold 32,767 characters: a hundred names of that length make a book of thousands of pages, that
takes a quarter of an hour to lay out. Notes, which are long because somebody wrote them, are read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import astuple, replace

from msp_desktop.db.reader import Reader
from msp_desktop.domain.limits import LINE, limits_of
from msp_desktop.domain.records import RECORDS

if TYPE_CHECKING:
    from sqlalchemy import Select

R = TypeVar("R", bound=Struct)
S = TypeVar("S", bound=Struct)
T = TypeVar("T")

#: Longest line on paper, in characters: half a page. The whole of it stays in the dossier.
MOST = 1_000
#: Longest word of it: longer than the address of any video meeting.
WORD = 400
_LONG_WORD = re.compile(rf"(\S{{{WORD - 1}}})\S{{2,}}")


def brief(line: str) -> str:
    """Return a line as a paper shows it: beyond MOST characters, or WORD of one word, « … »."""
    if len(line) <= WORD:
        return line
    line = _LONG_WORD.sub(r"\1…", line)
    return line if len(line) <= MOST else f"{line[: MOST - 2].rstrip()} …"


class BriefReader(Reader):
    """Read through another reader, each line brief."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self, record: type[R], *, order: str = "id", limit: int | None = None, **equals: Any) -> list[R]:
        """Return the records."""
        return [_brief(row) for row in self._reader.all(record, order=order, limit=limit, **equals)]

    def each_with(self, record: type[R], referred: type[S], by: str) -> list[tuple[R, S]]:
        """Return the records with those they refer to."""
        return [(_brief(row), _brief(other)) for row, other in self._reader.each_with(record, referred, by)]

    def kept(self, question: Hashable, records: Iterable[type[Any]], make: Callable[[], T]) -> T:
        """Compute it anew: what the other reader keeps is made of the whole lines."""
        return make()

    def renewed(self, question: Hashable, records: Iterable[type[Any]], make: Callable[[T | None], T]) -> T:
        """Compute it anew, as `kept` does."""
        return make(None)

    def select(self, statement: Select[Any]) -> list[Any]:
        """Return the answer."""
        return [_part(row) for row in self._reader.select(statement)]


def _part(part: Any) -> Any:
    if type(part) is tuple:
        return tuple(map(_part, part))
    return _brief(part) if isinstance(part, Struct) else part


def _brief(row: R) -> R:
    # Taken out of the record all at once: one that notes what is read of it is not to note this.
    values = astuple(row)
    lines = ((name, values[place]) for place, name in _lines(cast(Hashable, _record(type(row)))))
    changes = {name: brief(line) for name, line in lines if line is not None and len(line) > WORD}
    return replace(row, **changes) if changes else row


def _record(kind: type[Any]) -> type[Any]:
    """Return the record a kind is, or is derived from (those that note what is read of them are)."""
    return next(base for base in kind.__mro__ if base in RECORDS)


@cache
def _lines(record: Any) -> tuple[tuple[int, str], ...]:
    """Return the place and the name of each line among the fields of a record."""
    limits = limits_of(record)
    return tuple((place, name) for place, name in enumerate(record.__struct_fields__) if limits[name].longest == LINE)
