"""A change of a record: new values for some of its fields, checked against their declaration when it is made."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

R = TypeVar("R", bound=Struct)


class Change(Generic[R]):
    """New values for fields of one kind of record: `Change(Action, planned_on=day)`.

    Raises TypeError, a bug of ours, where a name is no field of the record (its id never is) or where a value is not
    of the type the field is declared with. A whole number is taken for a field with decimals, and the text of a word
    of an enumeration for that word, since Qt hands a word back as plain text.
    """

    __slots__ = ("record", "values")

    def __init__(self, record: type[R], /, **values: object) -> None:
        kinds = _kinds(record)
        for name, value in values.items():
            if name not in kinds:
                raise TypeError(f"{record.__name__} has no field « {name} » that may be changed")
            if type(value) not in kinds[name]:
                values[name] = _word(kinds[name], value, f"{record.__name__}.{name}")
        self.record = record
        self.values: Mapping[str, Any] = types.MappingProxyType(values)

    def applied_to(self, row: R) -> R:
        """Return the record with the new values."""
        return replace(row, **self.values)


def changes(records: Iterable[type[Struct]], values: Mapping[str, object]) -> list[Change[Any]]:
    """Return the changes that values make where each goes to the first of these records that has such a field.

    Raises TypeError where none has.
    """
    found: dict[type[Struct], dict[str, object]] = {}
    for name, value in values.items():
        record = next((record for record in records if name in _kinds(record)), None)
        if record is None:
            raise TypeError(f"no record here has a field « {name} »")
        found.setdefault(record, {})[name] = value
    return [Change(record, **theirs) for record, theirs in found.items()]


def _word(kinds: Iterable[type[Any]], value: object, field: str) -> StrEnum:
    for kind in kinds:
        if issubclass(kind, StrEnum) and isinstance(value, str) and value in tuple(kind):
            return kind(value)
    raise TypeError(f"{field} takes no {type(value).__name__}")


@cache
def _kinds(record: type[Any]) -> dict[str, frozenset[type[Any]]]:
    """Return the types of value that each field takes, the id left out."""
    hints = typing.get_type_hints(record)
    return {name: _types(hints[name]) for name in record.__struct_fields__ if name != "id"}


def _types(hint: Any) -> frozenset[type[Any]]:
    parts = frozenset(hint.__args__ if isinstance(hint, types.UnionType) else (hint,))
    return parts | {int} if float in parts else parts
