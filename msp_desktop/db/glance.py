"""A dossier read as it lies on the disk, into memory: not a byte of it changes, and nobody is kept from it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from msp_desktop.db import lock_note
from msp_desktop.db.admission import LARGEST, admit
from msp_desktop.db.copies import snapshot
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.engine import SCHEMA_VERSION, guard, sqlite_uri
from msp_desktop.db.faults import DAMAGED, explained
from msp_desktop.db.migrate import upgrade
from msp_desktop.db.opening import refuse_foreign
from msp_desktop.db.store import Store
from msp_desktop.errors import UserError
from msp_desktop.i18n import N_, _

NOT_CLOSED = N_("This dossier was not closed properly: open it once, and it is mended.")
GLANCED = N_("This dossier is only looked at.")

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_UNSETTLED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def glance(path: Path) -> Store:
    """Return a dossier as it is now, in memory, to be read alone; an older one is brought to today's tables there.

    UserError in one sentence where it is missing, foreign, damaged, of a later version, open elsewhere, or where a power
    cut left it half written: nothing is mended here. The caller closes it.
    """
    refuse_foreign(path)
    memory = _read(path)
    try:
        with explained(reading=True):
            memory.execute("PRAGMA foreign_keys=ON")
            if admit(memory, path) < SCHEMA_VERSION:
                upgrade(memory)
    except BaseException:
        memory.close()
        raise
    return Store(path, memory, read_only_because=_(GLANCED))


def _read(path: Path) -> sqlite3.Connection:
    with explained(reading=True):
        try:
            source = sqlite3.connect(
                sqlite_uri(path.absolute(), "ro"), uri=True, isolation_level=None, timeout=0.3, check_same_thread=False
            )
            with closing(source):
                guard(source)
                pages, size = (source.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
                if path.stat().st_size < pages * size or pages * size > LARGEST:
                    raise DamagedError(_(DAMAGED))
                return snapshot(source)
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code in _BUSY:
                raise UserError(lock_note.sentence(path)) from error
            if code in _UNSETTLED and os.path.lexists(f"{path}-journal"):
                raise UserError(_(NOT_CLOSED)) from error
            raise
