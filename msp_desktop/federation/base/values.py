"""Whether a base's tables and values are what this program writes: somebody may have changed them with another one."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, Date, Integer, LargeBinary, inspect, text

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import Verdict
from msp_desktop.federation.base.models import Model, ReceiptRow
from msp_desktop.federation.base.moments import Moment


def lacks_something(connection: Connection) -> bool:
    """Tell whether a table or a column of ours is not there."""
    there = inspect(connection).get_multi_columns()
    known = {table: {column["name"] for column in columns} for (_schema, table), columns in there.items()}
    return any(not set(table.c.keys()) <= known.get(table.name, set()) for table in Model.metadata.sorted_tables)


def has_strange_values(connection: Connection) -> bool:
    """Tell whether a base in a file holds what no column of ours does; it reads all of it, once something went wrong."""
    return any(
        connection.scalar(
            text(
                f"SELECT EXISTS (SELECT 1 FROM {table.name} WHERE"
                f" {' OR '.join(f'({column.name} IS NOT NULL AND NOT ({_is_ours(column)}))' for column in table.c)})"
            )
        )
        for table in Model.metadata.sorted_tables
    )


def _is_ours(column: Column[object]) -> str:
    """Return the condition that a value of a column fulfils."""
    name, kind = column.name, column.type
    if isinstance(kind, Moment | Date):
        return f"typeof({name}) = 'text' AND datetime({name}) IS NOT NULL"
    if isinstance(kind, Integer | Boolean):
        return f"typeof({name}) = 'integer'"
    if isinstance(kind, LargeBinary):
        return f"typeof({name}) = 'blob'"
    known = {"verdict": list(Verdict), "why": ["", *Why]}.get(name, []) if column.table is ReceiptRow.__table__ else []
    among = f" AND {name} IN ({', '.join(map(repr, map(str, known)))})" if known else ""
    return f"typeof({name}) = 'text'{among}"
