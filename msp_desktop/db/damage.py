"""What tells that a dossier's file is damaged: a quick look at each opening, all of it on a copy in memory."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

from msp_desktop.db.engine import APPLICATION_ID
from msp_desktop.errors import UserError

#: Where a SQLite file says whose it is, and two of its tables that another program's file would hardly have.
_IDENTITY, _TABLES = slice(68, 72), (b"commune", b"alembic_version")
#: How much of a file is looked at at once, how often at most (128 MB, as much as is ever opened), and what parts share.
_PART, _PARTS, _OVERLAP = 1_048_576, 128, 64


class DamagedError(UserError):
    """A dossier's file is damaged: its last good copy can be taken again, and what can be read recovered."""


def is_built_wrong(raw: sqlite3.Connection) -> bool:
    """Tell whether SQLite finds at a quick look that the file is not built as it should be; sqlite3.Error where it cannot look.

    A millisecond for a commune's first hundred days, twenty for a whole mandate.
    """
    return [tuple(row) for row in raw.execute("PRAGMA quick_check(1)")] != [("ok",)]


def problems(raw: sqlite3.Connection, pause: Callable[[], None] | None = None) -> list[str]:
    """Return what is wrong in an open dossier or copy: structure, references, values; in English, for the log.

    `pause` is called now and then, to let others use the interpreter.
    """
    from msp_desktop.db import sums, values  # not before the first paint

    try:
        found = [str(row[0]) for row in raw.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        found += [
            f"{table}: row {row} refers to none" for table, row, *_rest in raw.execute("PRAGMA foreign_key_check")
        ]
        found += sums.problems(raw, pause)
        # Only where SQLite finds nothing: what it cannot read, it has told.
        return found or values.problems(raw, pause)
    except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
        return [f"not readable: {type(error).__name__}"]


def was_a_dossier(path: Path) -> bool:
    """Tell whether a file that does not begin as one of SQLite's was a dossier of ours; OSError where it cannot be read."""
    with path.open("rb") as file:
        part = file.read(_PART)
        if part[_IDENTITY] == APPLICATION_ID.to_bytes(4, "big"):
            return True
        # Wherever SQLite put the list of its tables: a dossier that was migrated has it anew, in pages of its own.
        found: set[bytes] = set()
        for _time in range(_PARTS):
            found |= {table for table in _TABLES if re.search(rb'CREATE TABLE "?' + table + rb'"? ?\(', part)}
            more = file.read(_PART)
            if len(found) == len(_TABLES) or not more:
                break
            part = part[-_OVERLAP:] + more
    return len(found) == len(_TABLES)
