"""The one directory: people and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import NextStep
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Candidate, Person, display_name, sorting_name
from msp_desktop.errors import UserError
from msp_desktop.formats.names import gendered
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: Where a person stands by name alone.
_NAMED_IN: tuple[tuple[type[Any], str], ...] = (
    (Action, "assignee"),
    (Objective, "person"),
    (Communication, "person"),
    (NextStep, "person"),
    (Exchange, "with_whom"),
)


def directory(reader: Reader) -> list[Candidate]:
    """Return everybody: the professionals of the inventory first, then by name."""
    from sqlalchemy import select

    from msp_desktop.db.tables import TABLES

    person, professional = TABLES[Person], TABLES[HealthProfessional]
    everybody = select(person, professional).join_from(person, professional, isouter=True)
    found = [
        Candidate(who, display_name(who), detail_of(who, listed), listed is not None)
        for who, listed in reader.select(everybody)
    ]
    return sorted(found, key=lambda c: (not c.is_professional, *map(fold, sorting_name(c.person))))


def detail_of(person: Person, professional: HealthProfessional | None) -> str:
    """Return what a person is: profession and town for a professional, else function or body."""
    if professional is None:
        return person.function or (person.organisation if person.last_name else "")
    kit = kit_inventory().profession(professional.profession)
    word = professional.speciality or gendered(person.civility, kit.masculine, kit.feminine)
    return ", ".join(filter(None, (word, professional.town)))


def names_for_who(reader: Reader) -> list[str]:
    """Return the names proposed where one chooses who does something."""
    # Not `directory`, which asks through SQLAlchemy: the first screen has a field of names.
    return reader.kept("names", (Person, HealthProfessional), lambda: _names(reader))


def _names(reader: Reader) -> list[str]:
    listed = {row.person_id for row in reader.all(HealthProfessional)}
    people = sorted(reader.all(Person), key=lambda p: (p.id not in listed, *map(fold, sorting_name(p))))
    return [name for name in map(display_name, people) if name]


def add_person(store: Store, person: Person) -> Person:
    """Add a person or a body to the directory."""
    if not display_name(person).strip():
        raise UserError(_("Write a name, or the name of the body."))
    with store.write(_("Added to the directory: {name}").format(name=display_name(person))) as transaction:
        return transaction.insert(person)


def update_person(store: Store, person_id: int, change: Change[Person]) -> Person:
    """Change what the directory says of a person."""
    name = display_name(store.reader.one(Person, person_id))
    with store.write(_("Directory: {name}").format(name=name), merges=True) as transaction:
        return change_person(transaction, person_id, change)


def change_person(transaction: Transaction, person_id: int, change: Change[Person]) -> Person:
    """Change a person within a transaction; a new name follows wherever the old one stands alone as « who »."""
    before = display_name(transaction.one(Person, person_id))
    person = transaction.update(person_id, change)
    after = display_name(person)
    if before and after != before:
        for record, column in _NAMED_IN:
            equals: dict[str, Any] = {column: before}
            for row in transaction.all(record, **equals):
                transaction.update(row.id, Change(record, **{column: after}))
    return person


def delete_person(store: Store, person_id: int) -> None:
    """Delete a person everywhere: directory, inventory, guests, and their name where it stands alone as « who »."""
    delete_people(store, [person_id])


def delete_people(store: Store, ids: list[int]) -> None:
    """Delete people everywhere, in one step."""
    people = [store.reader.one(Person, key) for key in ids]
    names = [display_name(person) for person in people]
    with store.write(_("Deleted everywhere: {name}").format(name=", ".join(filter(None, names)))) as transaction:
        for person, name in zip(people, names, strict=True):
            _forget(transaction, person, name)


def _forget(transaction: Transaction, person: Person, name: str) -> None:
    if name:
        for record, column in _NAMED_IN:
            equals: dict[str, Any] = {column: name}
            for row in transaction.all(record, **equals):
                transaction.update(row.id, Change(record, **{column: ""}))
    transaction.delete(Person, person.id)
