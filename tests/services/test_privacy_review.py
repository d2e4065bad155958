"""Whom to look at again: who has ended a role, who left, with whom nothing happened for a year; never who is at work."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.coordination import CoordinatorPost
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Departure
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.schemes import Scheme
from msp_desktop.domain.welcome import WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.services import calls, coordination, instances, schemes, welcome
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.meetings import add_meeting, invite, update_meeting
from msp_desktop.services.people import add_person
from msp_desktop.services.privacy_review import YEAR, note_review, review_due, to_review
from msp_desktop.services.timeline import update_action

ZERO = date(2026, 3, 22)
LATER = ZERO + YEAR


def why(store: Store, today: date) -> list[str]:
    return [f"{one.name}: {one.why}".replace("\u00a0", " ") for one in to_review(store.reader, today)]


def exchanged(store: Store, person: Person, day: date) -> Exchange:
    with store.write("") as transaction:
        row = transaction.insert(Exchange(held_on=day))
        transaction.insert(Assignment(person_id=person.id, position=1, exchange_id=row.id))
    return row


@pytest.fixture
def claire(store: Store) -> Person:
    return add_person(store, Person(first_name="Claire", last_name="Duval"))


def test_nobody_is_looked_at_before_a_year(store: Store, claire: Person) -> None:
    assert why(store, LATER - timedelta(1)) == []
    assert why(store, LATER) == ["Claire Duval: ni échange ni réunion notés"]


def test_an_exchange_a_meeting_held_or_to_come_counts_for_a_year(store: Store, claire: Person) -> None:
    exchanged(store, claire, date(2026, 12, 1))
    assert why(store, LATER) == []
    assert why(store, date(2027, 12, 1)) == ["Claire Duval: rien depuis le 1er décembre 2026"]
    meeting = add_meeting(store, "premiere-rencontre").id
    update_meeting(store, meeting, Change(Meeting, held_on=date(2028, 1, 10)))
    invite(store, meeting, [claire.id])
    assert why(store, date(2027, 12, 1)) == []


def test_who_has_something_to_do_is_not_looked_at(store: Store, claire: Person) -> None:
    update_action(store, 3, Change(Action, assignee="Claire Duval"))
    assert why(store, LATER) == []


def test_who_helps_to_receive_newcomers_is_not_looked_at(store: Store, claire: Person) -> None:
    welcome.propose_steps(store)
    welcome.update_step(store, 1, Change(WelcomeStep, person="Claire Duval"))
    assert why(store, LATER) == []
    welcome.tick_step(store, 1, True, LATER)
    assert why(store, LATER) == ["Claire Duval: ni échange ni réunion notés"]
    guide = welcome.add_entry(store, WelcomeKind.GUIDE)
    welcome.update_entry(store, guide.id, Change(WelcomeEntry, person="Claire Duval"))
    assert why(store, LATER) == []


def test_who_waits_for_an_answer_is_not_looked_at(store: Store, claire: Person) -> None:
    row = exchanged(store, claire, ZERO)
    with store.write("") as transaction:
        transaction.update(row.id, Change(Exchange, next_step="Rappeler", next_step_on=ZERO))
    assert why(store, LATER) == []
    with store.write("") as transaction:
        transaction.update(row.id, Change(Exchange, next_step_done_on=ZERO))
    assert why(store, LATER) == ["Claire Duval: rien depuis le 22 mars 2026"]


def test_a_role_that_has_ended_is_told_at_once_unless_it_goes_on(store: Store, claire: Person) -> None:
    exchanged(store, claire, date(2026, 5, 1))
    with store.write("") as transaction:
        transaction.insert(Referent(person_id=claire.id, since=ZERO, until=date(2026, 5, 2)))
    assert why(store, date(2026, 5, 2)) == []
    assert why(store, date(2026, 5, 3)) == ["Claire Duval: n’est plus référent depuis le 2 mai 2026"]
    with store.write("") as transaction:
        transaction.insert(Referent(person_id=claire.id, since=date(2026, 5, 3)))
    assert why(store, date(2026, 5, 3)) == []


def test_a_professional_who_left_is_told(store: Store) -> None:
    values = {"profession": "medecin", "departure": Departure.ANNOUNCED, "departure_on": date(2026, 6, 30)}
    add_professional(store, Person(first_name="Léa", last_name="Fontanel"), values)
    assert why(store, date(2026, 6, 30)) == []
    assert why(store, date(2026, 7, 1)) == ["Léa Fontanel: départ le 30 juin 2026"]


def test_the_mayor_and_bodies_are_never_told(store: Store) -> None:
    update_commune(store, Change(Commune, mayor_first_name="Anne", mayor_last_name="Faure"))
    add_person(store, Person(first_name="Anne", last_name="Faure", category=Category.ELECTED))
    add_person(store, Person(organisation="ARS"))
    assert why(store, LATER) == []


def test_it_is_due_once_a_year_and_only_with_somebody_to_look_at(store: Store, claire: Person) -> None:
    assert not review_due(store.reader, LATER - timedelta(1))
    assert review_due(store.reader, LATER)
    note_review(store, LATER)
    assert store.reader.one(Commune, 1).privacy_reviewed_on == LATER
    assert not review_due(store.reader, LATER + timedelta(300))
    assert review_due(store.reader, LATER + YEAR)
    exchanged(store, claire, LATER + timedelta(200))
    assert not review_due(store.reader, LATER + YEAR)


def test_who_has_a_part_in_what_goes_on_of_the_project_is_at_work(store: Store, claire: Person) -> None:
    gone_on = (
        (lambda: coordination.update_post(store, Change(CoordinatorPost, holder="Claire Duval"))),
        (lambda: instances.add_members(store, instances.add_instance(store, "COPIL", "copil").id, [claire.id])),
        (
            lambda: schemes.update_scheme(
                store, schemes.add_scheme(store, "Réseau").id, Change(Scheme, contact="Claire Duval")
            )
        ),
        (
            lambda: calls.update_call(
                store, calls.add_call(store, "Ateliers").id, Change(Call, answered_by="Claire Duval"), ZERO
            )
        ),
    )
    for begin in gone_on:
        assert why(store, LATER) == ["Claire Duval: ni échange ni réunion notés"]
        begin()
        assert why(store, LATER) == []
        while why(store, LATER) == []:
            store.undo()
    call = calls.add_call(store, "Ateliers")
    calls.update_call(store, call.id, Change(Call, answered_by="Claire Duval", state=CallState.LEFT), ZERO)
    assert len(why(store, LATER)) == 1
