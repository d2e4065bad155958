"""The safe copies there are, what each holds, what changed since; a copy looked at or taken again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from msp_desktop.db.copies import Copy, State, all_copies, copy_of, owner_in, read_copy, restore
from msp_desktop.db.copies.names import series_name
from msp_desktop.db.faults import explained
from msp_desktop.db.migrate import upgrade
from msp_desktop.db.shape import table_name
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.schedule import day_number
from msp_desktop.errors import UserError
from msp_desktop.files import free_path
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.hours import clock
from msp_desktop.formats.text import fold_spaces
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.paths import DOSSIER_SUFFIX, dossiers_folder
from msp_desktop.services.content_words import counted
from msp_desktop.services.copies import folders, local_folder
from msp_desktop.services.recovery_words import moment_words

#: What is compared between a copy and the dossier.
COMPARED: tuple[type[Any], ...] = (Person, HealthProfessional, Action, Meeting, Exchange)


class Listed(Struct, frozen=True):
    """A copy in the list, with the folders it lies in, this computer's first."""

    copy: Copy
    folders: tuple[Path, ...]


class Described(Struct, frozen=True):
    """What a copy holds, in words; where it cannot be used, `sentence` says why."""

    state: State
    commune: str = ""
    day: int | None = None
    holds: str = ""
    since: str = ""
    sentence: str = ""


def listed(
    name: str = "", owner: str = "", refused: list[Path] | None = None, among: Sequence[Path] | None = None
) -> list[Listed]:
    """Return the copies of one dossier, or of all where no name is given, the newest first; none is opened.

    A copy that lies in two folders stands once. A folder that cannot be read just now is added to `refused`. It may wait
    for a server, but `among` folders of this computer.
    """
    found: dict[tuple[object, ...], list[Copy]] = {}
    for folder in folders(refused) if among is None else among:
        try:
            copies = all_copies(folder)
        except OSError:
            if refused is not None:
                refused.append(folder)
            continue
        for copy in copies:
            if not name or copy.name in (series_name(name), f"{name}_remplace") or (owner and copy.owner == owner):
                if owner and copy.owner not in ("", owner):
                    continue
                same = (copy.name, copy.owner, copy.made_at, copy.digest or copy.number)
                found.setdefault(same, []).append(copy)
    entries = [Listed(copies[0], tuple(copy.path.parent for copy in copies)) for copies in found.values()]
    return sorted(entries, key=lambda entry: (entry.copy.made_at or datetime.min, entry.copy.number), reverse=True)


def described(path: Path, present: dict[type[Any], dict[int, Any]] | None = None) -> Described:
    """Read a copy, check it, and return what it holds and what changed since: some tens of milliseconds, no window."""
    copied = read_copy(path)
    if copied.memory is None:
        return Described(copied.state, sentence=copied.sentence)
    with closing(copied.memory) as raw:
        try:
            name, zero = raw.execute("SELECT name, day_zero FROM commune").fetchone()
            done = raw.execute("SELECT count(*) FROM action WHERE state='done'").fetchone()[0]
            copy = copy_of(path)
            day = day_number(date.fromisoformat(zero), copy.made_at.date()) if copy and copy.made_at else None
            words = [ngettext("{count} action done", "{count} actions done", done).format(count=done)]
            words += [counted(kind, _count(raw, kind)) for kind in (HealthProfessional, Meeting, Exchange)]
            since = _since(raw, present) if present is not None else ""
        except (sqlite3.Error, TypeError, ValueError):
            return Described(State.DAMAGED, sentence=_("What is in this copy makes no sense."))
    return Described(copied.state, str(name), day, ", ".join(words), since)


def rows_of(raw: sqlite3.Connection) -> dict[type[Any], dict[int, Any]]:
    """Return the rows of the tables compared, by kind and id, as column and value."""
    return {kind: _rows(raw, kind) for kind in COMPARED}


def look_at(path: Path) -> Store:
    """Open a copy in memory, to be read only: its file is left as it is; UserError where it cannot be used."""
    copied = read_copy(path)
    if copied.memory is None:
        raise UserError(copied.sentence)
    try:
        upgrade(copied.memory)
    except BaseException:
        copied.memory.close()
        raise
    copy = copy_of(path)
    moment = moment_words(copy.made_at) if copy else ""
    words = _("This is the copy of {moment}: it is only looked at, and nothing in it changes.")
    because = words.format(moment=moment) if moment else _("This is a copy: it is only looked at.")
    store = Store(path, copied.memory, read_only_because=because)
    store.is_copy = True
    return store


def put_beside(path: Path) -> Path:
    """Put a copy among the dossiers under a name of its own that says its day, and return where; nothing is replaced."""
    target = free_path(dossiers_folder() / f"{copy_name(path)}{DOSSIER_SUFFIX}")
    restore(path, target)
    return target


def copy_name(path: Path) -> str:
    """Return what a copy is called once it is a dossier: « gueret (copie du 12 mai 2026, 14 h 32) »."""
    copy = copy_of(path)
    if copy is None or copy.made_at is None:
        return _("{name} (copy)").format(name=copy.name if copy is not None else path.stem)
    # Plain spaces: a file's name is typed, and looked for, by people.
    moment = fold_spaces(f"{_day(copy.made_at)}, {clock(copy.made_at.time())}")
    return _("{name} (copy of {day})").format(name=copy.name, day=moment)


def put_in_place(path: Path, dossier: Path, now: datetime) -> Path | None:
    """Put a copy in place of a dossier that is closed, and return where what was there is kept."""
    return restore(path, dossier, now, kept_in=local_folder()).kept


def owner_of_copy(path: Path) -> str:
    """Return whose a copy is, in the short form; nothing where it cannot be used."""
    memory = read_copy(path).memory
    if memory is None:
        return ""
    with closing(memory):
        return owner_in(memory)


def places_words(entry: Listed) -> str:
    """Return where a copy lies: « ce PC, Documents »."""
    with explained():
        here = local_folder()
    places = (_("this PC") if folder == here else _("Documents") for folder in entry.folders)
    return ", ".join(dict.fromkeys(places))  # the same content may have been copied twice into one place


def _since(raw: sqlite3.Connection, present: dict[type[Any], dict[int, Any]]) -> str:
    changed = []
    for kind in COMPARED:
        then, now = _rows(raw, kind), present.get(kind, {})
        count = sum(not _same(then.get(key), now.get(key)) for key in then.keys() | now.keys())
        if count:
            changed.append(counted(kind, count))
    return ", ".join(changed)


def _same(then: dict[str, Any] | None, now: dict[str, Any] | None) -> bool:
    """Tell whether two rows agree in the columns that both have: an older copy has fewer."""
    if then is None or now is None:
        return False
    return all(now[name] == value for name, value in then.items() if name in now)


def _rows(raw: sqlite3.Connection, kind: type[Any]) -> dict[int, Any]:
    try:
        cursor = raw.execute(f'SELECT * FROM "{table_name(kind)}"')
    except sqlite3.OperationalError:
        return {}  # a copy made before this table was
    names = [column[0] for column in cursor.description]
    return {row["id"]: row for row in (dict(zip(names, values, strict=True)) for values in cursor)}


def _count(raw: sqlite3.Connection, kind: type[Any]) -> int:
    try:
        return int(raw.execute(f'SELECT count(*) FROM "{table_name(kind)}"').fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def _day(moment: datetime) -> str:
    """Return « 12 mai 2026 »: the day without its name."""
    return " ".join(long_date(moment.date(), language()).split()[1:])
