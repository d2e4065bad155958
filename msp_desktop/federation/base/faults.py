"""What a base's refusals mean, in one sentence that says what to do; never the server's own words, which may quote anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from msp_desktop.db.faults import sentence_for
from msp_desktop.errors import UserError
from msp_desktop.i18n import N_, _

UNREACHABLE = N_(
    "The PostgreSQL server does not answer: check its name and the network, or ask whoever looks after it, then try again."
)
PASSWORD = N_("The PostgreSQL server refuses this user or this password: check both, then try again.")
NO_BASE = N_("There is no base of this name on the PostgreSQL server: check the name, or have it created there.")
NOT_LET_IN = N_(
    "The PostgreSQL server does not let this computer in: have whoever looks after it allow it (pg_hba.conf)."
)
NO_RIGHT = N_(
    "This user may not write in this base: have whoever looks after the PostgreSQL server give them the right to."
)
BUSY = N_("Somebody else is writing in the base: wait a moment, then try again.")
DAMAGED = N_("The base of the federation is damaged: put your last copy of it back in its place.")
READ_ONLY = N_("This base can only be read where it lies: copy it into a folder of yours, and open that one.")
FULL = N_("The disk is full: make room on it, then do it again. What was taken into the base is kept.")
SERVER_FULL = N_("The disk of the PostgreSQL server is full: tell whoever looks after it, then try again.")

_BY_SQLSTATE = {"42501": NO_RIGHT, "25006": NO_RIGHT, "53100": SERVER_FULL, "55P03": BUSY, "40P01": BUSY, "40001": BUSY,
               "23503": BUSY}  # fmt: skip
_BY_SQLITE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
#: What asks for the whole transaction again: a deadlock, two that cannot be put in an order, a commune taken back meanwhile.
AGAIN = ("40P01", "40001", "23503")


def sqlstate(error: DBAPIError) -> str:
    """Return the code PostgreSQL gives, "" where there is none."""
    return getattr(error.orig, "sqlstate", None) or ""


@contextmanager
def explained() -> Iterator[None]:
    """Turn what a base, its disk or its server refuses into a UserError; let our own bugs through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise UserError(sentence) from None


def _sentence(error: DBAPIError | sqlite3.Error | OSError) -> str | None:
    found = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(error, DBAPIError) or isinstance(found, sqlite3.Error):
        known = _BY_SQLITE.get((getattr(found, "sqlite_errorcode", None) or 0) & 0xFF)
        return _(known) if known else sentence_for(error)
    code = sqlstate(error)
    if code:
        known = _BY_SQLSTATE.get(code)
        if known is None and (code.startswith(("08", "57P")) or error.connection_invalidated):
            known = UNREACHABLE
        return _(known) if known else None
    return _(_of_connection(error.orig)) if type(error.orig).__name__ in _CONNECTING else None


#: What psycopg raises where there is no connection, or no more.
_CONNECTING = ("OperationalError", "ConnectionTimeout")


def _of_connection(error: BaseException | None) -> str:
    """Return why there is no connection: libpq gives words alone, in the server's language, and what it did with the password."""
    said = str(error)
    if "pg_hba.conf" in said:
        return NOT_LET_IN
    told = getattr(error, "pgconn", None)
    if told is not None and (told.needs_password or told.used_password) and "exist" not in said:
        return PASSWORD
    _before, fatal, words = said.partition("FATAL")
    if not fatal:
        return UNREACHABLE
    # « database "x" does not exist », « la base de données « x » n'existe pas »: a role is no base.
    return NO_BASE if "exist" in words and "base" in words.lower() and "rol" not in words.lower() else PASSWORD
