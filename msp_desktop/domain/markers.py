"""Marks on the fields of records: the database reads its columns from them, so each fact is declared once.

A record is a frozen dataclass with an `id`; its class name in snake case is its table's name. Types
allowed: int, float, str, bool, bytes, date, time, datetime, a StrEnum, and each of these or None.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal

OnDelete = Literal["cascade", "null", "restrict"]


def references(table: str, *, on_delete: OnDelete, optional: bool = False) -> Any:
    """Declare a field that holds the id of a row of `table`.

    `cascade` deletes this row with the other one, `null` empties the field, `restrict` forbids.
    """
    marks = {"references": table, "on_delete": on_delete}
    return field(default=None, metadata=marks) if optional else field(metadata=marks)


def unique(*, default: Any = None) -> Any:
    """Declare a field whose value no other row of the table may hold."""
    return field(default=default, metadata={"unique": True})
