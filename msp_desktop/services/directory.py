"""The directory by family: who people are, how they are reached, when one last spoke, what is owed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select

from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.directory import FAMILY_OF, DirectoryLine, Family, FamilyLines
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.follow_ups import FollowUp
from msp_desktop.domain.inventory import HealthProfessional, Proximity
from msp_desktop.domain.people import Category, Person, PersonRole, display_name, is_body, sorting_name
from msp_desktop.domain.search import folded, stands_in, terms
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import fold
from msp_desktop.i18n import N_, _, language
from msp_desktop.services.journal import entries, follow_ups
from msp_desktop.services.who import detail_of

#: What the lines are made from.
MADE_FROM = (Person, PersonRole, HealthProfessional, Assignment, Exchange)

#: What a body is, where nothing else says it; « other » says nothing.
BODY_WORDS = {
    Category.FEDERATION: N_("regional federation"),
    Category.ARS: N_("regional health agency"),
    Category.CPAM: N_("health insurance"),
    Category.EPCI: N_("intercommunality"),
    Category.CCAS: N_("social services of the town"),
    Category.ASSOCIATION: N_("association"),
    Category.SCHEME: N_("health scheme of the territory"),
    Category.STAFF: N_("staff of the town hall"),
    Category.ELECTED: N_("elected person"),
    Category.PROFESSIONAL: N_("health professional"),
}


def directory_lines(reader: Reader, today: date) -> tuple[DirectoryLine, ...]:
    """Return everybody in the order of the families: a body, then its people."""
    return reader.kept(("directory lines", today), MADE_FROM, lambda: _lines(reader, today))


def by_family(
    lines: Iterable[DirectoryLine], text: str = "", family: Family | None = None, ids: frozenset[int] | None = None
) -> tuple[FamilyLines, ...]:
    """Return the lines in which every word of a text stands, by family; all families, or one with its second roles.

    `ids` keeps only these people. A family without lines is left out.
    """
    asked = terms(text)
    found: dict[Family, list[DirectoryLine]] = {known: [] for known in Family}
    for line in lines:
        if not stands_in(line.searched, asked) or (ids is not None and line.id not in ids):
            continue
        if family is None:
            found[line.families[0]].append(line)
        elif family in line.families:
            found[family].append(line)
    return tuple(FamilyLines(known, tuple(held)) for known, held in found.items() if held)


def what_they_are(
    person: Person, professional: HealthProfessional | None, body: Person | None, *, alone: bool = True
) -> str:
    """Return what a person or body is: « adjointe, médecin généraliste », « FEMAGE, directrice », « communauté… ».

    Where nothing says it, their kind does, unless not `alone`.
    """
    trade = detail_of(person, professional) if professional is not None else ""
    of = (body.organisation if body is not None else person.organisation) if not is_body(person) else ""
    own = FAMILY_OF[person.category] is Family.TOWN_HALL and person.function.strip()
    said = (person.function.strip(), trade) if trade or own else (of.strip(), person.function.strip())
    words = ", ".join(dict.fromkeys(filter(None, said)))
    kind = BODY_WORDS.get(person.category, "")
    return words or (_(kind) if kind and alone else "")


def last_exchanges(reader: Reader) -> dict[int, date]:
    """Return the day of the latest exchange with each person who had one."""
    link, exchange = TABLES[Assignment], TABLES[Exchange]
    question = (
        select(link.c.person_id, func.max(exchange.c.held_on))
        .join_from(link, exchange, link.c.exchange_id == exchange.c.id)
        .where(exchange.c.draft.is_(False))
        .group_by(link.c.person_id)
    )
    return dict(map(tuple, reader.select(question)))


def owed_to(reader: Reader, today: date) -> dict[int, list[FollowUp]]:
    """Return what is owed each person after an exchange with them, the most late first."""
    with_whom = {one.id: one.person_ids for one in entries(reader)}
    found: dict[int, list[FollowUp]] = {}
    for waits in follow_ups(reader, today):
        for person_id in with_whom[waits.id]:
            found.setdefault(person_id, []).append(waits)
    return found


def _lines(reader: Reader, today: date) -> tuple[DirectoryLine, ...]:
    people = {person.id: person for person in reader.all(Person)}
    listed = {row.person_id: row for row in reader.all(HealthProfessional)}
    more: dict[int, tuple[Category, ...]] = {}
    for role in reader.all(PersonRole):
        more[role.person_id] = (*more.get(role.person_id, ()), role.category)
    last, due = last_exchanges(reader), owed_to(reader, today)
    bodies = {person.id: people.get(person.body_id or 0) for person in people.values()}
    placed = sorted(people.values(), key=lambda person: _place(person, bodies[person.id]))
    return tuple(
        _line(
            person,
            bodies[person.id],
            listed.get(person.id),
            more.get(person.id, ()),
            last.get(person.id),
            next(iter(due.get(person.id, ())), None),
            language(),
        )
        for person in placed
    )


# Kept, since after an edit all but one of hundreds of people are who they were.
@lru_cache(maxsize=8192)
def _line(
    person: Person,
    body: Person | None,
    professional: HealthProfessional | None,
    more: tuple[Category, ...],
    last_on: date | None,
    follow_up: FollowUp | None,
    words_in: str,
) -> DirectoryLine:
    name = display_name(person) or _("Without a name")
    detail = what_they_are(person, professional, body)
    families = dict.fromkeys(FAMILY_OF[category] for category in (person.category, *more))
    if professional is not None:
        families.setdefault(Family.PROFESSIONALS)
    number = phone(person.phone.strip() or (body.phone if body is not None else ""))
    searched = (name, detail, person.organisation, person.function, number, person.email)
    kinds = [_(BODY_WORDS[category]) for category in (person.category, *more) if category in BODY_WORDS]
    said = " ".join((*searched, *kinds))
    return DirectoryLine(
        id=person.id,
        name=name,
        detail=detail,
        phone=number,
        families=tuple(families),
        is_body=is_body(person),
        here=professional is not None and professional.place is Proximity.HERE,
        last_on=last_on,
        follow_up=follow_up,
        searched=folded(said),
    )


_ORDER = {category: number for number, category in enumerate(FAMILY_OF)}


@lru_cache(maxsize=8192)
def _place(person: Person, body: Person | None) -> tuple[Any, ...]:
    """Return where a person stands: after the body they speak for, where it is of the same family."""
    head = body if body is not None and FAMILY_OF[body.category] is FAMILY_OF[person.category] else person
    mayor = 0 if head.category is Category.ELECTED and fold(head.function) == "maire" else 1
    return (
        _ORDER[head.category],
        mayor,
        tuple(map(fold, sorting_name(head))),
        head.id,
        head is not person,
        tuple(map(fold, sorting_name(person))),
        person.id,
    )
