"""Which exchanges of the journal were with the federation, whichever way they say so."""

from __future__ import annotations

from msp_desktop.db.reader import GIVEN, Reader
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Category, Person, PersonRole


def federation_exchanges(reader: Reader) -> list[Exchange]:
    """Return the exchanges noted with the federation, by id: by their kind, or by somebody of it whom they name.

    What is being typed still is none. Nothing here needs SQLAlchemy: the header counts with it.
    """
    found = {row.id: row for row in reader.all(Exchange, category=Category.FEDERATION, draft=False)}
    for person_id in _its_people(reader):
        for link in reader.all(Assignment, person_id=person_id, exchange_id=GIVEN):
            if link.exchange_id not in found and link.exchange_id is not None:
                row = reader.one(Exchange, link.exchange_id)
                if not row.draft:
                    found[row.id] = row
    return [found[key] for key in sorted(found)]


def _its_people(reader: Reader) -> set[int]:
    """Return the federation's entries of the directory, and those who speak for one of them."""
    own = {person.id for person in reader.all(Person, category=Category.FEDERATION)}
    own |= {role.person_id for role in reader.all(PersonRole, category=Category.FEDERATION)}
    return own | {person.id for body_id in own for person in reader.all(Person, body_id=body_id)}
