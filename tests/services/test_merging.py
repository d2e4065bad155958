"""Two entries made one: every reference moved, nothing typed lost, one step to take back."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import AgeBand, HealthProfessional, Mode, Tri
from msp_desktop.domain.meetings import Attendance, Reply
from msp_desktop.domain.official import Movement, MovementKind
from msp_desktop.domain.people import Category, NotSame, Person, PersonRole
from msp_desktop.domain.referent import Referent
from msp_desktop.services import journal, meetings, timeline
from msp_desktop.services.duplicates import duplicates, say_apart
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.merging import merge_people
from msp_desktop.services.people import add_person
from tests.conftest import TODAY


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


@pytest.fixture
def pair(store: Store) -> tuple[Person, Person]:
    """Claire Duval twice: a pharmacist of the inventory, and whom somebody typed in a hurry."""
    line = add_professional(
        store,
        Person(civility="Mme", first_name="Claire", last_name="Duval", phone="01 99 00 12 40", notes="Le matin."),
        {"profession": "pharmacien", "town": "Guéret", "ready": Tri.YES},
    )
    other = add_person(
        store,
        Person(
            first_name="Claire",
            last_name="DUVAL",
            phone="06 99 00 00 01",
            email="c.duval@exemple.fr",
            address="4 rue du Lavoir\n23000 Guéret",
            notes="Préfère le soir.",
            category=Category.ELECTED,
            known_from="annuaire",
        ),
    )
    return store.reader.one(Person, line.person_id), other


def test_what_one_has_not_comes_from_the_other_and_what_differs_is_in_the_notes(
    store: Store, pair: tuple[Person, Person]
) -> None:
    one, other = pair
    merged = merge_people(store, one.id, other.id)
    assert (merged.civility, merged.last_name, merged.phone) == ("Mme", "Duval", "01 99 00 12 40")
    assert (merged.email, merged.address, merged.known_from) == (
        "c.duval@exemple.fr",
        "4 rue du Lavoir\n23000 Guéret",
        "annuaire",
    )
    assert merged.notes == "Le matin.\nPréfère le soir.\nAutre fiche\u00a0: nom DUVAL\u202f; téléphone 06 99 00 00 01"
    assert merged.category is Category.PROFESSIONAL
    assert [row.category for row in store.reader.all(PersonRole, person_id=one.id)] == [Category.ELECTED]
    assert store.reader.find(Person, id=other.id) is None
    assert [row.person_id for row in store.reader.all(HealthProfessional)] == [one.id]


@pytest.mark.parametrize("swapped", [False, True])
def test_nothing_typed_is_lost_whichever_is_kept(store: Store, pair: tuple[Person, Person], swapped: bool) -> None:
    one, other = reversed(pair) if swapped else pair
    words = [
        value
        for person in pair
        for name in ("civility", "first_name", "last_name", "phone", "email", "notes", "known_from")
        if (value := getattr(person, name))
    ]
    merged = merge_people(store, one.id, other.id, theirs=("phone", "last_name"))
    assert merged.phone == other.phone
    written = " ".join(str(getattr(merged, name)) for name in Person.__struct_fields__)
    assert [word for word in words if word not in written] == []
    assert {merged.category, *(row.category for row in store.reader.all(PersonRole))} == {
        Category.PROFESSIONAL,
        Category.ELECTED,
    }


def test_every_reference_goes_to_the_one_kept_once(store: Store, pair: tuple[Person, Person]) -> None:
    one, other = pair
    action = timeline.add_action(store, "Appeler", TODAY)
    timeline.update_action(store, action.id, Change(Action, assignee="Mme Claire Duval, Claire DUVAL"))
    second = timeline.add_action(store, "Écrire", TODAY)
    timeline.update_action(store, second.id, Change(Action, assignee="Claire DUVAL"))
    journal.note_exchange(store, Exchange(held_on=TODAY, subject="Appel", with_whom="Claire DUVAL"))
    with store.write("terme") as transaction:
        body = transaction.insert(Person(last_name="Roux", body_id=other.id))
        term = transaction.insert(Referent(person_id=one.id, second_id=other.id, since=date(2026, 4, 1)))
    before = dump(store)
    merge_people(store, one.id, other.id)
    links = store.reader.all(Assignment, order="id")
    assert {link.person_id for link in links} == {one.id}
    assert len([link for link in links if link.action_id == action.id]) == 1
    assert len([link for link in links if link.action_id == second.id]) == 1
    assert len([link for link in links if link.exchange_id]) == 1
    found = store.reader.one(Referent, term.id)
    assert (found.person_id, found.second_id) == (one.id, None)
    assert store.reader.one(Person, body.id).body_id == one.id
    store.undo()
    assert dump(store) == before
    store.redo()
    assert store.reader.find(Person, id=other.id) is None


@pytest.mark.parametrize(
    ("own", "other", "joined"),
    [
        ((Reply.NONE, Tri.UNKNOWN), (Reply.COMING, Tri.YES), (Reply.COMING, Tri.YES, "")),
        ((Reply.COMING, Tri.UNKNOWN), (Reply.NONE, Tri.NO), (Reply.COMING, Tri.NO, "")),
        ((Reply.COMING, Tri.NO), (Reply.EXCUSED, Tri.YES), (Reply.COMING, Tri.YES, "Autre réponse\u00a0: excusé")),
    ],
)
def test_two_guests_of_one_meeting_are_one(
    store: Store,
    pair: tuple[Person, Person],
    own: tuple[Reply, Tri],
    other: tuple[Reply, Tri],
    joined: tuple[Reply, Tri, str],
) -> None:
    both, alone = meetings.add_meeting(store, "equipe"), meetings.add_meeting(store, "equipe")
    meetings.invite(store, both.id, [pair[0].id, pair[1].id])
    meetings.invite(store, alone.id, [pair[1].id])
    with store.write("réponses") as transaction:
        for person, (reply, present) in zip(pair, (own, other), strict=True):
            row = transaction.find(Attendance, meeting_id=both.id, person_id=person.id)
            assert row is not None
            transaction.update(row.id, Change(Attendance, reply=reply, present=present))
    before = dump(store)
    merge_people(store, pair[0].id, pair[1].id)
    (row,) = store.reader.all(Attendance, meeting_id=both.id)
    assert (row.person_id, row.reply, row.present, row.note) == (pair[0].id, *joined)
    assert [row.person_id for row in store.reader.all(Attendance, meeting_id=alone.id)] == [pair[0].id]
    store.undo()
    assert dump(store) == before


def test_two_lines_of_the_register_are_one_and_what_differs_is_told(store: Store) -> None:
    first = add_professional(
        store,
        Person(first_name="Léa", last_name="Fontanel"),
        {"profession": "medecin", "town": "Guéret", "mode": Mode.SELF_EMPLOYED},
    )
    second = add_professional(
        store,
        Person(civility="Dr", last_name="Fontanel"),
        {"profession": "medecin", "town": "Aubusson", "age_band": AgeBand.FROM_55, "distance_km": 12.5},
    )
    before = dump(store)
    merged = merge_people(store, first.person_id, second.person_id)
    (line,) = store.reader.all(HealthProfessional)
    assert (line.id, line.town, line.mode, line.age_band, line.distance_km) == (
        first.id,
        "Guéret",
        Mode.SELF_EMPLOYED,
        AgeBand.FROM_55,
        12.5,
    )
    assert (merged.civility, merged.first_name) == ("Dr", "Léa")
    assert merged.notes == "Autre ligne de l’état des lieux\u00a0: ville Aubusson"
    store.undo()
    assert dump(store) == before


def test_whom_the_other_was_said_not_to_be_is_told_of_the_one_kept(store: Store, pair: tuple[Person, Person]) -> None:
    third = add_person(store, Person(first_name="Claire", last_name="Duvalle"))
    say_apart(store, pair[1].id, third.id)
    say_apart(store, pair[0].id, third.id)
    merge_people(store, pair[0].id, pair[1].id)
    assert [(row.one_id, row.other_id) for row in store.reader.all(NotSame)] == [(pair[0].id, third.id)]
    assert duplicates(store.reader) == ()


def test_a_person_and_the_body_they_speak_for_made_one_speak_for_nobody(store: Store) -> None:
    body = add_person(store, Person(organisation="FEMAGE"))
    person = add_person(store, Person(last_name="Roux", organisation="FEMAGE", body_id=body.id))
    assert merge_people(store, person.id, body.id).body_id is None


def test_two_entries_of_a_body_are_one_with_all_who_speak_for_it(store: Store) -> None:
    first, second = (add_person(store, Person(organisation=name)) for name in ("CPTS du Val", "C.P.T.S. du Val"))
    people = [add_person(store, Person(last_name=name, organisation=body.organisation)) for name, body in
              (("Roux", first), ("Rey", second))]  # fmt: skip
    merge_people(store, first.id, second.id)
    found = [store.reader.one(Person, person.id) for person in people]
    assert [(person.body_id, person.organisation) for person in found] == [(first.id, "CPTS du Val")] * 2
    assert "C.P.T.S. du Val" in store.reader.one(Person, first.id).notes
    store.undo()
    assert store.reader.one(Person, people[1].id).organisation == "C.P.T.S. du Val"


def test_what_official_files_told_of_either_goes_with_the_entry_kept(store: Store) -> None:
    one, other = (
        add_professional(
            store, Person(first_name=name, last_name="Duval"), {"profession": "pharmacien", "rpps": number}
        )
        for name, number in (("Claire", ""), ("C.", "10000000001"))
    )
    with store.write("") as transaction:
        transaction.insert(Movement(kind=MovementKind.ARRIVED, professional_id=other.id, town="Guéret"))
    merge_people(store, one.person_id, other.person_id)
    (line,) = store.reader.all(HealthProfessional)
    assert (line.id, line.rpps) == (one.id, "10000000001")
    assert [movement.professional_id for movement in store.reader.all(Movement)] == [one.id]
