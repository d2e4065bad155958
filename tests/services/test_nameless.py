"""What names somebody, or says how to reach them, stays in the town hall, wherever it was typed."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.carried.leaves import WITHHELD, Leaves
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import Finding, Need, Offer
from msp_desktop.domain.meetings import AgendaItem, Meeting, NextStep
from msp_desktop.domain.people import Person
from msp_desktop.domain.roles import Role, RoleParty, RoleShare, Share
from msp_desktop.services.nameless import nameless
from msp_desktop.services.sending import commune_data, findings_that_name
from tests.conftest import NOW, TODAY

ALL, NONE = Leaves(names=True, crossed=True), Leaves()


def told(store: Store, leaves: Leaves = NONE) -> CommuneData:
    return commune_data(store.reader, TODAY, NOW, leaves)


def test_words_that_name_somebody_stay_wherever_they_were_typed(sample: Store) -> None:
    name = next(person for person in sample.reader.all(Person) if person.first_name and person.last_name)
    says = f"Voir avec {name.first_name} {name.last_name}"
    finding = sample.reader.all(Finding)[0]
    with sample.write("x") as tx:
        tx.update(finding.id, Change(Finding, answer=says))
        tx.insert(Need(position=90, title=says, public=says))
        tx.insert(Offer(position=90, kind="pharmacie", name=says, town=says))
        tx.insert(Action(phase=1, position=90, title=says, planned_on=TODAY))
        meeting = tx.all(Meeting)[0]
        tx.insert(AgendaItem(meeting_id=meeting.id, position=90, title=says, minutes=5))
        tx.insert(NextStep(meeting_id=meeting.id, position=90, text=says, due_on=TODAY))
        role, party = tx.insert(Role(position=90, responsibility=says)), tx.insert(RoleParty(position=90, name=says))
        tx.insert(RoleShare(role_id=role.id, party_id=party.id, share=Share.LEADS))
    content = encoded(told(sample)).decode()
    assert name.last_name not in content
    assert content.count(WITHHELD) >= 8
    assert says in encoded(told(sample, ALL)).decode()


@pytest.mark.parametrize(
    "says",
    [
        "Appeler le 06 99 00 12 34.",
        "Appeler le 0699001234",
        "Appeler le +33 (0)6.99.00.12.34",
        "Au 06\u00a099\u00a000\u00a012\u00a034, le soir",
        "Au 05 99 00 55 66",
        "Écrire à Cabinet.1.2@Example.org",
    ],
)
def test_words_that_say_how_to_reach_somebody_stay_too(store: Store, says: str) -> None:
    with store.write("x") as tx:
        tx.insert(Person(last_name="Roche", phone="06 99 00 12 34 / 05 99 00 55 66", email="cabinet.1.2@example.org"))
        tx.insert(Need(position=1, title=says))
        tx.insert(Need(position=2, title="Le 06 99 00 12 35, cabinet@example.org"))
        finding = tx.all(Finding)[0]
        tx.update(finding.id, Change(Finding, answer=says))
    assert [need.title for need in told(store).needs] == [WITHHELD, "Le 06 99 00 12 35, cabinet@example.org"]
    assert [found.people for found in findings_that_name(store.reader)] == [("Roche",)]
    assert told(store, ALL).needs[0].title.startswith(says[:6])


def test_how_to_reach_the_town_hall_is_nobodys(store: Store) -> None:
    with store.write("x") as tx:
        tx.update(1, Change(Commune, phone="05 99 00 55 66", email="mairie@example.org"))
        tx.insert(Person(last_name="Roche", phone="0599005566", email="mairie@example.org"))
        tx.insert(Person(organisation="Pharmacie", phone="05 99 00 77 88"))
        tx.insert(Need(position=1, title="Mairie : 05 99 00 55 66, mairie@example.org ; pharmacie : 05 99 00 77 88"))
    assert told(store).needs[0].title.startswith("Mairie")


def test_data_that_name_nobody_are_left_as_they_are(sample: Store) -> None:
    data = told(sample)
    assert nameless(sample.reader, data) == data
