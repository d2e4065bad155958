"""Numbered copies of one dossier in a folder."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from msp_desktop.db.copies.names import (
    Copy,
    copy_of,
    fingerprint,
    name_of,
    next_day,
    of_series,
    owner_of,
)
from msp_desktop.db.copies.thinning import dropped
from msp_desktop.db.copies.write import checked_content, snapshot, write_proven
from msp_desktop.db.faults import explained
from msp_desktop.files import root_answers


def all_copies(folder: Path) -> list[Copy]:
    """Return every copy in a folder, whatever its dossier; none where there is no folder.

    Raise OSError where it cannot be listed: that there is nothing in it would be a dangerous guess.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except FileNotFoundError:
        if not root_answers(folder):
            raise
        return []
    return [copy for copy in map(copy_of, map(folder.joinpath, names)) if copy is not None]


def copies_in(folder: Path, name: str, owner: str = "") -> list[Copy]:
    """Return the copies of one dossier in a folder, the newest first (by number)."""
    with explained():
        return of_series(all_copies(folder), name, owner)


def back_up(raw: sqlite3.Connection, folder: Path, name: str, now: datetime) -> Path:
    """Write the next numbered copy of an open dossier in a folder, drop what may go, and return its path."""
    with closing(snapshot(raw)) as memory:
        return keep(checked_content(memory), owner_in(memory), folder, name, now)


def keep(content: bytes, owner: str, folder: Path, name: str, now: datetime) -> Path:
    """Write a checked content as the next copy of its series, then drop what may go; return its path.

    UserError where the folder cannot be listed or written: nothing goes.
    """
    with explained():
        known = all_copies(folder)
        # Dossiers of one name number their copies together, so that no two copies have one number.
        number = max((copy.number for copy in of_series(known, name)), default=0) + 1
        series = of_series(known, name, owner)
        path = folder / name_of(name, number, now, owner, next_day(series, now), fingerprint(content))
        write_proven(path, content)
    with suppress(OSError):
        # Only now that a newer one was read back whole; those of a former version do not say whose they are, and stay.
        for copy in dropped(copy for copy in of_series(all_copies(folder), name, owner) if copy.owner == owner):
            copy.path.unlink(missing_ok=True)
    return path


def owner_in(memory: sqlite3.Connection) -> str:
    """Return the short identity of the dossier in a snapshot; those of the first revision had none."""
    try:
        found = memory.execute("SELECT uid FROM commune").fetchone()
    except sqlite3.OperationalError:
        found = None
    return owner_of(str(found[0]) if found else "")
