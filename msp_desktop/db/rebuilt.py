"""A table made anew by a migration: SQLite changes few things of one that is there."""

from contextlib import AbstractContextManager

from alembic import op
from alembic.operations.base import BatchOperations


def rebuilt(table: str) -> AbstractContextManager[BatchOperations]:
    """Return the batch in which a table is changed; of the tables it refers to, alembic needs the names alone.

    Left to itself it reads each of them, with those they refer to: half of the time of a migration.
    """
    return op.batch_alter_table(table, reflect_kwargs={"resolve_fks": False})
