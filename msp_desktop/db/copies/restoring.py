"""Put a copy in place of a dossier, or under a new name: until it is whole there, what was there stays."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from msp_desktop.db.copies.proof import usable
from msp_desktop.db.copies.series import back_up
from msp_desktop.db.copies.write import content_of, snapshot, write_proven
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.engine import APPLICATION_ID, connect
from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.files import free_path, give_second_name
from msp_desktop.files.drafts import BESIDE
from msp_desktop.i18n import _
from msp_desktop.paths import make_folder


class Restored(Struct, frozen=True):
    """What a restoration kept of what it replaced: its path, None where nothing was there; damaged as it was, or a copy."""

    kept: Path | None = None
    was_damaged: bool = False


def restore(copy: Path, into: Path, now: datetime | None = None, *, kept_in: Path | None = None) -> Restored:
    """Put a verified copy in place of a dossier (closed), all or nothing, and say what is kept of what it replaces.

    A dossier that is there is first kept as a numbered copy in `kept_in` (its own folder where not said), then written
    over through SQLite. Only one that SQLite finds damaged is set aside as it is, once the new one is whole beside it.
    Raise UserError where anything stands in the way; what was there is then as it was.
    """
    _refuse_itself(copy, into)
    with explained():
        if into.is_dir():
            raise UserError(
                _("« {name} » is a folder: say the name the dossier should have in it.").format(name=into.name)
            )
        if into.is_symlink():
            into = into.resolve()
    with closing(usable(copy)) as memory, explained():
        if not into.exists():
            make_folder(into.parent)
            write_proven(into, content_of(memory), new=True)
            return Restored()
        return _replace(memory, into, now or datetime.now(), kept_in or into.parent)


def _refuse_itself(copy: Path, into: Path) -> None:
    """Refuse the file itself under whatever spelling, link or other name."""
    try:
        same = copy.samefile(into)
    except OSError:
        same = copy.absolute() == into.absolute()
    if same:
        raise UserError(_("« {name} » is the copy itself: choose another place to put it back.").format(name=into.name))


def _replace(memory: sqlite3.Connection, into: Path, now: datetime, kept_in: Path) -> Restored:
    if into.stat().st_size:
        try:
            return Restored(_write_over(memory, into, now, kept_in))
        except DamagedError:
            pass
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
    kept = free_path(into.with_name(f"{into.stem}_abime{into.suffix}"))
    try:
        give_second_name(into, kept)
        for ending in BESIDE:  # it goes along: under the first name it would be played into the new file
            with suppress(FileNotFoundError):
                os.replace(f"{into}{ending}", f"{kept}{ending}")
        write_proven(into, content_of(memory))
    except (UserError, OSError):  # it still bears its first name
        with suppress(OSError):
            kept.unlink()
        for ending in BESIDE:
            with suppress(OSError):
                os.replace(f"{kept}{ending}", f"{into}{ending}")
        raise
    return Restored(kept, was_damaged=True)


def _write_over(memory: sqlite3.Connection, into: Path, now: datetime, kept_in: Path) -> Path:
    """Write a copy over a sound dossier, through SQLite, and return where what it was is kept."""
    with closing(connect(into)) as live:
        live.execute("BEGIN EXCLUSIVE")
        live.execute("COMMIT")
        if live.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise UserError(
                _("« {name} » is not a dossier of this application: choose another name.").format(name=into.name)
            )
        kept = back_up(live, kept_in, f"{into.stem}_remplace", now)
        try:
            memory.backup(live)
        except sqlite3.OperationalError:
            # Its last flush may fail once all is in the file: refused, it would be in place all the same.
            live.close()
            if not _holds(into, memory):
                raise
            return kept
        for ending in BESIDE:  # still ours alone: what lies there belonged to another content
            with suppress(OSError):
                os.unlink(f"{into}{ending}")
    return kept


def _holds(path: Path, memory: sqlite3.Connection) -> bool:
    """Tell whether a dossier holds what is in memory, once a journal that still counts has taken back what it can."""
    try:
        with closing(connect(path)) as live:
            live.execute("BEGIN EXCLUSIVE")
            live.execute("COMMIT")
            with closing(snapshot(live)) as found:
                return list(found.iterdump()) == list(memory.iterdump())
    except (sqlite3.Error, UserError):
        return False
