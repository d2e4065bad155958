"""The directory by family: in what order, how counted, how found, what is said of each."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.directory import Family
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Proximity
from msp_desktop.domain.people import Category, Person, PersonRole
from msp_desktop.services.directory import by_family, directory_lines
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.journal import begin_exchange, finish, mark_done
from msp_desktop.services.people import add_person, update_person
from tests.dossiers import TODAY


def add(store: Store, category: Category, name: str = "", **values: Any) -> Person:
    return add_person(store, Person(category=category, last_name=name, **values))


def noted(store: Store, whom: str, day: date, **values: Any) -> Exchange:
    exchange = begin_exchange(store, Exchange(held_on=day, with_whom=whom, **values))
    return finish(store, exchange.id)


def shown(store: Store, text: str = "", family: Family | None = None) -> dict[str, list[str]]:
    found = by_family(directory_lines(store.reader, TODAY), text, family)
    return {held.family.value: [line.name for line in held.lines] for held in found}


def line(store: Store, person: Person) -> Any:
    return next(one for one in directory_lines(store.reader, TODAY) if one.id == person.id)


def test_each_is_under_their_family_the_mayor_first(store: Store) -> None:
    add(store, Category.STAFF, "Aubert")
    add(store, Category.ELECTED, "Petit", function="adjoint")
    add(store, Category.ELECTED, "Zola", function="Maire")
    add(store, Category.CCAS, organisation="CCAS")
    add(store, Category.ARS, organisation="ARS")
    add(store, Category.FEDERATION, organisation="FEMAGE")
    add(store, Category.OTHER, "Roux")
    assert shown(store) == {
        "town_hall": ["Zola", "Petit", "Aubert"],
        "institutions": ["FEMAGE", "ARS"],
        "social": ["CCAS"],
        "others": ["Roux"],
    }


def test_the_people_of_a_body_stand_under_it_and_say_which(store: Store) -> None:
    body = add(store, Category.EPCI, organisation="CC du Val")
    other = add(store, Category.EPCI, organisation="CC d’Amont")
    rey = add(store, Category.EPCI, "Rey", first_name="Paul", function="président", organisation=body.organisation)
    add(store, Category.EPCI, "Abel", organisation=other.organisation)
    assert shown(store)["institutions"] == ["CC d’Amont", "Abel", "CC du Val", "Paul Rey"]
    assert line(store, rey).detail == "CC du Val, président"
    assert line(store, body).detail == "intercommunalité"
    update_person(store, body.id, Change(Person, organisation="CC du Grand Val"))
    assert line(store, rey).detail == "CC du Grand Val, président", "the body is renamed once for all"


def test_what_they_are_is_said_once_and_never_twice(store: Store) -> None:
    roche = add(store, Category.ELECTED, "Roche", function="deuxième adjointe", organisation="Mairie de Saint-Essai")
    assert line(store, roche).detail == "deuxième adjointe"
    doctor = add_professional(
        store, Person(civility="Dr", last_name="Lambert"), {"profession": "medecin", "town": "Valbourg"}
    )
    found = line(store, store.reader.one(Person, doctor.person_id))
    assert found.detail == "médecin, Valbourg"
    assert found.families == (Family.PROFESSIONALS,)
    update_person(store, found.id, Change(Person, category=Category.ELECTED, function="adjoint"))
    both = line(store, store.reader.one(Person, doctor.person_id))
    assert both.detail == "adjoint, médecin, Valbourg"
    assert both.families == (Family.TOWN_HALL, Family.PROFESSIONALS)


def test_a_second_role_is_found_in_its_family_and_nobody_stands_twice(store: Store) -> None:
    person = add(store, Category.ELECTED, "Roche")
    with store.write("role") as transaction:
        transaction.insert(PersonRole(person_id=person.id, category=Category.ASSOCIATION))
    assert shown(store) == {"town_hall": ["Roche"]}
    assert shown(store, family=Family.SOCIAL) == {"social": ["Roche"]}
    assert shown(store, "association") == {"town_hall": ["Roche"]}


@pytest.mark.parametrize(
    "text",
    ["lhermite", "helene", "HÉLÈNE l'her", "femage", "05 55", "0555010203", "h.lh@exemple", "directrice", "st-vau"],
)
def test_any_words_find_somebody_accents_and_case_ignored(store: Store, text: str) -> None:
    body = add(store, Category.FEDERATION, organisation="FEMAGE")
    add(
        store, Category.FEDERATION, "L’Hermite", first_name="Hélène", function="directrice à Saint-Vaury",
        phone="0555010203", email="h.lh@exemple.fr", organisation=body.organisation,
    )  # fmt: skip
    assert "Hélène L’Hermite" in shown(store, text).get("institutions", [])
    assert shown(store, f"{text} zzz") == {}


def test_families_count_people_bodies_and_who_is_here(store: Store) -> None:
    add(store, Category.CCAS, organisation="CCAS")
    add(store, Category.ASSOCIATION, "Petit")
    for place in (Proximity.HERE, Proximity.NEARBY):
        add_professional(store, Person(last_name="Durand"), {"profession": "infirmier", "place": place})
    found = {held.family: held for held in by_family(directory_lines(store.reader, TODAY))}
    assert (found[Family.SOCIAL].bodies, found[Family.SOCIAL].people) == (1, 1)
    assert (found[Family.PROFESSIONALS].people, found[Family.PROFESSIONALS].here) == (2, 1)


def test_the_last_exchange_and_what_is_owed_first_are_told(store: Store) -> None:
    person = add(store, Category.ASSOCIATION, "Petit")
    noted(store, "Petit", date(2026, 4, 9), subject="Appel")
    noted(store, "Petit", date(2026, 4, 20), subject="Rappeler", next_step_on=date(2026, 5, 5))
    late = noted(store, "Petit", date(2026, 4, 14), subject="Courrier", next_step_on=date(2026, 4, 20))
    begin_exchange(store, Exchange(held_on=date(2026, 4, 27), with_whom="Petit", subject="à finir"))
    found = line(store, person)
    assert found.last_on == date(2026, 4, 20), "a draft is no exchange yet"
    assert found.follow_up is not None
    assert (found.follow_up.due, found.follow_up.days_late) == (date(2026, 4, 20), 8)
    mark_done(store, late.id, TODAY)
    assert line(store, person).follow_up.due == date(2026, 5, 5)


def test_the_sample_is_in_order(sample: Store) -> None:
    found = by_family(directory_lines(sample.reader, TODAY))
    assert [held.family for held in found] == [family for family in Family if family in {h.family for h in found}]
    assert sum(len(held.lines) for held in found) == len(sample.reader.all(Person))
    for held in found:
        assert all(before.id != after.id for before, after in pairwise(held.lines))
