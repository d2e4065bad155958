"""Read from a record's class what its table looks like, without SQLAlchemy (the first rows are read before it loads)."""

from __future__ import annotations

import re
import sqlite3
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeVar, cast

import msgspec
from msgspec import Struct

from msp_desktop.domain.markers import OnDelete, References, Unique
from msp_desktop.domain.records import RECORDS

R = TypeVar("R", bound=Struct)
F = TypeVar("F", bound=Callable[..., Any])


def _cached(function: F) -> F:
    """Keep what a function returns; typed here since classes are not seen as hashable arguments."""
    return cast(F, cache(function))


class FieldShape(Struct, frozen=True):
    """One column: its Python type and what it refers to."""

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
    hints = typing.get_type_hints(record, include_extras=True)
    return tuple(_field_shape(name, hints[name]) for name in record.__struct_fields__)


@_cached
def select_sql(record: type[Any]) -> str:
    """Return the SELECT of all columns of a record, without conditions."""
    names = ", ".join(f'"{name}"' for name in record.__struct_fields__)
    return f'SELECT {names} FROM "{table_name(record)}"'


def decoded(record: type[R], rows: Sequence[tuple[Any, ...]]) -> list[R]:
    """Make the frozen records of raw SQLite rows; raise sqlite3.DatabaseError where a value makes no sense."""
    names = record.__struct_fields__
    tables = [dict(zip(names, row, strict=True)) for row in rows]
    try:
        # Not strict: SQLite keeps a yes or no as 1 or 0.
        return msgspec.convert(tables, list[record], strict=False, builtin_types=(bytes,))  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise sqlite3.DatabaseError(f"{table_name(record)}: {error}") from error


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


def _field_shape(name: str, hint: Any) -> FieldShape:
    marks = hint.__metadata__ if typing.get_origin(hint) is Annotated else ()
    kind = hint.__origin__ if marks else hint
    optional = isinstance(kind, types.UnionType) and type(None) in kind.__args__
    reference = next((mark for mark in marks if isinstance(mark, References)), None)
    return FieldShape(
        name=name,
        type=next(part for part in kind.__args__ if part is not type(None)) if optional else kind,
        optional=optional,
        references=reference.table if reference else None,
        on_delete=reference.on_delete if reference else "restrict",
        unique=any(isinstance(mark, Unique) for mark in marks),
    )
