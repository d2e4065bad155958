"""Marks on the fields of records: the database reads its columns from them, so each fact is declared once.

A record is a frozen `msgspec.Struct` with an `id`; its class name in snake case is its table's name. Types allowed:
int, float, str, bool, bytes, date, time, datetime, a StrEnum, and each of these or None. A mark stands beside the
type: `person_id: Annotated[int, References("person", on_delete="cascade")]`. A datetime is the clock's own, without a
zone: `made_at: Annotated[datetime, Meta(tz=False)]`, so that nothing else is read out of a file.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

OnDelete = Literal["cascade", "null", "restrict"]


class References(Struct, frozen=True):
    """A field that holds the id of a row of `table`.

    `cascade` deletes this row with the other one, `null` empties the field, `restrict` forbids.
    """

    table: str
    on_delete: OnDelete


class Between(Struct, frozen=True):
    """The least and the greatest value of a number that may be unknown: msgspec's own `Meta` takes none that may be None."""

    least: int
    most: int


class Unique(Struct, frozen=True):
    """A field whose value no other row of the table may hold."""
