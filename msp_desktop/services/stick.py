"""A copy on a stick: written, flushed, read back, and remembered so that a word is said when it grows old."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from msp_desktop.db.copies import checked_content, keep, owner_in
from msp_desktop.services.copy_notes import note_stick

#: The folder of copies on a stick.
FOLDER = "Sauvegardes Santé 100 jours"


class Stick(Struct, frozen=True):
    """A stick or another place of one's own: what it is called, and where it begins."""

    label: str
    folder: Path


def write_on(memory: sqlite3.Connection, stick: Stick, name: str, now: datetime) -> Path:
    """Write a snapshot as a numbered copy on a stick and return its path; UserError says why it could not be."""
    with closing(memory):
        content, owner = checked_content(memory), owner_in(memory)
    path = keep(content, owner, stick.folder / FOLDER, name, now)
    note_stick(owner, now.date())
    return path
