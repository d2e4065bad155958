"""The one directory: people and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import LARGE, Store
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Candidate, Person, display_name, plain_name, sorting_name
from msp_desktop.errors import UserError
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.services.bodies import follow_body, write_person
from msp_desktop.services.who import PARTS, detail_of, who_is

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def directory(reader: Reader) -> list[Candidate]:
    """Return everybody, once each: the professionals of the inventory first, then by name."""
    person, professional = TABLES[Person], TABLES[HealthProfessional]
    everybody = select(person, professional).join_from(person, professional, isouter=True)
    found: dict[int, Candidate] = {}
    for who, listed in reader.select(everybody):  # one who practises in two communes is there twice
        found.setdefault(who.id, Candidate(who, display_name(who), detail_of(who, listed), listed is not None))
    return sorted(found.values(), key=lambda c: (not c.is_professional, *map(fold, sorting_name(c.person))))


def add_person(store: Store, person: Person) -> Person:
    """Add a person or a body to the directory."""
    if not display_name(person).strip():
        raise UserError(_("Write a name, or the name of the body."))
    with store.write(_("Added to the directory: {name}").format(name=display_name(person))) as transaction:
        return follow_body(transaction, None, transaction.insert(person))


def update_person(store: Store, person_id: int, change: Change[Person]) -> Person:
    """Change what the directory says of a person; whatever they do shows the new name."""
    name = display_name(store.reader.one(Person, person_id))
    with store.write(_("Directory: {name}").format(name=name), merges=True) as transaction:
        return write_person(transaction, person_id, change)


def delete_person(store: Store, person_id: int) -> None:
    """Delete a person everywhere: directory, inventory, guests, whatever they do, and their name where it was typed."""
    delete_people(store, [person_id])


def delete_people(store: Store, ids: list[int]) -> None:
    """Delete people everywhere, in one step."""
    people = [store.reader.one(Person, key) for key in ids]
    names = [display_name(person) for person in people]
    label = _("Deleted everywhere: {name}").format(name=", ".join(filter(None, names)))
    with store.write(label, large=len(ids) >= LARGE) as transaction:
        for person in people:
            take_out(transaction, person)


def take_out(transaction: Transaction, person: Person) -> None:
    """Delete a person inside a write, with whatever refers to them and their name where it is a name in a line."""
    _forget_name(transaction, person)
    transaction.delete(Person, person.id)


def _forget_name(transaction: Transaction, person: Person) -> None:
    """Take a name that is this person's alone out of the words in which it was typed before the directory knew it."""
    for part in PARTS:
        table = TABLES[part.record]
        words = table.c[part.words]
        for name in filter(None, {display_name(person), plain_name(person)}):
            rows = transaction.select(select(table.c.id, words).where(words.contains(name, autoescape=True)))
            for row_id, text in rows:
                named = [word.strip() for word in text.split(",")]
                left = [word for word in named if who_is(transaction, word).person_ids != (person.id,)]
                transaction.update(row_id, Change(part.record, **{part.words: ", ".join(left)}))
