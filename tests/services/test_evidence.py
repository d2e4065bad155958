"""« Fait quand… »: what the dossier shows of each action, and what is not enough."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import MeetingPlace
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.roles import Role, RoleParty, RoleShare, Share
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services import journal
from msp_desktop.services.evidence import shows_done
from msp_desktop.services.referent import update_referent_person, update_term

CODES = [action.code for action in kit_timeline().actions]
#: The last of the hundred days of the dossier: 22 March 2026 and a hundred days.
LAST_DAY = date(2026, 6, 30)


def put(store: Store, *records: Any) -> None:
    with store.write("préparer") as tx:
        for record in records:
            tx.insert(record)


@pytest.mark.parametrize("code", CODES)
def test_a_new_dossier_shows_nothing_done(store: Store, code: str) -> None:
    assert not shows_done(store.reader, code)


@pytest.mark.parametrize("code", [None, "", "inconnu"])
def test_the_town_s_own_actions_are_never_shown_done_by_the_file(store: Store, code: str | None) -> None:
    assert not shows_done(store.reader, code)


def exchange(**values: Any) -> Exchange:
    return Exchange(held_on=date(2026, 4, 2), **values)


def test_an_exchange_with_the_federation_and_no_other_is_the_first_contact(store: Store) -> None:
    put(store, exchange(category=Category.ARS))
    assert not shows_done(store.reader, "contact-federation")
    put(store, exchange(category=Category.FEDERATION))
    assert shows_done(store.reader, "contact-federation")


def test_a_referent_is_named_when_the_sheet_is_complete_and_dated(store: Store) -> None:
    update_referent_person(store, False, Change(Person, last_name="Roche", function="Adjointe", phone="01"))
    assert not shows_done(store.reader, "designer-referent")
    update_term(store, Change(Referent, since=date(2026, 4, 1)))
    assert shows_done(store.reader, "designer-referent")


def test_the_inventory_is_done_when_every_question_of_the_method_is_answered(store: Store) -> None:
    findings = store.reader.all(Finding)
    assert len(findings) == 8
    with store.write("répondre") as tx:
        tx.insert(Finding(theme="besoins", position=99, question="La nôtre ?"))
        for finding in findings[:-1]:
            tx.update(finding.id, Change(Finding, answer="Oui"))
        tx.update(findings[-1].id, Change(Finding, answer="  "))
    assert not shows_done(store.reader, "etat-des-lieux")
    with store.write("répondre") as tx:
        tx.update(findings[-1].id, Change(Finding, answer="Non"))
    assert shows_done(store.reader, "etat-des-lieux"), "the town's own question may wait"


@pytest.mark.parametrize(
    ("kind", "state", "words", "done"),
    [
        ("premiere-rencontre", MeetingState.HELD, "Compte rendu", True),
        ("premiere-rencontre", MeetingState.HELD, " ", False),
        ("premiere-rencontre", MeetingState.PLANNED, "Compte rendu", False),
        ("premiere-rencontre", MeetingState.CANCELLED, "Compte rendu", False),
        ("federation", MeetingState.HELD, "Compte rendu", False),
    ],
)
def test_the_first_meeting_is_done_once_held_and_written_up(
    store: Store, kind: str, state: MeetingState, words: str, done: bool
) -> None:
    put(store, Meeting(uid="a", kind=kind, title="x", state=state, summary=words))
    assert shows_done(store.reader, "premiere-rencontre") is done


def test_a_meeting_place_is_where_when_the_key_and_whom_to_ask(store: Store) -> None:
    whole = {"place": "Préau", "slots": "le mardi", "key_holder": "Mme Roche", "contact": "mairie"}
    put(store, MeetingPlace(**whole))
    assert shows_done(store.reader, "lieu-de-rencontre")
    for name in whole:
        with store.write("vider") as tx:
            tx.update(1, Change(MeetingPlace, **{**whole, name: " "}))
        assert not shows_done(store.reader, "lieu-de-rencontre"), name


@pytest.mark.parametrize(
    ("due", "person", "done"),
    [(date(2026, 6, 1), "Mme Roche", True), (None, "Mme Roche", False), (date(2026, 6, 1), " ", False)],
)
def test_an_objective_has_a_date_and_somebody(store: Store, due: date | None, person: str, done: bool) -> None:
    put(store, Objective(position=1, title="Deux rencontres", due_on=due, person=person))
    assert shows_done(store.reader, "objectifs-realistes") is done


@pytest.mark.parametrize("state", list(CommunicationState))
@pytest.mark.parametrize("for_residents", [True, False])
def test_a_message_counts_once_published_and_for_residents_if_it_is_for_them(
    store: Store, state: CommunicationState, for_residents: bool
) -> None:
    put(store, Communication(position=1, message="x", state=state, for_residents=for_residents))
    published = state is CommunicationState.PUBLISHED
    assert shows_done(store.reader, "valoriser-existant") is published
    assert shows_done(store.reader, "communiquer-habitants") is (published and for_residents)


@pytest.mark.parametrize(("day", "done"), [(None, False), (LAST_DAY, False), (date(2026, 7, 1), True)])
def test_the_approach_goes_on_with_a_meeting_or_an_objective_after_the_hundredth_day(
    store: Store, day: date | None, done: bool
) -> None:
    put(store, Meeting(uid="a", kind="point", title="x", held_on=day))
    assert shows_done(store.reader, "structurer-demarche") is done
    store.undo()
    put(store, Objective(position=1, title="x", due_on=day))
    assert shows_done(store.reader, "structurer-demarche") is done


def test_a_meeting_without_a_date_does_not_hide_one_after_the_end(store: Store) -> None:
    put(
        store,
        Meeting(uid="a", kind="point", title="x"),
        Meeting(uid="b", kind="point", title="y", held_on=date(2026, 9, 1)),
        Objective(position=1, title="z"),
    )
    assert shows_done(store.reader, "structurer-demarche")


def test_every_role_has_somebody_who_leads(store: Store) -> None:
    put(store, RoleParty(position=1, name="Commune"), RoleParty(position=2, name="Le CCAS"))
    put(store, Role(position=1, responsibility="a"), RoleShare(role_id=1, party_id=2, share=Share.LEADS))
    assert shows_done(store.reader, "definir-roles")
    put(store, Role(position=2, responsibility="b"), RoleShare(role_id=2, party_id=1, share=Share.TAKES_PART))
    assert not shows_done(store.reader, "definir-roles")


def test_partners_are_joined_when_each_was_spoken_to(store: Store) -> None:
    put(store, Person(organisation="CCAS", category=Category.CCAS), Person(organisation="EPCI", category=Category.EPCI))
    journal.note_exchange(store, exchange(with_whom="CCAS", subject="Appel", category=Category.CCAS))
    assert not shows_done(store.reader, "associer-partenaires")
    journal.note_exchange(store, exchange(with_whom="EPCI", subject="Appel", category=Category.EPCI))
    assert shows_done(store.reader, "associer-partenaires")
