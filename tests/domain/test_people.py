"""How people and bodies are named: from what was typed, never guessed."""

from __future__ import annotations

import pytest

from msp_desktop.domain.people import Person, display_name, form_of_address, full_name, plain_name, sorting_name

ROCHE = Person(civility="Mme", first_name="Nadia", last_name="Roche", organisation="Mairie")


def test_a_person_is_named_with_the_civility_typed() -> None:
    assert display_name(ROCHE) == "Mme Nadia Roche"
    assert plain_name(ROCHE) == "Nadia Roche"


@pytest.mark.parametrize(
    ("person", "shown", "plain"),
    [
        (Person(last_name="Roche"), "Roche", "Roche"),
        (Person(first_name="Nadia"), "Nadia", "Nadia"),
        (Person(civility="Dr", last_name="Fontanel"), "Dr Fontanel", "Fontanel"),
        (Person(organisation="ARS Nouvelle-Aquitaine"), "ARS Nouvelle-Aquitaine", "ARS Nouvelle-Aquitaine"),
        (Person(civility="M.", organisation="CPAM de la Creuse"), "CPAM de la Creuse", "CPAM de la Creuse"),
        (Person(), "", ""),
        (Person(civility="Mme"), "Mme", ""),
    ],
)
def test_what_is_not_known_leaves_no_hole(person: Person, shown: str, plain: str) -> None:
    assert display_name(person) == shown
    assert plain_name(person) == plain


def test_a_body_has_its_place_among_the_last_names() -> None:
    people = [
        ROCHE,
        Person(organisation="CPAM"),
        Person(first_name="Zoé", last_name="Roche"),
        Person(first_name="Anne", last_name="Roche"),
    ]
    assert [plain_name(person) for person in sorted(people, key=sorting_name)] == [
        "CPAM",
        "Anne Roche",
        "Nadia Roche",
        "Zoé Roche",
    ]


def test_homonyms_of_first_and_last_name_have_the_same_place() -> None:
    assert sorting_name(ROCHE) == sorting_name(Person(id=7, first_name="Nadia", last_name="Roche", civility="M."))


@pytest.mark.parametrize("typed", ["", "   ", ","])
def test_without_a_form_of_address_it_is_that_of_the_civility_typed(typed: str) -> None:
    assert form_of_address(Person(civility="Dr", last_name="Roux", form_of_address=typed)) == "Docteur"
    assert form_of_address(Person(civility="M.", last_name="Roux", form_of_address=typed)) == "Monsieur"
    assert form_of_address(Person(last_name="Roux", form_of_address=typed)) == "Madame, Monsieur"
    assert form_of_address(Person(organisation="CPTS", civility="M.", form_of_address=typed)) == "Madame, Monsieur"


def test_a_function_is_in_the_form_of_address_of_whoever_heads_a_body() -> None:
    assert form_of_address(Person(civility="Mme", last_name="P", function="présidente")) == "Madame la Présidente"


def test_a_name_in_full_has_its_civility_in_full() -> None:
    assert full_name(ROCHE) == "Madame Nadia Roche"
    assert full_name(Person(civility="Dr", last_name="Fontanel")) == "Docteur Fontanel"
    assert full_name(Person(civility="M.", organisation="CPAM")) == "CPAM"
    assert full_name(Person(first_name="Zoé")) == "Zoé"


def test_the_form_of_address_typed_is_kept() -> None:
    assert form_of_address(Person(form_of_address=" Docteur ")) == "Docteur"
