"""Connect to a dossier file, and let SQLAlchemy write through that same connection."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Engine

#: « SAN1 » in the file's header: what tells our files from other SQLite files.
APPLICATION_ID = 0x53414E31
#: Raised by one with each migration; written in PRAGMA user_version.
SCHEMA_VERSION = 10

#: The most SQLite takes of each thing, far above what the application's own statements need.
_MOST = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024),  # a row with six notes of the greatest length
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024),
    (sqlite3.SQLITE_LIMIT_COLUMN, 300),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 500),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 50),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 1_000_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 50),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 20_000),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 32_766),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a SQLite file that must exist, set for one writer that survives a power cut."""
    uri = sqlite_uri(path.absolute(), "ro" if read_only else "rw")
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.3, check_same_thread=False)
    try:
        guard(connection)
        # Secure delete: what is deleted is overwritten, and is in no byte of the file (some SQLite do so by themselves).
        for pragma in ("locking_mode=EXCLUSIVE", "foreign_keys=ON", "synchronous=FULL", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        # In exclusive mode even a failed read keeps a lock until the connection is closed. It may be a
        # UnicodeDecodeError: SQLite quotes what is broken in its message, and Python cannot read that.
        connection.close()
        raise
    return connection


def sqlite_uri(path: PurePath, mode: str) -> str:
    """Return the address by which SQLite opens an absolute path in a mode (ro, rw).

    All of it is escaped, as the system writes it: in an address of the usual form a share's server (`\\\\serveur\\mairie`) is
    the authority, which SQLite refuses, and a path that begins with `\\\\?\\` has none.
    """
    return f"file:{''.join(f'%{byte:02X}' for byte in os.fsencode(path))}?mode={mode}"


def guard(connection: sqlite3.Connection) -> None:
    """Have SQLite be wary of what is in the file (its page « Defense Against The Dark Arts »), and refuse excess.

    Its defensive mode is not reachable from Python 3.11; no SQL of others ever runs here, which is what it is for.
    """
    for kind, most in _MOST:
        connection.setlimit(kind, most)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}").fetchall()


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
