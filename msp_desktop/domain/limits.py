"""How much a record may hold: lengths, numbers, days. What is typed obeys it on the way in, a file on the way out."""

from __future__ import annotations

import types
import typing
from collections.abc import Hashable
from datetime import date
from functools import cache
from typing import Annotated, Any, cast

from msgspec import Meta, Struct

from msp_desktop.domain.markers import Between, References

#: Longest text of a field of one line, in characters: what Qt's own field takes, and what version 1.0.0 let be typed.
LINE = 32_767
#: Longest that is typed as a line: several pages.
TYPED_LINE = 10_000
#: Longest note, in characters: two of the thickest novels.
NOTE = 2_000_000
#: Largest picture, in bytes.
PICTURE = 4_000_000
#: Ids and references: what Qt's own whole numbers hold.
IDS = (1, 1_000_000_000)
#: Any other number, where its field says nothing narrower.
NUMBERS = (-1_000_000_000, 1_000_000_000)
#: What may be typed as a day. A dossier may hold more: version 1.0.0 took « 12/5/206 » and « 12/5/2926 » for days. What
#: it may hold leaves room to count days and years from it.
TYPED_DAYS = (date(1900, 1, 1), date(2199, 12, 31))
DAYS = (date(100, 1, 1), date(9899, 12, 31))
#: Rows of one table: twenty times the largest of a whole mandate.
ROWS = 100_000

#: Text of several lines; any other text is a line.
Note = Annotated[str, Meta(max_length=NOTE)]


class Limits(Struct, frozen=True):
    """What a field may hold: its greatest length (characters or bytes), or its least and greatest value.

    `longest_typed` is for what is new; what a dossier already has may be as long as `longest`.
    """

    longest: int = 0
    longest_typed: int = 0
    least: Any = None
    most: Any = None


def limits_of(record: type[Any]) -> dict[str, Limits]:
    """Return the limits of each field of a record."""
    return _limits(cast(Hashable, record))


def single(record: type[Any]) -> bool:
    """Tell whether a dossier has one row of this record at most, with the id 1."""
    return bool(record.__struct_fields__[0] == "id" and 1 in record.__struct_defaults__[:1])


@cache
def _limits(record: Any) -> dict[str, Limits]:
    hints = typing.get_type_hints(record, include_extras=True)
    return {name: _limits_of(name, hints[name]) for name in record.__struct_fields__}


def _limits_of(name: str, hint: Any) -> Limits:
    marks = hint.__metadata__ if typing.get_origin(hint) is Annotated else ()
    hint = hint.__origin__ if marks else hint
    parts = hint.__args__ if isinstance(hint, types.UnionType) else (hint,)
    kind = next(part for part in parts if part is not type(None))
    meta = next((mark for mark in marks if isinstance(mark, Meta)), Meta())
    if kind is str:
        longest = meta.max_length or LINE
        return Limits(longest=longest, longest_typed=meta.max_length or TYPED_LINE)
    if kind is bytes:
        return Limits(longest=PICTURE)
    if issubclass(kind, date):
        return Limits(least=DAYS[0], most=DAYS[1])
    if name == "id" or any(isinstance(mark, References) for mark in marks):
        return Limits(least=IDS[0], most=IDS[1])
    if kind in (int, float):
        least, most = next(((mark.least, mark.most) for mark in marks if isinstance(mark, Between)), NUMBERS)
        return Limits(least=least if meta.ge is None else meta.ge, most=most if meta.le is None else meta.le)
    return Limits()
