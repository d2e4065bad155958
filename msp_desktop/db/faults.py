"""What SQLite's and the system's refusals mean, in one sentence that says what to do."""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PureWindowsPath

from msp_desktop.db.damage import DamagedError
from msp_desktop.errors import OutOfReachError, UserError
from msp_desktop.i18n import N_, _

FULL = N_("The disk is full: free some space, then try again. What you typed is still on screen.")
READ_ONLY = N_("This dossier can only be read here: copy it into a folder of yours to change it.")
BUSY = N_("This dossier is open elsewhere; close it there first.")
DAMAGED = N_("This file is damaged. Open the last safe copy from the start page: « Restore a copy ».")
IO = N_("The disk or the network does not answer: check that the drive is plugged in, then try again.")
DENIED = N_("This folder or file is protected: choose another place.")
MEDIUM = N_("This disk can only be read: choose another place.")
TAKEN = N_("There is already a file of this name: choose another one.")
NO_FOLDER = N_("A file stands where a folder should be: choose another place, or rename that file.")
TOO_LONG = N_("This name is too long for this disk: choose a shorter one.")
STRANGE_NAME = N_("This disk does not take this name: choose a simpler one.")

_BY_CODE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_IOERR: IO,
    sqlite3.SQLITE_CANTOPEN: DENIED,
    sqlite3.SQLITE_PERM: DENIED,
    sqlite3.SQLITE_AUTH: DENIED,
}

_BY_ERRNO = {
    errno.ENOSPC: FULL,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: MEDIUM,
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.EISDIR: DENIED,
    errno.ENOTEMPTY: DENIED,
    errno.EEXIST: TAKEN,
    errno.ENOTDIR: NO_FOLDER,
    errno.ENAMETOOLONG: TOO_LONG,
    errno.EILSEQ: STRANGE_NAME,
}
#: What reading may bring besides, where the file is not what it should be.
_UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
#: The most characters of a path of Windows, with the end of the text.
_LONGEST = 260
#: What Windows says of a path it cannot have.
_NOT_FOUND = {errno.ENOENT, errno.ENOTDIR, errno.EINVAL}
#: What only a fault of ours brings: it is told as one.
_OURS = {errno.EBADF, errno.EPIPE}


def sentence_for(error: BaseException) -> str | None:
    """Return the translated sentence for a fault of the environment, None for a bug of ours."""
    error = _original(error)
    if isinstance(error, OutOfReachError):
        return error.sentence
    if isinstance(error, OSError):
        if error.errno is None or error.errno in _OURS:
            return None
        if (
            error.errno in _NOT_FOUND
            and sys.platform == "win32"
            and (refused := refused_by_windows(str(error.filename)))
        ):
            return _(refused)
        # Drives, shares and Windows (which calls most of them EINVAL) have many words for « no answer ».
        strange = error.errno == errno.EINVAL and getattr(error, "winerror", None) is None
        return _(STRANGE_NAME if strange else _BY_ERRNO.get(error.errno, IO))
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Raised by our own decoding (no code): a value in the file makes no sense, so the file is damaged.
        return _(DAMAGED) if type(error) is sqlite3.DatabaseError else None
    message = _BY_CODE.get(code & 0xFF)
    return _(message) if message else None


def refused_by_windows(path: str) -> str:
    """Return why Windows cannot have a path, whose parts it says are not found; nothing where it can.

    A name does not end with a space or a dot, and a path has less than 260 characters where its long ones are not allowed
    (Microsoft's « Naming Files, Paths, and Namespaces »).
    """
    windows = PureWindowsPath(path)
    names = windows.parts[1:] if windows.anchor else windows.parts
    if any(name not in (".", "..") and name != name.rstrip(" .") for name in names):
        return STRANGE_NAME
    return TOO_LONG if len(path) >= _LONGEST and not path.startswith("\\\\?\\") else ""


@contextmanager
def explained(*, reading: bool = False) -> Iterator[None]:
    """Turn faults of the disk or the file into a UserError, whoever tells of them; let our own bugs through.

    When `reading` records (statements made from their declarations), any other database error means that
    the file's tables or text are not what they should be: it is damaged.
    """
    try:
        yield
    except _faults() as error:
        sentence = sentence_for(error)
        # SQLite quotes what is broken in its message, and where Python cannot read that it is a UnicodeDecodeError.
        if sentence is None and reading and isinstance(_original(error), _UNREADABLE):
            sentence = _(DAMAGED)
            if isinstance(_original(error), sqlite3.ProgrammingError):
                # Of a connection lost with its disk (see db.store), or a fault of ours.
                sentence = _(IO) if "closed database" in str(error) else None
        if sentence is None:
            raise
        raise (DamagedError if sentence == _(DAMAGED) else UserError)(sentence) from error


def _faults() -> tuple[type[BaseException], ...]:
    """Return the kinds of faults; SQLAlchemy's own only where it is loaded, since it takes long."""
    sqlalchemy = sys.modules.get("sqlalchemy.exc")
    theirs = (sqlalchemy.DBAPIError,) if sqlalchemy else ()
    return (sqlite3.Error, OSError, UnicodeDecodeError, *theirs)


def _original(error: BaseException) -> BaseException:
    """Return the error of SQLite that SQLAlchemy tells of in its own."""
    orig = getattr(error, "orig", None)
    return orig if isinstance(orig, BaseException) else error
