"""Read from a record's class what its table looks like, without SQLAlchemy (the first rows are read before it loads)."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from msp_desktop.domain.markers import OnDelete
from msp_desktop.domain.records import RECORDS

R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])


def _cached(function: F) -> F:
    """Keep what a function returns; typed here since classes are not seen as hashable arguments."""
    return cast(F, cache(function))


@dataclass(frozen=True, slots=True)
class FieldShape:
    """Describe one column: its Python type and what it refers to."""

    name: str
    type: type[Any]
    optional: bool
    references: str | None
    on_delete: OnDelete
    unique: bool


@_cached
def table_name(record: type[Any]) -> str:
    """Return the table's name: the class name in snake case."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower()


@_cached
def record_of(table: str) -> type[Any]:
    """Return the record kept in a table."""
    return next(record for record in RECORDS if table_name(record) == table)


@_cached
def fields_of(record: type[Any]) -> tuple[FieldShape, ...]:
    """Return the columns of a record's table, in order."""
    hints = typing.get_type_hints(record)
    return tuple(_field_shape(field, hints[field.name]) for field in dataclasses.fields(record))


@_cached
def select_sql(record: type[Any]) -> str:
    """Return the SELECT of all columns of a record, without conditions."""
    names = ", ".join(f'"{field.name}"' for field in fields_of(record))
    return f'SELECT {names} FROM "{table_name(record)}"'


def decoded(record: type[R], row: tuple[Any, ...]) -> R:
    """Make the frozen record of a raw SQLite row; raise sqlite3.DatabaseError where a value makes no sense."""
    try:
        values = {
            name: raw if convert is None or raw is None else convert(raw)
            for (name, convert), raw in zip(_decoders(record), row, strict=True)
        }
    except (ValueError, TypeError) as error:
        raise sqlite3.DatabaseError(f"{table_name(record)}: {error}") from error
    return record(**values)


def referring_to(table: str) -> list[tuple[type[Any], FieldShape]]:
    """Return the fields of other records that hold ids of this table."""
    return list(_references().get(table, ()))


@_cached
def _references() -> Mapping[str, tuple[tuple[type[Any], FieldShape], ...]]:
    found: dict[str, list[tuple[type[Any], FieldShape]]] = {}
    for record in RECORDS:
        for shape in fields_of(record):
            if shape.references:
                found.setdefault(shape.references, []).append((record, shape))
    return {table: tuple(pairs) for table, pairs in found.items()}


@_cached
def _decoders(record: type[Any]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    return tuple((shape.name, _decoder(shape.type)) for shape in fields_of(record))


def _decoder(kind: type[Any]) -> Callable[[Any], Any] | None:
    if issubclass(kind, StrEnum):
        return kind
    if issubclass(kind, (datetime, date, time)):
        return kind.fromisoformat
    if kind is bool:
        return bool
    return None


def _field_shape(field: dataclasses.Field[Any], hint: Any) -> FieldShape:
    optional = isinstance(hint, types.UnionType) and type(None) in hint.__args__
    kind = next(part for part in hint.__args__ if part is not type(None)) if optional else hint
    return FieldShape(
        name=field.name,
        type=kind,
        optional=optional,
        references=field.metadata.get("references"),
        on_delete=field.metadata.get("on_delete", "restrict"),
        unique=field.metadata.get("unique", False),
    )
