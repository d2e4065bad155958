"""Make a base's tables, or bring them to today's: by one of those who start at once, while the others wait."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from msp_desktop.errors import UserError
from msp_desktop.federation.base.faults import DAMAGED
from msp_desktop.federation.base.models import Model
from msp_desktop.federation.base.values import lacks_something
from msp_desktop.i18n import N_, _
from msp_desktop.unpacked import folder_of

#: The number of the newest revision: they are called f1, f2…
REVISION = 1
SCRIPTS = folder_of(__file__) / "migrations"
#: Where a base says its revision: a name of its own, since a base of PostgreSQL may hold others' tables.
VERSION_TABLE = "federation_revision"
LATER = N_("This base was made with a later version of Santé 100 jours: install it to open this base.")
NOT_OURS = N_("This base holds other things than a federation’s communes: choose another one, or an empty one.")
#: What those who start at once wait for, in PostgreSQL.
_LOCK = 7_230_041

#: Alembic keeps what it works on in its module.
_ONE_AT_A_TIME = threading.Lock()


def migrate(writer: Engine, *, scripts: Path = SCRIPTS, target: int = REVISION) -> None:
    """Bring a base to a revision, in one transaction; UserError where it is a later one's, somebody else's, or lacks a table."""
    with writer.connect() as connection:
        if _revision(connection) == target:
            if target == REVISION and lacks_something(connection):
                raise UserError(_(DAMAGED))
            return
    with _ONE_AT_A_TIME, writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        there = _revision(connection)
        if there > target:
            raise UserError(_(LATER))
        if there < target:
            _upgrade(connection, scripts, target)


def _revision(connection: Connection) -> int:
    """Return the revision of a base, 0 for an empty one."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        if tables & set(Model.metadata.tables):
            raise UserError(_(NOT_OURS))
        return 0
    found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    if found is None:
        if tables & set(Model.metadata.tables):
            raise UserError(_(DAMAGED))
        return 0
    if not (found.startswith("f") and found[1:].isdecimal()):
        raise UserError(_(NOT_OURS))
    return int(found[1:])


def _upgrade(connection: Connection, scripts: Path, target: int) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    command.upgrade(config, f"f{target}")
