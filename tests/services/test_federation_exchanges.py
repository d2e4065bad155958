"""Which exchanges were with the federation."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Category, Person, PersonRole
from msp_desktop.services.federation_exchanges import federation_exchanges
from tests.conftest import TODAY


def noted(store: Store, *, person: int = 0, **values: object) -> int:
    """Note an exchange, with somebody of the directory where one is given."""
    with store.write("exchange") as transaction:
        row = transaction.insert(Exchange(**{"held_on": TODAY, "subject": "x"} | values))  # type: ignore[arg-type]
        if person:
            transaction.insert(Assignment(person_id=person, exchange_id=row.id, position=1))
        return row.id


def known(store: Store, record: Person | PersonRole) -> int:
    with store.write("person") as transaction:
        return int(transaction.insert(record).id)


def ids(store: Store) -> list[int]:
    return [row.id for row in federation_exchanges(store.reader)]


def test_an_exchange_says_by_its_kind_that_it_was_with_the_federation(store: Store) -> None:
    noted(store, category=Category.ARS)
    noted(store, category=Category.FEDERATION, draft=True)
    assert ids(store) == []
    own = noted(store, category=Category.FEDERATION, held_on=date(2026, 4, 1))
    assert ids(store) == [own]


def test_or_by_somebody_of_it_in_the_directory(store: Store) -> None:
    body = known(store, Person(category=Category.FEDERATION, organisation="FEMAG"))
    speaker = known(store, Person(category=Category.OTHER, last_name="Roux", body_id=body))
    nurse = known(store, Person(category=Category.PROFESSIONAL, last_name="Petit"))
    known(store, PersonRole(person_id=nurse, category=Category.FEDERATION))
    stranger = known(store, Person(category=Category.ELECTED, last_name="Noir"))
    wanted = [noted(store, person=person) for person in (body, speaker, nurse)]
    noted(store, person=stranger)
    noted(store, person=speaker, draft=True)
    assert ids(store) == wanted
