"""Bring an older dossier to today's tables with alembic, after setting a copy aside."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from glob import escape
from pathlib import Path

from msp_desktop.db import sums
from msp_desktop.db.copies import copy_aside
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.engine import SCHEMA_VERSION, engine_on, sqlite_uri
from msp_desktop.db.faults import DAMAGED, explained
from msp_desktop.db.values import wrong_table
from msp_desktop.i18n import _
from msp_desktop.unpacked import folder_of

#: Revision names are r1, r2… equal to PRAGMA user_version, so that a current file never needs alembic.
FIRST_REVISION_SQL = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
    f"INSERT INTO alembic_version VALUES ('r{SCHEMA_VERSION}')",
)

#: What the copies made before a migration are called by.
REASON = "avant-mise-a-jour"
SCRIPTS = folder_of(__file__) / "migrations"

#: Alembic keeps what it works on in its module: two threads, as where the start page reads dossiers, would mix it up.
_ONE_AT_A_TIME = threading.Lock()


def migrate(raw: sqlite3.Connection, path: Path, *, scripts: Path = SCRIPTS, target: int = SCHEMA_VERSION) -> Path:
    """Migrate an open dossier to a schema version and return the copy set aside before, found whole; see `upgrade`."""
    copy = _set_aside(raw, path)
    upgrade(raw, scripts=scripts, target=target)
    return copy


def upgrade(raw: sqlite3.Connection, *, scripts: Path = SCRIPTS, target: int = SCHEMA_VERSION) -> None:
    """Bring an open file, or one in memory, to a schema version.

    All steps are one transaction. References are checked at the end: alembic's batch mode would silently
    null them with foreign keys on. Raise UserError, the file as it was, where they do not hold, where a step cannot
    be done, or where the disk refuses; the connection is then only good for closing.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with _ONE_AT_A_TIME, explained(reading=True):
            raw.execute("PRAGMA foreign_keys=OFF")
            # The engine is not disposed of: that would close the connection, which belongs to the caller.
            with engine_on(raw).begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, f"r{target}")
                if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                    raise DamagedError(_(DAMAGED))
                sums.recompute(raw)
                if target == SCHEMA_VERSION and scripts == SCRIPTS and wrong_table(raw, filled=False):
                    # Admitted as what its columns were declared; today's revision knows what its records may hold.
                    raise DamagedError(_(DAMAGED))
                connection.exec_driver_sql(f"PRAGMA user_version={target}")
            raw.execute("PRAGMA foreign_keys=ON")
    except CommandError as error:  # the file tells of a revision that this chain does not have
        raise DamagedError(_(DAMAGED)) from error


def _set_aside(raw: sqlite3.Connection, path: Path) -> Path:
    """Return a whole copy of what is to be migrated: that of an earlier attempt where it is the same to the byte."""
    copy = copy_aside(raw, path, reason=REASON)
    with explained(reading=True):
        if not _is_whole(copy):
            copy.unlink()
            raise DamagedError(_(DAMAGED))
        content = copy.read_bytes()
        for earlier in sorted(path.parent.glob(f"{escape(path.stem)}_{REASON}*{path.suffix}")):
            if earlier != copy and earlier.is_file() and earlier.read_bytes() == content:
                copy.unlink()
                return earlier
    return copy


def _is_whole(copy: Path) -> bool:
    with closing(sqlite3.connect(sqlite_uri(copy.absolute(), "ro"), uri=True)) as raw:
        return bool(raw.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
