"""What is found on the disk after a fault: rows, whole files, what was left behind."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from msp_desktop.db import sums
from msp_desktop.db.copies import problems, verified
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.records import RECORDS
from msp_desktop.errors import UserError
from msp_desktop.files import sweep
from tests.faults.child import same_each_time

#: Rows of the files that were looked at and found whole.
_KNOWN: dict[tuple[str, str, bytes], str] = {}


def rows_of(raw: sqlite3.Connection) -> str:
    """Return a short digest of all the rows of a dossier."""
    found = hashlib.sha256()
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
    for table in tables:
        if table != "alembic_version":
            found.update(table.encode())
            for row in raw.execute(f'SELECT * FROM "{table}" ORDER BY 1'):
                found.update(repr(row).encode())
    return found.hexdigest()[:16]


def opened(path: Path) -> tuple[str, list[str]]:
    """Open a dossier with the product and read it all; return the digest of its rows, and what is wrong with it."""
    return _once(path, "", _opened)


def rows_in_copy(path: Path) -> tuple[str, list[str]]:
    """Return the digest of a copy's rows, read by SQLite alone, and why it could not be restored."""
    return _once(path, path.name, _rows_in_copy)


def _once(path: Path, name: str, look: Callable[[Path], tuple[str, list[str]]]) -> tuple[str, list[str]]:
    """Look at what a file holds once, unless SQLite has left something beside it; the same content is the same file."""
    if not path.is_file() or any(Path(f"{path}{ending}").exists() for ending in ("-journal", "-wal", "-shm")):
        return look(path)
    key = (look.__name__, name, hashlib.sha256(path.read_bytes()).digest())
    if key not in _KNOWN:
        rows, wrong = look(path)
        if wrong:
            return rows, wrong
        _KNOWN[key] = rows
    return _KNOWN[key], []


def _opened(path: Path) -> tuple[str, list[str]]:
    same_each_time()  # opening may migrate it, which draws names
    try:
        store = open_dossier(path)
    except UserError as error:
        return "", [f"{path.name} does not open: {error.sentence}"]
    try:
        wrong = [f"{path.name}: {what}" for what in problems(store.connection) + sums.problems(store.connection)]
        for record in RECORDS:
            store.reader.all(record)
        if store.read_only:
            wrong.append(f"{path.name} can only be read")
        return rows_of(store.connection), wrong
    except UserError as error:
        return "", [f"{path.name} cannot be read: {error.sentence}"]
    finally:
        close_dossier(store)


def _rows_in_copy(path: Path) -> tuple[str, list[str]]:
    wrong = [] if verified(path) else [f"{path.name} bears a copy's name and is refused"]
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            return rows_of(raw), wrong + [f"{path.name}: {what}" for what in problems(raw)]
    except sqlite3.DatabaseError as error:
        return "", [*wrong, f"{path.name}: {error}, {path.stat().st_size} bytes"]


def dossiers_in(place: Path) -> list[Path]:
    """Return the dossiers and copies under a folder, drafts and notes left out."""
    return sorted(path for path in place.rglob("*.msp100") if not path.name.startswith((".", "~$")))


def files_in(place: Path) -> list[str]:
    """Return the files under a folder, by their paths in it."""
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if not path.is_dir())


def content_of(place: Path) -> tuple[tuple[str, bytes], ...]:
    """Return what is in a place: names and digests, without the hours in the log and in the note beside a dossier."""
    found = []
    for path in place.rglob("*"):
        name = path.relative_to(place).as_posix()
        if path.is_dir() or "/journaux/" in name:
            continue
        # The names of drafts are drawn by lot; what they end with is not.
        shown = re.sub(r"\.s100-[0-9a-f-]+", ".s100", name)
        digest = b"" if path.name.startswith("~$") else hashlib.sha256(path.read_bytes()).digest()
        found.append((shown, digest))
    return tuple(sorted(found))


def left_behind(place: Path) -> Iterator[str]:
    """Sweep as the next start does, then yield what no file that is finished is called."""
    sweep([place, *(path for path in place.rglob("*") if path.is_dir())])
    for name in files_in(place):
        last = name.rpartition("/")[2]
        if last.endswith("-journal") and not any((place / name).read_bytes()[:8]):
            continue  # SQLite is done with it, and could not delete it
        if last.startswith((".", "~$")) or last.endswith((".new", ".tmp", "-journal", "-wal", "-shm")):
            yield f"left behind: {name}"
