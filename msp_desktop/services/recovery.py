"""After damage: the last good copy of a dossier, taking it again, and recovering what can be read of the file itself."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from msp_desktop.db import copies, damage
from msp_desktop.db.admission import LARGEST
from msp_desktop.db.copies.names import owner_of, series_name
from msp_desktop.db.copies.proof import usable
from msp_desktop.db.copies.write import content_of
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.dossier import close_dossier, create_dossier
from msp_desktop.db.faults import explained
from msp_desktop.db.shape import table_name
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.records import RECORDS
from msp_desktop.domain.schedule import day_number
from msp_desktop.errors import UserError
from msp_desktop.files import draft_folder, free_path, give_second_name, write_whole
from msp_desktop.files.drafts import BESIDE
from msp_desktop.i18n import _
from msp_desktop.services.copies import folders

#: A day of the mandate's start for a dossier in which no file tells one any more; the report says to look at it.
_UNKNOWN_DAY = date(2026, 3, 22)


#: An identity as `uuid.uuid4` writes it.
_IDENTITY = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class GoodCopy(Struct, frozen=True):
    """A copy that is whole: when it was made (None where its name does not say), whose, on which day, what it holds."""

    path: Path
    made_at: datetime | None
    commune: str
    day: int
    counts: dict[type[Any], int]


class Recovered(Struct, frozen=True):
    """What was recovered of a damaged dossier, by kind of record.

    `wholes` is how many there were, as far as anything tells; `proved` were spoilt or lost and are exactly as they were;
    `from_copy` are the copy's, since the file's own could not be read; `altered` have a value that was lost; of `unsure`
    kinds one value is not what was written, and which cannot be told. `added` and `changed` are newer than the copy.
    """

    path: Path
    kept: Path | None
    copy: GoodCopy | None
    records: dict[type[Any], dict[int, Any]]
    wholes: dict[type[Any], int]
    proved: dict[type[Any], set[int]]
    from_copy: dict[type[Any], set[int]]
    altered: dict[type[Any], set[int]]
    unsure: tuple[type[Any], ...]
    added: dict[type[Any], set[int]]
    changed: dict[type[Any], set[int]]
    commune_unknown: bool


def good_copies(dossier: Path) -> Iterator[GoodCopy]:
    """Yield the copies of a dossier that are whole, the newest first; each is checked when it comes to its turn.

    Two town halls may name their files alike, and a file may have been renamed: a copy is the dossier's where an identity
    written in both says so; by its name alone only where the damaged file holds none any more.
    """
    identities = _identities_in(dossier)
    owners = {owner_of(identity.decode()) for identity in identities}
    name = series_name(dossier.stem)
    found: dict[str, copies.Copy] = {}
    for folder in folders():
        try:
            known = copies.all_copies(folder)
        except OSError:
            continue  # a folder that does not answer just now must not hide the others
        for copy in known:
            if copy.owner in owners or copy.name == name:
                found.setdefault(copy.path.name, copy)
    if not identities and len({copy.owner for copy in found.values() if copy.owner}) > 1:
        return  # nothing tells whose they are
    for copy in sorted(found.values(), key=lambda copy: (copy.name == name, copy.number), reverse=True):
        theirs = copy.owner in owners or not identities or not identities.isdisjoint(_identities_in(copy.path))
        if theirs and (good := _good_copy(copy)) is not None:
            yield good


def last_good_copy(dossier: Path) -> GoodCopy | None:
    """Return the newest copy of a dossier that is whole, None where there is none."""
    return next(good_copies(dossier), None)


def aside_path(dossier: Path, today: date) -> Path:
    """Return the name under which a damaged dossier is kept."""
    return dossier.with_name(f"{dossier.stem}_abime_{today.isoformat()}{dossier.suffix}")


def take_again(dossier: Path, copy: Path, today: date) -> Path | None:
    """Put a good copy in the place of a damaged dossier that is closed, and return where the damaged file is kept.

    It is kept, never deleted, and once only where the same damage is met again. Raise UserError where the copy is damaged
    or the disk refuses: the dossier is then as it was.
    """
    with closing(usable(copy)) as memory:
        content = content_of(memory)
    kept = set_aside(dossier, today)
    copies.write_proven(dossier, content)
    return kept


def set_aside(dossier: Path, today: date) -> Path | None:
    """Give a damaged dossier that is closed a second name that stays when its own is given to another; return it."""
    with explained():
        if not dossier.exists():
            return None
        name = aside_path(dossier, today)
        content = dossier.read_bytes()
        kept = name if name.exists() and name.read_bytes() == content else free_path(name)
        if not kept.exists():
            give_second_name(dossier, kept)
        for ending in BESIDE:  # else it would be played into what takes the dossier's place
            beside = Path(f"{dossier}{ending}")
            if beside.exists():
                os.replace(beside, free_path(Path(f"{kept}{ending}")))
    return kept


def recover(dossier: Path, into: Path, today: date, copy: GoodCopy | None = None) -> Recovered:
    """Write a new dossier with all that can be read of a damaged one that is closed, and tell what became of it.

    `into` may be the damaged dossier's own name: the damaged file is then kept aside. What cannot be read is taken from
    the good copy, where it has it. The new dossier bears its name only once it is whole. Raise UserError where nothing
    can be read, or the disk refuses.
    """
    from msp_desktop.db.mending import mend
    from msp_desktop.db.salvage import read_tables

    with explained():
        if dossier.stat().st_size > LARGEST:
            raise DamagedError(_("Nothing can be read in this file any more: take a safe copy again."))
    with explained(), draft_folder(into.parent) as folder:
        blank = partial(_blank, folder)
        good = read_tables(copy.path.read_bytes(), None, blank) if copy else {}
        read = read_tables(dossier.read_bytes(), copy.path.read_bytes() if copy else None, blank)
        if not any(table.rows for table in read.values()):
            raise DamagedError(_("Nothing can be read in this file any more: take a safe copy again."))
        there = {kind: (len(table.rows), table.kept) for kind, table in read.items()}
        mended = mend(read, good)
        records = {kind: table.records for kind, table in mended.items()}
        unknown = 1 not in records[Commune]
        if unknown:
            records[Commune] = {1: Commune(name=dossier.stem, mandate_start=_UNKNOWN_DAY, day_zero=_UNKNOWN_DAY)}
        content = _written(folder, records)
        kept = set_aside(dossier, today) if into.absolute() == dossier.absolute() else None
        write_whole(into, content)
    old = {kind: table.records for kind, table in mend(good, {}).items()} if copy else {}
    return Recovered(
        path=into,
        kept=kept,
        copy=copy,
        records=records,
        wholes={
            kind: max(
                len(records[kind]) + mended[kind].lost,
                kept_sum.rows if kept_sum else 0,
            )
            for kind, (_count, kept_sum) in ((kind, there.get(kind, (0, None))) for kind in RECORDS)
        },
        proved={kind: table.proved for kind, table in mended.items() if table.proved},
        from_copy={kind: table.from_copy & table.records.keys() for kind, table in mended.items() if table.from_copy},
        altered={kind: table.altered for kind, table in mended.items() if table.altered},
        unsure=tuple(kind for kind, table in mended.items() if table.unsure),
        added={kind: rows.keys() - old.get(kind, {}).keys() for kind, rows in records.items()} if copy else {},
        changed={
            kind: {key for key, row in rows.items() if key in old.get(kind, {}) and row != old[kind][key]}
            for kind, rows in records.items()
        }
        if copy
        else {},
        commune_unknown=unknown,
    )


def _identities_in(path: Path) -> frozenset[bytes]:
    """Return the identities (of the commune, of meetings) in a file's bytes: what is damaged is not asked of SQLite."""
    try:
        if path.stat().st_size > LARGEST:
            return frozenset()
        return frozenset(_IDENTITY.findall(path.read_bytes()))
    except OSError:
        return frozenset()


