"""Which exchanges of the journal were with the federation, whichever way they say so."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Category, Person, PersonRole


def federation_exchanges(reader: Reader) -> list[Exchange]:
    """Return the exchanges noted with the federation, by id: by their kind, or by somebody of it whom they name.

    What is being typed still is none. Nothing here needs SQLAlchemy: the header counts with it, in whole tables, of which a
    change has only its own rows read again.
    """
    return list(reader.kept("federation exchanges", (Exchange, Assignment, Person, PersonRole), lambda: _found(reader)))


def _found(reader: Reader) -> tuple[Exchange, ...]:
    people = _its_people(reader)
    named = {link.exchange_id for link in reader.all(Assignment) if link.person_id in people}
    return tuple(
        row
        for row in reader.all(Exchange)
        if not row.draft and (row.category is Category.FEDERATION or row.id in named)
    )


def _its_people(reader: Reader) -> set[int]:
    """Return the federation's entries of the directory, and those who speak for one of them."""
    people = reader.all(Person)
    own = {person.id for person in people if person.category is Category.FEDERATION}
    own |= {role.person_id for role in reader.all(PersonRole, category=Category.FEDERATION)}
    return own | {person.id for person in people if person.body_id in own}
