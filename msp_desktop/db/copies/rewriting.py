"""A copy written anew with something taken out: the old one stays until the new one was read back whole."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from msp_desktop.db.copies.names import copy_of, fingerprint, name_of
from msp_desktop.db.copies.write import checked_content, write_proven
from msp_desktop.db.faults import explained


def compacted(memory: sqlite3.Connection) -> bytes:
    """Return the bytes of a copy in memory, found whole, without what was deleted from it."""
    memory.execute("VACUUM")
    return checked_content(memory)


def rewrite(path: Path, content: bytes) -> Path:
    """Write another content in the place of a copy, under the name that proves it, and return where.

    The number, the moment and the day of work stay: it is the same copy. UserError where it cannot be written, or the
    old one not removed; there are then two, both whole.
    """
    copy = copy_of(path)
    proved = copy is not None and copy.digest and copy.made_at is not None
    target = path
    if copy is not None and copy.made_at is not None and proved:
        name = name_of(copy.name, copy.number, copy.made_at, copy.owner, copy.day, fingerprint(content))
        target = path.with_name(name)
    else:
        with suppress(OSError):  # of a former copy, what proves the old content; without it the old one is still whole
            path.with_name(f"{path.name}.json").unlink()
    write_proven(target, content)
    if target != path:
        with explained():
            path.unlink(missing_ok=True)
    return target
