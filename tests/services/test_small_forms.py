"""What the small forms ask: follow-ups, partners, exchanges."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.people import Category, Person
from msp_desktop.services.evidence import shows_done
from msp_desktop.services.journal import note_exchange
from msp_desktop.services.small_forms import partners


def test_partners_are_told_apart_by_whether_they_were_contacted(store: Store) -> None:
    assert not shows_done(store.reader, "associer-partenaires")
    with store.write("Annuaire") as tx:
        ccas = tx.insert(Person(organisation="CCAS", category=Category.CCAS))
        cpam = tx.insert(Person(organisation="CPAM", category=Category.CPAM))
        tx.insert(Person(last_name="Roche", category=Category.ELECTED))
        exchange = tx.insert(Exchange(held_on=date(2026, 4, 1)))
        tx.insert(Assignment(person_id=ccas.id, position=1, exchange_id=exchange.id))
    assert [(partner.id, partner.contacted) for partner in partners(store.reader)] == [
        (ccas.id, True),
        (cpam.id, False),
    ]
    assert not shows_done(store.reader, "associer-partenaires")
    note_exchange(store, Exchange(held_on=date(2026, 4, 2), with_whom="CPAM", subject="Appel"))
    assert shows_done(store.reader, "associer-partenaires")
