"""Copies of a dossier: set aside, backed up with a fingerprint, verified before they are trusted, restored.

A live file is only ever copied through SQLite (`Connection.backup`): reading it by other means drops its lock.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from msp_desktop.db.engine import APPLICATION_ID, connect
from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.files import draft_of, free_path, write_whole
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX

#: Automatic copies kept for one dossier; the oldest by number go first, never by date.
KEPT = 30

_NUMBERED = re.compile(r"_(\d{4,})_")


class Copy(Struct, frozen=True):
    """A copy of a dossier: its file, its number in the series, when it was made (None where its name does not say)."""

    path: Path
    number: int
    made_at: datetime | None


class _Proof(Struct, frozen=True):
    """What a copy is known again by: the SHA-256 of its file, and its rows by table."""

    sha256: str
    rows: dict[str, int]


def copy_aside(raw: sqlite3.Connection, dossier: Path, *, reason: str) -> Path:
    """Copy an open dossier beside itself and return the copy's path, never overwriting."""
    base = dossier.with_name(f"{dossier.stem}_{reason}{DOSSIER_SUFFIX}")
    target = free_path(base)
    write_copy(raw, target)
    return target


def write_copy(raw: sqlite3.Connection, target: Path) -> None:
    """Write a whole, checked copy of an open dossier; the name appears only once all is on the disk."""
    with explained():
        target.parent.mkdir(parents=True, exist_ok=True)
        with draft_of(target) as draft, closing(sqlite3.connect(draft)) as destination:
            raw.backup(destination)


def back_up(raw: sqlite3.Connection, folder: Path, name: str, now: datetime) -> Path:
    """Write the next numbered copy with its fingerprint and row counts, drop the oldest, return its path."""
    existing = copies_in(folder, name)
    number = max((copy.number for copy in existing), default=0) + 1
    target = folder / f"{name}_{number:04d}_{now:%Y-%m-%d_%Hh%M}{DOSSIER_SUFFIX}"
    write_copy(raw, target)
    with explained():
        write_whole(_proof_path(target), msgspec.json.format(msgspec.json.encode(_proof(target)), indent=1))
    for old in sorted(existing, key=lambda copy: copy.number)[: max(0, len(existing) + 1 - KEPT)]:
        for path in (old.path, _proof_path(old.path)):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return target


def copies_in(folder: Path, name: str) -> list[Copy]:
    """Return the copies of one dossier in a folder, the newest first (by number)."""
    found = []
    for path in folder.glob(f"{_glob_escaped(name)}_*{DOSSIER_SUFFIX}"):
        matched = _NUMBERED.match(path.name[len(name) :])
        if matched:
            found.append(Copy(path, int(matched[1]), _made_at(path)))
    return sorted(found, key=lambda copy: copy.number, reverse=True)


def verified(copy: Path) -> bool:
    """Tell whether a copy is whole: SQLite's own check, and its fingerprint and counts where they were kept."""
    try:
        proof = _proof_path(copy).read_bytes()
    except OSError:
        proof = b""
    try:
        if proof:
            return msgspec.json.decode(proof, type=_Proof) == _proof(copy)
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            identity = raw.execute("PRAGMA application_id").fetchone()[0]
            return identity == APPLICATION_ID and not problems(raw)
    except (sqlite3.Error, OSError, msgspec.DecodeError, RecursionError):
        return False


def restore(copy: Path, into: Path) -> None:
    """Put a verified copy in place of a dossier (closed), through SQLite so that it is all old or all new.

    Where there is no dossier of that name yet, it bears it only once it is whole.

    Raise UserError where the copy is damaged; the dossier is then as it was.
    """
    if not verified(copy):
        raise UserError(_("The copy « {name} » is damaged: choose the one before.").format(name=copy.name))
    with explained():
        if into.exists():
            _copy_into(copy, into)
            return
        into.parent.mkdir(parents=True, exist_ok=True)
        with draft_of(into, new=True) as draft:
            _copy_into(copy, draft)


def problems(raw: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong in an open file: structure, then references."""
    found = [row[0] for row in raw.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    found += [f"{table}: {row}" for table, row, *_rest in raw.execute("PRAGMA foreign_key_check")]
    return found


def _copy_into(copy: Path, into: Path) -> None:
    with (
        closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(connect(into)) as destination,
    ):
        source.backup(destination)


def _proof(path: Path) -> _Proof:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
        counts = {table: raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}
    return _Proof(digest, counts)


def _proof_path(copy: Path) -> Path:
    return copy.with_name(copy.name + ".json")


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem[-16:], "%Y-%m-%d_%Hh%M")
    except ValueError:
        return None


def _glob_escaped(name: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", name)
