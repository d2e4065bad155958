"""The directory: who is there, what they are, and what follows when a name changes or goes."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.people import (
    add_person,
    delete_person,
    directory,
    update_person,
)
from msp_desktop.services.who import detail_of, names_for_who


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


def test_professionals_come_first_then_everybody_by_name_whatever_the_accents(store: Store) -> None:
    for name in ("Zola", "Éluard", "Dupont"):
        add_person(store, Person(last_name=name))
    add_person(store, Person(organisation="Fédération"))
    add_professional(store, Person(last_name="Yver"), {"profession": "medecin"})
    found = directory(store.reader)
    assert [who.name for who in found] == ["Yver", "Dupont", "Éluard", "Fédération", "Zola"]
    assert [who.is_professional for who in found] == [True, False, False, False, False]


def test_an_empty_directory_proposes_nobody(store: Store) -> None:
    assert directory(store.reader) == []
    assert names_for_who(store.reader) == []


def test_the_names_proposed_are_those_of_the_directory_in_the_same_order(sample: Store) -> None:
    assert names_for_who(sample.reader) == [who.name for who in directory(sample.reader) if who.name]


def test_homonyms_are_two_entries(store: Store) -> None:
    for _time in range(2):
        add_person(store, Person(first_name="Anne", last_name="Roche"))
    assert [who.name for who in directory(store.reader)] == ["Anne Roche", "Anne Roche"]
    assert len({who.person.id for who in directory(store.reader)}) == 2


@pytest.mark.parametrize("person", [Person(), Person(last_name="  "), Person(function="Maire", email="a@b.fr")])
def test_an_entry_needs_a_name_or_a_body(store: Store, person: Person) -> None:
    with pytest.raises(UserError):
        add_person(store, person)
    assert store.reader.all(Person) == []


@pytest.mark.parametrize(
    ("person", "detail"),
    [
        (Person(last_name="Faure", function="Maire", organisation="Mairie"), "Maire"),
        (Person(last_name="Petit", organisation="CPTS du Val"), "CPTS du Val"),
        (Person(organisation="CPTS du Val"), ""),
        (Person(last_name="Petit"), ""),
    ],
)
def test_what_a_person_is(person: Person, detail: str) -> None:
    assert detail_of(person, None) == detail


@pytest.mark.parametrize(
    ("civility", "speciality", "town", "detail"),
    [
        ("Mme", "", "Guéret", "infirmière, Guéret"),
        ("M.", "", "", "infirmier"),
        ("Mme", "infirmière Asalée", "Guéret", "infirmière Asalée, Guéret"),
        ("Mme", "puériculture", "", "infirmière, puériculture"),
        ("Dr", "Médecine générale", "Guéret", "médecin généraliste, Guéret"),
    ],
)
def test_what_a_professional_is(civility: str, speciality: str, town: str, detail: str) -> None:
    row = HealthProfessional(person_id=1, profession="infirmier", speciality=speciality, town=town)
    assert detail_of(Person(civility=civility, last_name="X"), row) == detail


def test_a_person_is_changed_field_by_field_in_one_step(store: Store) -> None:
    person = add_person(store, Person(last_name="Roche", category=Category.STAFF))
    for name in ("R", "Ro", "Rochet"):
        update_person(store, person.id, Change(Person, last_name=name))
    store.undo()
    assert store.reader.one(Person, person.id) == person


def test_a_person_deleted_is_one_step_to_undo(sample: Store) -> None:
    before = dump(sample)
    for person in sample.reader.all(Person):
        delete_person(sample, person.id)
        sample.undo()
        assert dump(sample) == before, person.last_name
    assert len(sample.reader.all(Person)) > 10
