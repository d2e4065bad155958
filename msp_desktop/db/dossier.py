"""A dossier as a file: create, open and close it; know who has it open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop import log
from msp_desktop.db import lock_note
from msp_desktop.db.admission import admit
from msp_desktop.db.engine import APPLICATION_ID, SCHEMA_VERSION, connect
from msp_desktop.db.faults import explained
from msp_desktop.db.opening import locked, refuse_foreign
from msp_desktop.db.store import Store
from msp_desktop.errors import UserError
from msp_desktop.files import draft_of, shown_name, write_whole
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX, make_folder

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def create_dossier(path: Path, fill: Callable[[Transaction], object] | None = None) -> Store:
    """Create a dossier, have it filled, and return it open with nothing to undo; UserError where the file exists.

    It is made aside and bears its name only once it is whole, with all that `fill` writes, and on the disk.
    """
    if path.suffix != DOSSIER_SUFFIX:
        path = path.with_name(path.name + DOSSIER_SUFFIX)
    try:
        with explained():
            make_folder(path.parent)
            with draft_of(path, new=True) as draft:
                _make(draft, fill)
    except UserError as error:
        if isinstance(error.__cause__, FileExistsError):
            raise _already_exists(path) from error
        raise
    try:
        return _open(path, filled=fill is not None)
    except BaseException:
        # What is said to be refused is not there; nobody has put a word in it yet.
        with suppress(OSError):
            path.unlink()
        raise


def open_dossier(path: Path) -> Store:
    """Open a dossier for this process alone; read only, and the store says why, where it cannot be changed.

    An older file is migrated, after a copy is set aside. Raise UserError for a file that is missing, not
    a dossier, damaged, changed by another program, from a later version, or open elsewhere.
    """
    return _open(path, filled=True)


def open_copy(path: Path, folder: Path) -> Store:
    """Open a copy of a dossier, made in a folder: whatever is done to it, not a byte of the dossier changes.

    UserError as `open_dossier`, a dossier open elsewhere included.
    """
    connection, _because = _held(path)
    copy = folder / path.name
    try:
        with explained():
            write_whole(copy, path.read_bytes())
    finally:
        connection.close()
    return open_dossier(copy)


def close_dossier(store: Store) -> None:
    """Close a dossier and delete its lock note."""
    try:
        with explained():
            store.close()
    finally:
        if not store.read_only:
            lock_note.remove(store.path)
    log.dossier_closed()


def _open(path: Path, *, filled: bool) -> Store:
    connection, read_only_because = _held(path)
    try:
        with explained(reading=True):
            version = admit(connection, path, filled=filled)
        if version < SCHEMA_VERSION:
            _migrate(connection, path, read_only_because)
            with explained(reading=True):
                admit(connection, path, filled=filled)
    except BaseException:
        connection.close()
        raise
    if not read_only_because:
        lock_note.leave(path)
    log.dossier_opened(version, read_only=bool(read_only_because))
    return Store(path, connection, read_only_because=read_only_because)


def _held(path: Path) -> tuple[sqlite3.Connection, str]:
    """Return a connection that nobody else has, and why it can only be read; UserError where somebody has one."""
    refuse_foreign(path)
    with explained(reading=True):
        try:
            return locked(path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise UserError(lock_note.sentence(path)) from error
            raise


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
    return UserError(_("The file « {name} » already exists: choose another name.").format(name=shown_name(path)))


def _migrate(connection: sqlite3.Connection, path: Path, read_only_because: str) -> None:
    from msp_desktop.db.migrate import migrate

    if read_only_because:
        raise UserError(
            _("This dossier is from an older version and can only be read here: copy it into a folder of yours.")
        )
    migrate(connection, path)
