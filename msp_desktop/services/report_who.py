"""Who does what and who was spoken with, as a paper that leaves the town hall may say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from msp_desktop.db.reader import GIVEN, Reader
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.inventory_privacy import naming_people
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.formats.numbers import in_letters, listed
from msp_desktop.services.who import label_of, parts_of

#: Whose own name a paper says, without being asked to: they act for the town.
_OF_THE_TOWN = (Category.ELECTED, Category.STAFF)


class Discretion(Struct, frozen=True):
    """Who is a professional, and whether words name one: none does where names were asked for."""

    professionals: frozenset[int]
    named: Callable[[str], bool]
    with_names: bool


def discretion(reader: Reader, *, with_names: bool) -> Discretion:
    """Return what may be said of whom: the professionals of the inventory and of the directory are not named, unless asked."""
    people = {row.person_id for row in reader.all(HealthProfessional)}
    people |= {person.id for person in reader.all(Person, category=Category.PROFESSIONAL)}
    if with_names:
        return Discretion(frozenset(people), lambda _words: False, True)
    named = naming_people(reader.one(Person, key) for key in sorted(people))
    return Discretion(frozenset(people), named, False)


def who_said(reader: Reader, record: type[Any], row: Any, kept: Discretion) -> str:
    """Return who sees to a record or was spoken with: « Nadia Roche et deux professionnels », the body of whoever speaks for one."""
    part = parts_of(record)[0]
    equals: dict[str, Any] = {part.reference: row.id}
    links = reader.all(Assignment, order="position, id", **equals)
    names, unnamed = [], 0
    for link in links:
        if link.person_id in kept.professionals and not kept.with_names:
            unnamed += 1
        else:
            names.append(_said(reader, link.person_id, kept))
    words = getattr(row, part.words).strip()
    if words and kept.named(words):
        unnamed += 1
    elif words:
        names.append(words)
    if unnamed:
        names.append("un professionnel" if unnamed == 1 else f"{in_letters(unnamed)} professionnels")
    return listed(list(dict.fromkeys(names)))


def linked(reader: Reader, record: type[Any]) -> dict[int, frozenset[int]]:
    """Return the people linked to the records of one kind, by the ids of these."""
    column = parts_of(record)[0].reference
    found: dict[int, frozenset[int]] = {}
    equals: dict[str, Any] = {column: GIVEN}
    for link in reader.all(Assignment, **equals):
        key = getattr(link, column)
        found[key] = found.get(key, frozenset()) | {link.person_id}
    return found


def _said(reader: Reader, person_id: int, kept: Discretion) -> str:
    person = reader.one(Person, person_id)
    if kept.with_names or person.category in _OF_THE_TOWN or not person.organisation.strip():
        return label_of(reader, person_id) or display_name(person)
    return person.organisation.strip()
