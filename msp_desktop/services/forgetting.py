"""Delete people everywhere: their safe copies are rewritten without them and proved, then the dossier itself.

In this order a fault on the way leaves them in the dossier, so that what is not done is seen and is done again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from msp_desktop.db.copies import read_copy
from msp_desktop.db.copies.names import owner_of, series_name
from msp_desktop.db.copies.rewriting import compacted, rewrite
from msp_desktop.db.engine import SCHEMA_VERSION
from msp_desktop.db.faults import explained
from msp_desktop.db.migrate import upgrade
from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person, display_name
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _, language
from msp_desktop.paths import DOSSIER_SUFFIX
from msp_desktop.services import copy_notes
from msp_desktop.services.copy_list import Listed, listed
from msp_desktop.services.traces import Chosen, erase

#: Part of a name that agrees with another for both to be one person's, of the same id in a copy.
_ALIKE = 0.6


class Wanted(Struct, frozen=True):
    """Who is deleted, and the others of the directory, by id: a namesake who stays is not deleted from a copy.

    `town` tells a file of this dossier that is too old to bear its `owner`.
    """

    people: tuple[Person, ...]
    staying: dict[int, Person]
    owner: str
    dossier: Path
    town: tuple[str, str]


class Forgotten(Struct, frozen=True):
    """What became of the copies: how many were rewritten and proved, and the sentence for each that still names them."""

    rewritten: int = 0
    left: tuple[str, ...] = ()


def wanted(store: Store, ids: Sequence[int]) -> Wanted:
    """Return who is to be deleted, read from the dossier."""
    everybody = {person.id: person for person in store.reader.all(Person)}
    people = tuple(everybody.pop(key) for key in dict.fromkeys(ids))
    commune = store.reader.one(Commune, 1)
    return Wanted(people, everybody, owner_of(commune.uid), store.path, (commune.name, commune.insee))


class Copies(Struct, frozen=True):
    """The safe copies of a dossier, whatever it was called when they were made, and what could not be looked into."""

    entries: tuple[Listed, ...] = ()
    unseen: tuple[str, ...] = ()


def copies_of(who: Wanted) -> Copies:
    """Return the safe copies of a dossier."""
    refused: list[Path] = []
    names = (series_name(who.dossier.stem), f"{series_name(who.dossier.stem)}_remplace")
    entries = tuple(
        entry
        for entry in listed(refused=refused)
        if entry.copy.owner == who.owner or (not entry.copy.owner and entry.copy.name in names)
    )
    words = _("{path}: this folder of copies cannot be read just now.")
    return Copies(entries, tuple(words.format(path=folder) for folder in refused))


def forget_in_copies(who: Wanted, chosen: Chosen, copies: Copies, told: Callable[[], None] = lambda: None) -> Forgotten:
    """Rewrite each copy that holds them without them, prove it, and say of which that could not be done; no window.

    `told` is called after each copy.
    """
    rewritten, left = 0, list(copies.unseen)
    for entry in copies.entries:
        try:
            if not _is_there(entry):
                continue  # thinned meanwhile
            content = _content_without(entry.copy.path, who, chosen)
            if content is not None:
                for folder in entry.folders:
                    rewrite(folder / entry.copy.path.name, content)
                rewritten += 1
        except UserError as error:
            left.append(_("{path}: {why}").format(path=entry.copy.path, why=error.sentence))
        told()
    return Forgotten(rewritten, tuple(left))


def _is_there(entry: Listed) -> bool:
    """Tell whether a copy still lies in one of its folders; UserError where a disk does not answer."""
    with explained():
        return any((folder / entry.copy.path.name).exists() for folder in entry.folders)


def forget_in_dossier(store: Store, who: Wanted, chosen: Chosen) -> None:
    """Delete them from the dossier in one step that can be undone.

    No copy is made before, as of other large steps: it would keep whom it is asked to forget.
    """
    names = ", ".join(filter(None, map(display_name, who.people)))
    with store.write(_("Deleted everywhere: {name}").format(name=names)) as transaction:
        erase(transaction, who.people, chosen)


def forget(store: Store, ids: Sequence[int], chosen: Chosen | None = None) -> Forgotten:
    """Delete people everywhere, copies first; see the two parts above."""
    who, chosen = wanted(store, ids), chosen or Chosen()
    copies = copies_of(who)
    done = forget_in_copies(who, chosen, copies)
    forget_in_dossier(store, who, chosen)
    return together(done, forget_in_copies(who, chosen, made_since(copies, copies_of(who))))


def made_since(before: Copies, now: Copies) -> Copies:
    """Return the copies that are newer than any there was: one may have been on its way to the disk."""
    last = max((entry.copy.number for entry in before.entries), default=0)
    newer = tuple(entry for entry in now.entries if entry.copy.number > last)
    return Copies(newer, tuple(words for words in now.unseen if words not in before.unseen))


def together(first: Forgotten, second: Forgotten) -> Forgotten:
    """Return what became of the copies in two rounds."""
    return Forgotten(first.rewritten + second.rewritten, (*first.left, *second.left))


def elsewhere(who: Wanted) -> tuple[str, ...]:
    """Return what else holds them and is not rewritten: other files of this dossier, the last stick; read, not changed."""
    found = []
    stick = copy_notes.load().sticks.get(who.owner)
    if stick:
        found.append(
            _("A stick got a copy on {day}: make it again, or delete that copy.").format(
                day=medium_date(date.fromisoformat(stick), language())
            )
        )
    for path in sorted(who.dossier.parent.glob(f"*{DOSSIER_SUFFIX}")):
        if path != who.dossier and _is_of(path, who):
            found.append(
                _("{path}: another file of this dossier. Open it to delete there too, or delete the file.").format(
                    path=path
                )
            )
    return tuple(found)


def _is_of(path: Path, who: Wanted) -> bool:
    copied = read_copy(path)
    if copied.memory is None:
        return False
    with closing(copied.memory) as memory:
        return _has_its_commune(memory, who) and bool(_those_in(_reader_of(memory), who))


def _has_its_commune(memory: sqlite3.Connection, who: Wanted) -> bool:
    """Tell whether a file is of this dossier: by its uid, by its commune where it is of the version that had none."""
    try:
        if "uid" in {row[1] for row in memory.execute("PRAGMA table_info(commune)")}:
            uid = memory.execute("SELECT uid FROM commune").fetchone()
            return bool(uid) and owner_of(str(uid[0])) == who.owner
        return bool(memory.execute("SELECT name, insee FROM commune").fetchone() == who.town)
    except sqlite3.OperationalError:
        return False


def _content_without(path: Path, who: Wanted, chosen: Chosen) -> bytes | None:
    """Return the content of a copy without them; None where nothing in it is theirs. UserError where it cannot be read."""
    copied = read_copy(path)
    if copied.memory is None:
        raise UserError(copied.sentence)
    with closing(copied.memory) as memory:
        store = Store(path, memory)
        reader = _reader_of(memory)
        there = _those_in(reader, who)
        with store.write("") as transaction:
            erase(transaction, there, chosen, who.people)
        changed = store.history.undo_label() is not None
        content = compacted(memory) if changed else None
        if content is not None and _those_in(Reader(memory), who):
            raise UserError(_("The copy « {name} » could not be rewritten.").format(name=path.name))
    return content


def _reader_of(memory: sqlite3.Connection) -> Reader:
    """Return what reads a copy, brought to today's tables."""
    if memory.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
        upgrade(memory)
    return Reader(memory)


def _those_in(reader: Reader, who: Wanted) -> list[Person]:
    """Return the entries of a copy that are these people: ids may have served twice, and entries been joined since."""
    return [
        other
        for other in reader.all(Person)
        if any(_is_same(other, person, who.staying.get(other.id)) for person in who.people)
    ]


def _is_same(other: Person, person: Person, stays: Person | None) -> bool:
    if other.id == person.id:
        return _alike(other, person)
    return _name(other) == _name(person) and (stays is None or _name(stays) != _name(other))


def _alike(other: Person, person: Person) -> bool:
    mine, theirs = " ".join(_name(person)), " ".join(_name(other))
    same = {person.phone, person.email.lower()} & {other.phone, other.email.lower()} - {""}
    return bool(same or set(mine.split()) & set(theirs.split())) or SequenceMatcher(None, mine, theirs).ratio() > _ALIKE


def _name(person: Person) -> tuple[str, str]:
    if person.first_name or person.last_name:
        return fold(person.first_name), fold(person.last_name)
    return "", fold(person.organisation)
