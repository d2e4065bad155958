"""A dossier as a file: create, open and close it; know who has it open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop import log
from msp_desktop.db import lock_note
from msp_desktop.db.admission import admit
from msp_desktop.db.damage import DamagedError, was_a_dossier
from msp_desktop.db.engine import APPLICATION_ID, SCHEMA_VERSION, connect
from msp_desktop.db.faults import DAMAGED, explained
from msp_desktop.db.store import Store
from msp_desktop.errors import UserError
from msp_desktop.files import draft_of
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

_HEADER = b"SQLite format 3\x00"


def create_dossier(path: Path, fill: Callable[[Transaction], object] | None = None) -> Store:
    """Create a dossier, have it filled, and return it open with nothing to undo; UserError where the file exists.

    It is made aside and bears its name only once it is whole, with all that `fill` writes, and on the disk.
    """
    if path.suffix != DOSSIER_SUFFIX:
        path = path.with_name(path.name + DOSSIER_SUFFIX)
    try:
        with explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            with draft_of(path, new=True) as draft:
                _make(draft, fill)
    except UserError as error:
        if isinstance(error.__cause__, FileExistsError):
            raise _already_exists(path) from error
        raise
    return open_dossier(path)


def open_dossier(path: Path) -> Store:
    """Open a dossier for this process alone; read only where the file or its folder is protected.

    An older file is migrated, after a copy is set aside. Raise UserError for a file that is missing, not
    a dossier, damaged, from a later version, or open elsewhere.
    """
    _refuse_foreign(path)
    with explained(reading=True):
        try:
            connection, read_only = _locked(path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise UserError(lock_note.sentence(path)) from error
            raise
    try:
        with explained(reading=True):
            version = admit(connection, path)
        with explained():
            if version < SCHEMA_VERSION:
                _migrate(connection, path, read_only)
                admit(connection, path)
    except BaseException:
        connection.close()
        lock_note.remove(path)
        raise
    log.dossier_opened(version, read_only=read_only)
    return Store(path, connection, read_only=read_only)


def close_dossier(store: Store) -> None:
    """Close a dossier and delete its lock note."""
    store.close()
    if not store.read_only:
        lock_note.remove(store.path)
    log.dossier_closed()


def _make(draft: Path, fill: Callable[[Transaction], object] | None) -> None:
    from msp_desktop.db.engine import engine_on
    from msp_desktop.db.migrate import FIRST_REVISION_SQL
    from msp_desktop.db.tables import metadata

    raw = connect(draft)
    try:
        # It is flushed once, when it is whole; until then nobody misses it.
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF"):
            raw.execute(f"PRAGMA {pragma}").fetchall()
        with engine_on(raw).begin() as connection:
            metadata.create_all(connection)
            for statement in FIRST_REVISION_SQL:
                connection.exec_driver_sql(statement)
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        if fill is not None:
            with Store(draft, raw).write("") as transaction:
                fill(transaction)
    finally:
        raw.close()


def _already_exists(path: Path) -> UserError:
    return UserError(_("The file « {name} » already exists: choose another name.").format(name=path.name))


def _refuse_foreign(path: Path) -> None:
    if path.is_dir() or not path.exists():
        raise UserError(
            _("The file « {name} » cannot be found: check that the drive is plugged in.").format(name=path.name)
        )
    with explained():
        if path.stat().st_size == 0:
            raise DamagedError(
                _("The file « {name} » is empty. Open a safe copy: « Restore a copy ».").format(name=path.name)
            )
        # Only the header is read, before any SQLite connection of ours exists: closing this handle drops no lock.
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
        damaged = header != _HEADER and was_a_dossier(path)
    if damaged:
        raise DamagedError(_(DAMAGED))
    if header != _HEADER:
        raise UserError(_("« {name} » is not a dossier of this application.").format(name=path.name))


def _locked(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Return a connection that holds the exclusive lock, or one that only reads where writing is refused."""
    try:
        connection = connect(path)
    except sqlite3.OperationalError:
        return connect(path, read_only=True), True
    try:
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return connect(path, read_only=True), True
        raise
    except sqlite3.DatabaseError:
        connection.close()
        raise
    if not lock_note.leave(path):
        # The folder is protected: SQLite could not keep its journal there either. Said now, not at the first word.
        connection.close()
        return connect(path, read_only=True), True
    return connection, False


def _migrate(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    from msp_desktop.db.migrate import migrate

    if read_only:
        raise UserError(
            _("This dossier is from an older version and can only be read here: copy it into a folder of yours.")
        )
    migrate(connection, path)
