"""Entries of the directory that may be one: proposed side by side, or said to be two."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.shape import referring_to
from msp_desktop.db.store import Store
from msp_desktop.domain.alike import Alike, alike, alike_by_steps
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import NotSame, Person, display_name
from msp_desktop.domain.referent import Referent
from msp_desktop.i18n import _, ngettext

#: The fields of an entry one chooses between; the others are joined.
CHOSEN = (
    "civility", "first_name", "last_name", "form_of_address", "function", "organisation", "phone", "email", "address",
)  # fmt: skip


class CardField(Struct, frozen=True):
    """One field of two entries, as it is typed in each."""

    name: str
    kept: str
    gone: str


class Cards(Struct, frozen=True):
    """Two entries side by side: the one that is kept, the other, the fields either has, and where each appears."""

    kept: Person
    gone: Person
    fields: tuple[CardField, ...]
    kept_in: tuple[str, ...]
    gone_in: tuple[str, ...]


def duplicates(reader: Reader) -> tuple[Alike, ...]:
    """Return the pairs of entries that may be one, those with most in common first."""
    return reader.kept("duplicates", (Person, NotSame, Commune), lambda: _duplicates(reader))


def cards(reader: Reader, pair: Alike) -> Cards:
    """Return a pair side by side: kept is the one in the register, else the one with more to do, else the older."""
    first, second = sorted(
        (reader.one(Person, pair.one.id), reader.one(Person, pair.other.id)),
        key=lambda person: (reader.find(HealthProfessional, person_id=person.id) is None, -_uses(reader, person.id)),
    )
    fields = [CardField(name, getattr(first, name).strip(), getattr(second, name).strip()) for name in CHOSEN]
    return Cards(
        first,
        second,
        tuple(field for field in fields if field.kept or field.gone),
        appears_in(reader, first.id),
        appears_in(reader, second.id),
    )


def appears_in(reader: Reader, person_id: int) -> tuple[str, ...]:
    """Return where an entry of the directory appears, in words: « 2 rencontres », « 1 action »."""
    links = reader.all(Assignment, person_id=person_id)
    meetings = len(reader.all(Attendance, person_id=person_id))
    exchanges = len({link.exchange_id or link.follow_up_id for link in links} - {None})
    actions = sum(link.action_id is not None for link in links)
    others = sum(not (link.exchange_id or link.follow_up_id or link.action_id) for link in links)
    found = (
        _("the register of professionals") if reader.find(HealthProfessional, person_id=person_id) else "",
        _("the référent’s terms") if _terms(reader, person_id) else "",
        ngettext("{count} meeting", "{count} meetings", meetings).format(count=meetings) if meetings else "",
        ngettext("{count} exchange", "{count} exchanges", exchanges).format(count=exchanges) if exchanges else "",
        ngettext("{count} action", "{count} actions", actions).format(count=actions) if actions else "",
        ngettext("{count} other entry", "{count} other entries", others).format(count=others) if others else "",
    )
    return tuple(filter(None, found))


def say_apart(store: Store, one_id: int, other_id: int) -> bool:
    """Note that two entries are two people or bodies: they are not proposed again."""
    names = [display_name(store.reader.one(Person, key)) for key in (one_id, other_id)]
    with store.write(_("Two entries, not one: {names}").format(names=", ".join(names))) as transaction:
        if not transaction.find(NotSame, one_id=min(one_id, other_id), other_id=max(one_id, other_id)):
            transaction.insert(NotSame(one_id=min(one_id, other_id), other_id=max(one_id, other_id)))
    return True


def _uses(reader: Reader, person_id: int) -> int:
    found = 0
    for record, shape in referring_to("person"):
        equals: dict[str, Any] = {shape.name: person_id}
        found += len(reader.all(record, **equals))
    return found


def _terms(reader: Reader, person_id: int) -> bool:
    return (
        reader.find(Referent, person_id=person_id) is not None or reader.find(Referent, second_id=person_id) is not None
    )


def _duplicates(reader: Reader) -> tuple[Alike, ...]:
    return alike(*_looked_at(reader))


def duplicates_by_steps(reader: Reader) -> Generator[None, None, tuple[Alike, ...]]:
    """Look for the same pairs step by step, for who shows how many there are without waiting for it."""
    return alike_by_steps(*_looked_at(reader))


def _looked_at(reader: Reader) -> tuple[list[Person], frozenset[frozenset[int]], Person]:
    apart = frozenset(frozenset((row.one_id, row.other_id)) for row in reader.all(NotSame))
    commune = reader.one(Commune, 1)
    return reader.all(Person), apart, Person(phone=commune.phone, email=commune.email)