def _written(folder: Path, records: dict[type[Any], dict[int, Any]]) -> bytes:
    """Return the content of a dossier made of these records, checked."""

    def fill(transaction: Any) -> None:
        for kind in RECORDS:
            for row in records[kind].values():
                transaction.insert(row)

    store = create_dossier(folder / "neuf.msp100", fill)
    try:
        if damage.problems(store.connection):
            raise UserError(_("What was read cannot be put together again: take a safe copy again."))
        return store.connection.serialize()
    finally:
        close_dossier(store)


def _blank(folder: Path) -> bytes:
    path = folder / "vide.msp100"
    if not path.exists():
        close_dossier(create_dossier(path))
    return path.read_bytes()


def _good_copy(copy: copies.Copy) -> GoodCopy | None:
    memory = copies.read_copy(copy.path).memory
    if memory is None:
        return None
    with closing(memory) as raw:
        try:
            name, zero = raw.execute("SELECT name, day_zero FROM commune WHERE id=1").fetchone()
            made_on = (copy.made_at or datetime.fromtimestamp(copy.path.stat().st_mtime)).date()
            day = day_number(date.fromisoformat(zero), made_on)
            counts = {kind: _count(raw, table_name(kind)) for kind in RECORDS}
        except (sqlite3.Error, OSError, TypeError, ValueError):  # UnicodeDecodeError is a ValueError
            return None
    return GoodCopy(copy.path, copy.made_at, str(name), day, counts)


def _count(raw: sqlite3.Connection, table: str) -> int:
    try:
        return int(raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # a copy made before this table was
