"""Bodies of the directory and who speaks for them: found by what is typed as somebody's body, reached through one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person, is_body
from msp_desktop.formats.text import fold

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction


def bodies(reader: Reader) -> list[Person]:
    """Return the bodies of the directory, by name."""
    found = reader.kept("bodies", (Person,), lambda: [one for one in reader.all(Person) if is_body(one)])
    return sorted(found, key=lambda body: fold(body.organisation))


def body_named(reader: Reader, words: str) -> Person | None:
    """Return the body of the directory that bears this name alone, accents and case ignored."""
    wanted = fold(words)
    found = [body for body in bodies(reader) if fold(body.organisation) == wanted] if wanted else []
    return found[0] if len(found) == 1 else None


def people_of(reader: Reader, body_id: int) -> list[Person]:
    """Return who speaks for a body, those first whom the directory knew first."""
    return reader.all(Person, order="id", body_id=body_id)


def as_reached(reader: Reader, person: Person) -> Person:
    """Return an entry as letters and messages reach it.

    A body has the name of who speaks for it, and their ways where it has none; a person has their body's name and ways where
    they have none of their own. The id stays the entry's.
    """
    if is_body(person):
        spoken = next(iter(people_of(reader, person.id)), None)
        if spoken is None:
            return person
        named = {name: getattr(spoken, name) for name in _NAME}
        ways = {name: getattr(person, name).strip() or getattr(spoken, name) for name in _WAYS}
        return replace(person, **named, **ways)
    body = reader.find(Person, id=person.body_id) if person.body_id else None
    if body is None:
        return person
    ways = {name: getattr(person, name).strip() or getattr(body, name) for name in _WAYS}
    family = body.category if person.category is Category.OTHER else person.category
    return replace(person, category=family, organisation=body.organisation, **ways)


def write_person(transaction: Transaction, person_id: int, change: Change[Person]) -> Person:
    """Change an entry, and keep in step who speaks for which body."""
    before = transaction.one(Person, person_id)
    now = transaction.update(person_id, change)
    return follow_body(transaction, before, now) if change.values.keys() & _NAMED else now


def follow_body(transaction: Transaction, before: Person | None, now: Person) -> Person:
    """Keep who speaks for which body in step with what is typed, after an entry is added or changed; return it."""
    if not is_body(now):
        body = body_named(transaction, now.organisation)
        return transaction.update(now.id, Change(Person, body_id=body.id if body else None))
    if now.body_id is not None:
        now = transaction.update(now.id, Change(Person, body_id=None))
    name = fold(now.organisation)
    for person in transaction.all(Person):
        if before is not None and person.body_id == now.id and fold(person.organisation) == fold(before.organisation):
            transaction.update(person.id, Change(Person, organisation=now.organisation))
        elif person.body_id is None and not is_body(person) and fold(person.organisation) == name:
            transaction.update(person.id, Change(Person, body_id=now.id))
    return now


#: The fields that say who an entry is, and for which body.
_NAMED = frozenset(("first_name", "last_name", "organisation"))
_NAME = ("civility", "form_of_address", "first_name", "last_name", "function")
_WAYS = ("phone", "email", "address")
