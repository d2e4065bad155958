"""SQLAlchemy's tables, read from the records: each column is declared once, in domain/."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Time,
    TypeDecorator,
    UniqueConstraint,
)
from typing_extensions import override

from msp_desktop.db import sums
from msp_desktop.db.shape import FieldShape, fields_of, table_name
from msp_desktop.domain.records import RECORDS

_TYPES: dict[type[Any], type[Any]] = {
    bool: Boolean,
    int: Integer,
    float: Float,
    str: String,
    bytes: LargeBinary,
    datetime: DateTime,
    date: Date,
    time: Time,
}


class _Word(TypeDecorator[StrEnum]):
    """One of the words of a StrEnum, kept as text."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], StrEnum | None]:
        # Looked up, not called: a table of ten thousand professionals has forty thousand such cells.
        meaning: dict[str | None, StrEnum | None] = {word.value: word for word in self.words}
        return _Meaning(meaning | {None: None}).__getitem__


class _Meaning(dict[str | None, StrEnum | None]):
    """What each word kept stands for; ValueError for another, which only a damaged file has."""

    def __missing__(self, word: str | None) -> StrEnum | None:
        raise ValueError(f"{word!r} is no word of this column")


_ON_DELETE = {"cascade": "CASCADE", "null": "SET NULL", "restrict": "RESTRICT"}

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _column(shape: FieldShape) -> Column[Any]:
    arguments: list[Any] = [_Word(shape.type) if issubclass(shape.type, StrEnum) else _TYPES[shape.type]()]
    if shape.references:
        arguments.append(ForeignKey(f"{shape.references}.id", ondelete=_ON_DELETE[shape.on_delete]))
    return Column(
        shape.name,
        *arguments,
        primary_key=shape.name == "id",
        nullable=shape.optional,
        unique=shape.unique or None,
        index=True if shape.references else None,
    )


def _table(record: type[Any]) -> Table:
    together = getattr(record, "UNIQUE", ())
    constraints = [UniqueConstraint(*together)] if together else []
    return Table(table_name(record), metadata, *map(_column, fields_of(record)), *constraints)


TABLES: dict[type[Any], Table] = {record: _table(record) for record in RECORDS}

#: Kept by db.sums; without a rowid it is one page, which each write changes besides its own.
CONTENT_SUMS = Table(
    sums.TABLE,
    metadata,
    Column("name", String, primary_key=True),
    Column("rows", Integer, nullable=False),
    Column("digest", Integer, nullable=False),
    sqlite_with_rowid=False,
)
