"""A body and who speaks for it: known by what is typed, kept in step, reached through one another."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Category, Person
from msp_desktop.papers.invitations import addressee
from msp_desktop.services import meetings
from msp_desktop.services.bodies import as_reached, people_of
from msp_desktop.services.inventory import add_professional, update_professional
from msp_desktop.services.invitations import invited
from msp_desktop.services.meetings import meeting_view
from msp_desktop.services.people import add_person, delete_person, update_person
from msp_desktop.services.recipients import recipients

NAME = "Communauté de communes de L’Haÿ-les-Roses"


@pytest.fixture
def body(store: Store) -> Person:
    return add_person(
        store,
        Person(
            organisation=NAME,
            category=Category.EPCI,
            email="accueil@cc.invalid",
            address="1 place du Pont\n94240 L’Haÿ",
        ),
    )


@pytest.fixture
def spoken(store: Store, body: Person) -> Person:
    return add_person(
        store,
        Person(
            civility="M.", first_name="Paul", last_name="Rey", function="vice-président", email="p.rey@cc.invalid",
            organisation="communaute de communes de l'hay les roses",
        ),
    )  # fmt: skip


def test_what_is_typed_as_somebodys_body_is_the_body_of_that_name(store: Store, body: Person, spoken: Person) -> None:
    assert spoken.body_id == body.id
    assert [one.id for one in people_of(store.reader, body.id)] == [spoken.id]
    other = update_person(store, spoken.id, Change(Person, organisation="Une autre"))
    assert other.body_id is None
    store.undo()
    assert store.reader.one(Person, spoken.id).body_id == body.id


def test_a_body_of_a_new_name_gives_it_to_who_speaks_for_it_in_one_step(
    store: Store, body: Person, spoken: Person
) -> None:
    update_person(store, body.id, Change(Person, organisation="Métropole"))
    person = store.reader.one(Person, spoken.id)
    assert (person.organisation, person.body_id) == ("Métropole", body.id)
    store.undo()
    assert store.reader.one(Person, spoken.id).organisation == spoken.organisation


def test_a_body_added_after_its_people_finds_them(store: Store) -> None:
    person = add_person(store, Person(last_name="Rey", organisation="CPTS du Val"))
    assert person.body_id is None
    body = add_person(store, Person(organisation="CPTS du Val"))
    assert store.reader.one(Person, person.id).body_id == body.id
    delete_person(store, body.id)
    person = store.reader.one(Person, person.id)
    assert (person.body_id, person.organisation) == (None, "CPTS du Val")


def test_of_two_bodies_of_one_name_none_is_guessed(store: Store) -> None:
    for _time in range(2):
        add_person(store, Person(organisation="Pharmacie du Centre"))
    assert add_person(store, Person(last_name="Rey", organisation="Pharmacie du Centre")).body_id is None


def test_a_professional_has_their_practice_as_their_body(store: Store) -> None:
    house = add_person(store, Person(organisation="Maison de santé"))
    line = add_professional(
        store, Person(last_name="Petit", organisation="Maison de santé"), {"profession": "infirmier"}
    )
    assert store.reader.one(Person, line.person_id).body_id == house.id
    update_professional(store, line.id, Change(Person, organisation=""))
    assert store.reader.one(Person, line.person_id).body_id is None


def test_each_is_reached_through_the_other(store: Store, body: Person, spoken: Person) -> None:
    reached = as_reached(store.reader, body)
    assert (reached.id, reached.last_name, reached.organisation, reached.email) == (
        body.id,
        "Rey",
        NAME,
        "accueil@cc.invalid",
    )
    assert as_reached(store.reader, spoken).address == body.address
    alone = add_person(store, Person(organisation="ARS"))
    assert as_reached(store.reader, alone) == alone


def test_a_body_invited_has_the_letter_of_who_speaks_for_it(store: Store, body: Person, spoken: Person) -> None:
    meeting = meetings.add_meeting(store, "equipe")
    meetings.invite(store, meeting.id, [body.id])
    (one,) = invited(store.reader, meeting_view(store.reader, meeting.id))
    lines = addressee(one, store.reader.one(Commune, 1))
    assert "Monsieur Paul Rey, Vice-président" in lines
    update_person(store, body.id, Change(Person, email=""))
    sent = recipients(store.reader, "invitations", meeting.id, body.id)
    assert sent.to == ("p.rey@cc.invalid",)
    assert recipients(store.reader, "agenda", meeting.id).missed == ()
