"""Connect to a dossier file, and let SQLAlchemy write through that same connection."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Engine

#: « SAN1 » in the file's header: what tells our files from other SQLite files.
APPLICATION_ID = 0x53414E31
#: Raised by one with each migration; written in PRAGMA user_version.
SCHEMA_VERSION = 4


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a SQLite file that must exist, set for one writer that survives a power cut."""
    mode = "ro" if read_only else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.3, check_same_thread=False)
    try:
        for pragma in ("locking_mode=EXCLUSIVE", "foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        # In exclusive mode even a failed read keeps a lock until the connection is closed.
        connection.close()
        raise
    return connection


def engine_on(raw: sqlite3.Connection) -> Engine:
    """Return an engine whose only connection is the one given; it begins transactions itself."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        # Python's own BEGIN comes too late for DDL and takes no write lock; ours does both.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
