"""Bring an older dossier to today's tables with alembic, after setting a copy aside."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from msp_desktop.db import sums
from msp_desktop.db.copies import copy_aside
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.engine import SCHEMA_VERSION, engine_on
from msp_desktop.db.faults import DAMAGED
from msp_desktop.i18n import _

#: Revision names are r1, r2… equal to PRAGMA user_version, so that a current file never needs alembic.
FIRST_REVISION_SQL = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
    f"INSERT INTO alembic_version VALUES ('r{SCHEMA_VERSION}')",
)

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(raw: sqlite3.Connection, path: Path, *, scripts: Path = SCRIPTS, target: int = SCHEMA_VERSION) -> Path:
    """Migrate an open dossier to a schema version and return the copy set aside before.

    All steps are one transaction. References are checked at the end: alembic's batch mode would silently
    null them with foreign keys on. Raise UserError, the file as it was, where they do not hold.
    """
    from alembic import command
    from alembic.config import Config

    copy = copy_aside(raw, path, reason="avant-mise-a-jour")
    raw.execute("PRAGMA foreign_keys=OFF")
    engine = engine_on(raw)
    try:
        config = Config()
        config.set_main_option("script_location", str(scripts))
        config.set_main_option("path_separator", "os")
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, f"r{target}")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise DamagedError(_(DAMAGED))
            sums.recompute(raw)
            connection.exec_driver_sql(f"PRAGMA user_version={target}")
    finally:
        # The engine is not disposed of: that would close the connection, which belongs to the caller.
        raw.execute("PRAGMA foreign_keys=ON")
    return copy
