"""A copy written: the dossier taken into memory at one moment, checked, put on the disk, read back."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from msp_desktop.db.damage import DamagedError, problems
from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.files import draft_of, free_path
from msp_desktop.i18n import N_, _
from msp_desktop.paths import DOSSIER_SUFFIX, make_folder

DAMAGED_SOURCE = N_("The dossier is damaged: no copy is made of it, and the copies made before are kept as they are.")

#: Where SQLite's header says how the file is journaled: 2 is a write-ahead log, which a copy does not have.
_JOURNALING = slice(18, 20)


def snapshot(raw: sqlite3.Connection) -> sqlite3.Connection:
    """Return the dossier as it is now, in memory: some milliseconds, after which another thread can do the rest.

    Unlike `serialize`, which reads a page that the disk refuses as zeros, SQLite's backup tells.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with explained(reading=True):
            memory.execute("PRAGMA trusted_schema=OFF")
            raw.backup(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def content_of(memory: sqlite3.Connection) -> bytes:
    """Return the bytes a snapshot has as a file."""
    content = bytearray(memory.serialize())
    if content[_JOURNALING] == b"\x02\x02":
        content[_JOURNALING] = b"\x01\x01"
    return bytes(content)


def checked_content(memory: sqlite3.Connection) -> bytes:
    """Return the bytes of a snapshot found whole; DamagedError where it is not."""
    if problems(memory, lambda: time.sleep(0)):
        raise DamagedError(_(DAMAGED_SOURCE))
    return content_of(memory)


def write_proven(path: Path, content: bytes, *, new: bool = False) -> None:
    """Write a copy's file, which bears its name once it was read back; UserError says why it could not be.

    `new` refuses to take the place of another file.
    """
    with explained():
        make_folder(path.parent)
        with draft_of(path, new=new) as draft:
            with draft.open("r+b") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                if hasattr(os, "posix_fadvise"):  # so that it is read from the disk and not from memory
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            if draft.read_bytes() != content:
                raise UserError(
                    _("What is read back from « {folder} » is not what was written: choose another disk.").format(
                        folder=path.parent.name or path.parent
                    )
                )


def write_copy(raw: sqlite3.Connection, target: Path) -> None:
    """Write a whole, checked copy of an open dossier; the name appears only once all is on the disk."""
    with closing(snapshot(raw)) as memory:
        write_proven(target, checked_content(memory))


def copy_aside(raw: sqlite3.Connection, dossier: Path, *, reason: str) -> Path:
    """Copy an open dossier beside itself and return the copy's path, never overwriting."""
    target = free_path(dossier.with_name(f"{dossier.stem}_{reason}{DOSSIER_SUFFIX}"))
    write_copy(raw, target)
    return target
