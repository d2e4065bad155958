"""Questions put through SQLAlchemy: Core selects on the tables, run on the dossier's one connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterator
from contextlib import closing
from operator import and_, eq
from typing import Any

from msgspec import Struct
from sqlalchemy import BinaryExpression, BindParameter, Column, Connection, Select, Table, create_engine, literal
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import BooleanClauseList
from sqlalchemy.sql.selectable import AliasedReturnsRows, Join

from msp_desktop.db.tables import TABLES

_NAMES = {record: tuple(column.name for column in table.columns) for record, table in TABLES.items()}
_RECORDS = {table: record for record, table in TABLES.items()}


class Layout(Struct, frozen=True):
    """How the columns of an answer are read, and from which tables: one part a record, or a single column."""

    tables: frozenset[str]
    parts: tuple[tuple[type[Any] | None, int, int], ...]


def reading_connection(raw: sqlite3.Connection) -> Connection:
    """Return a SQLAlchemy connection that only asks: it begins nothing and takes no lock of its own."""
    # Not the engine that writes: its BEGIN IMMEDIATE would be refused inside a write and on a read-only file, and
    # a connection given back to a pool is rolled back, with the write under way.
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, pool_reset_on_return=None)
    return engine.connect()


def question_of(statement: Select[Any]) -> tuple[Hashable, Hashable]:
    """Return what tells a statement from others, without and with its values.

    SQLAlchemy makes this key for its own cache of compiled statements and has no public name for it.
    """
    key = statement._generate_cache_key()
    assert key is not None
    values = tuple(tuple(v) if isinstance(v := bound.effective_value, list) else v for bound in key.bindparams)
    return key.key, (key.key, values)


def layout_of(statement: Select[Any]) -> Layout:
    """Return how the answer to a statement is read."""
    tables = frozenset(str(part.name) for part in visitors.iterate(statement) if isinstance(part, Table))
    return Layout(tables, tuple(_parts(list(statement.selected_columns))))


class Reading(Struct, frozen=True):
    """What a statement takes from one table: the rows of certain values, and the columns it names one by one.

    `found_by_id` is for a table of which each row is found by the id that another table's row holds.
    """

    table: str
    equals: dict[str, Any]
    columns: frozenset[str]
    found_by_id: bool


def readings_of(statement: Select[Any]) -> list[Reading]:
    """Return what a statement reads from each table; more than it does where its conditions are not plain."""
    answer = list(statement.selected_columns)
    alone = [answer[low] for record, low, _high in _parts(answer) if record is None]
    joins = [part for source in statement.get_final_froms() for part in visitors.iterate(source)]
    bare = statement.with_only_columns(*alone or [literal(1)], maintain_column_froms=True)
    columns: dict[str, set[str]] = {
        str(part.name): set() for part in visitors.iterate(statement) if isinstance(part, Table)
    }
    for part in [*visitors.iterate(bare), *joins]:
        if isinstance(part, Column):
            # A column of an alias belongs to the table that has the other name.
            columns[str(getattr(part.table, "element", part.table).name)].add(part.name)
    inner = not any(isinstance(part, AliasedReturnsRows) or (isinstance(part, Join) and part.isouter) for part in joins)
    equals = _equalities(statement) if inner else {}
    joined = {str(part.name) for part in joins if isinstance(part, Table)} if inner and len(joins) > 1 else set()
    return [
        Reading(table, equals.get(table, {}), frozenset(named), table in joined and named == {"id"})
        for table, named in columns.items()
    ]


def _equalities(statement: Select[Any]) -> dict[str, dict[str, Any]]:
    """Return by table the values that columns must have, as far as « and » alone joins the conditions."""
    where = statement.whereclause
    found: dict[str, dict[str, Any]] = {}
    clauses = where.clauses if isinstance(where, BooleanClauseList) and where.operator is and_ else [where]
    for clause in clauses:
        if isinstance(clause, BinaryExpression) and clause.operator is eq and isinstance(clause.right, BindParameter):
            column = clause.left
            if isinstance(column, Column):
                found.setdefault(str(column.table.name), {})[column.name] = clause.right.effective_value
    return found


def ask(connection: Connection, statement: Select[Any], layout: Layout) -> tuple[Any, ...]:
    """Return the answer: records where one whole table is asked, else rows; a whole table in a row is its record.

    Raises sqlite3.Error, DatabaseError too for a value in the file that makes no sense.
    """
    try:
        with closing(connection.execute(statement)) as result:
            rows = result.all()
            if all(record is None for record, _low, _high in layout.parts):
                return tuple(rows)
    except DBAPIError as error:
        raise (error.orig or error) from error
    except (ValueError, TypeError) as error:
        raise sqlite3.DatabaseError(f"{', '.join(sorted(layout.tables))}: {error}") from error
    if len(layout.parts) == 1:
        record, low, high = layout.parts[0]
        return tuple(_made(record, row[low:high]) for row in rows)
    return tuple(
        tuple(_made(record, row[low:high]) if record else row[low] for record, low, high in layout.parts)
        for row in rows
    )


def _parts(columns: list[Any]) -> Iterator[tuple[type[Any] | None, int, int]]:
    index = 0
    while index < len(columns):
        table = getattr(columns[index], "table", None)
        record = _RECORDS.get(table) if isinstance(table, Table) else None
        # By identity: `==` between columns is SQL.
        whole = [id(column) for column in table.columns] if record and table is not None else []
        if whole and [id(column) for column in columns[index : index + len(whole)]] == whole:
            yield record, index, index + len(whole)
            index += len(whole)
        else:
            yield None, index, index + 1
            index += 1


def _made(record: type[Any] | None, values: Any) -> Any:
    """Make the record of a row's values; None where an outer join found none."""
    if record is None or values[0] is None:
        return None
    return record(**dict(zip(_NAMES[record], values, strict=True)))
