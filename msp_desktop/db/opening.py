"""Take hold of a dossier's file: to write where the disk allows it, else to read, with the true reason."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msp_desktop.db.damage import DamagedError, was_a_dossier
from msp_desktop.db.engine import connect
from msp_desktop.db.faults import DAMAGED, explained
from msp_desktop.errors import UserError
from msp_desktop.files import shown_name
from msp_desktop.i18n import N_, _

T = TypeVar("T")

FILE_PROTECTED = N_("This file is protected: copy it into a folder of yours to change it.")
FOLDER_PROTECTED = N_("The folder of this dossier is protected: copy the dossier into a folder of yours to change it.")
MEDIUM_PROTECTED = N_("This disk can only be read: copy the dossier into a folder of yours to change it.")
WRITES_FAIL = N_("This disk no longer takes what is written: copy the dossier into a folder of yours to change it.")
LONG_NAME = N_("The name of this dossier is too long for this disk: give it a shorter one to change it.")
NOT_CLOSED = N_(
    "This dossier was not closed properly and cannot be mended here: copy it into a folder of yours, with the file"
    " « {journal} » beside it."
)

_HEADER = b"SQLite format 3\x00"
#: Seconds before each further try: what a network or an antivirus refuses for a moment is no reason to only read.
_PAUSES = (0.05, 0.15)
_PASSING = {errno.EACCES, errno.EPERM, errno.EIO, errno.EBUSY, errno.EAGAIN, errno.ENOLCK, errno.EINTR}
_PASSING_CODES = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
#: Longest name on the disks in use (bytes; UTF-16 units on Windows), of which SQLite's journal needs the end.
_LONGEST = 255 - len("-journal")


def refuse_foreign(path: Path) -> None:
    """Raise UserError where what bears this name cannot be read, or is no file of SQLite.

    Only the header is read, before any connection of ours exists: closing this handle drops no lock.
    """
    name = shown_name(path)
    try:
        header = _patiently(lambda: _header(path))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserError(
            _("The file « {name} » cannot be found: check that the drive is plugged in.").format(name=name)
        ) from error
    except PermissionError as error:
        raise UserError(
            _("« {name} » may not be read on this computer: ask the person it belongs to.").format(name=name)
        ) from error
    except OSError:
        with explained():
            raise
    if header == b"":
        raise DamagedError(_("The file « {name} » is empty. Open a safe copy: « Restore a copy ».").format(name=name))
    if header is not None and header != _HEADER and _patiently(lambda: was_a_dossier(path)):
        raise DamagedError(_(DAMAGED))
    if header != _HEADER:
        raise UserError(_("« {name} » is not a dossier of this application.").format(name=name))


def locked(path: Path) -> tuple[sqlite3.Connection, str]:
    """Return a connection that alone may write, and ""; or one that only reads, and why, in a translated sentence.

    sqlite3.Error where it cannot even be read, or is open elsewhere.
    """
    try:
        return _patiently(lambda: _to_write(path)), ""
    except sqlite3.OperationalError as error:
        because = _why(path, error)
        if because is None:
            raise
    try:
        return _patiently(lambda: _to_read(path)), _(because)
    except sqlite3.OperationalError as error:
        journal = Path(f"{path}-journal")
        if _code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) and os.path.lexists(journal):
            raise UserError(_(NOT_CLOSED).format(journal=shown_name(journal))) from error
        raise


def _header(path: Path) -> bytes | None:
    """Return how a file begins, "" where it is empty, None where it is no file at all (a pipe would never answer)."""
    found = os.stat(path)
    if stat.S_ISDIR(found.st_mode):
        raise UserError(_("« {name} » is a folder: open the dossier in it.").format(name=shown_name(path)))
    if not stat.S_ISREG(found.st_mode):
        return None
    with path.open("rb") as file:
        return file.read(len(_HEADER))


def _to_write(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        for statement in ("BEGIN EXCLUSIVE", "COMMIT", "PRAGMA synchronous=OFF", "BEGIN EXCLUSIVE"):
            connection.execute(statement)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        try:
            # SQLite opens a protected file without a word, and its journal only at the first change: one is begun,
            # which never reaches the file and need not be flushed (a journal of before is played first, and is).
            connection.execute(f"PRAGMA user_version={version}")
        except sqlite3.OperationalError as error:
            # A full disk refuses each change until there is room; the dossier may be open meanwhile.
            if _code(error) != sqlite3.SQLITE_FULL:
                raise
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA synchronous=FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _to_read(path: Path) -> sqlite3.Connection:
    connection = connect(path, read_only=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _why(path: Path, error: sqlite3.OperationalError) -> str | None:
    """Return why a dossier can only be read, None where reading would not do better."""
    code = _code(error)
    if code == sqlite3.SQLITE_IOERR:
        return WRITES_FAIL
    if code not in _PASSING_CODES:
        return None
    long = len(path.name.encode("utf-16-le")) // 2 if os.name == "nt" else len(os.fsencode(path.name))
    if code == sqlite3.SQLITE_CANTOPEN and long > _LONGEST:
        return LONG_NAME
    if hasattr(os, "statvfs") and os.statvfs(path).f_flag & os.ST_RDONLY:
        return MEDIUM_PROTECTED
    return FOLDER_PROTECTED if os.access(path, os.W_OK) else FILE_PROTECTED


def _patiently(act: Callable[[], T]) -> T:
    """Do what a disk may refuse, once more after a moment where it is of the kind that passes."""
    for pause in _PAUSES:
        try:
            return act()
        except OSError as error:
            if error.errno not in _PASSING:
                raise
        except sqlite3.OperationalError as error:
            if _code(error) not in _PASSING_CODES:
                raise
        time.sleep(pause)
    return act()


def _code(error: sqlite3.Error) -> int:
    return error.sqlite_errorcode & 0xFF
