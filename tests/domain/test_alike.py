"""Entries that may be one: what sets a proposal off, what does not, and the borders."""

from __future__ import annotations

import time
from typing import Any

import pytest

from msp_desktop.domain.alike import Why, alike
from msp_desktop.domain.people import Person


def person(words: str, **more: Any) -> Person:
    """Return « Mme/Claire/Duval » as a person, or « /CPTS du Val » as a body."""
    if words.count("/") == 1:
        return Person(organisation=words[1:], **more)
    civility, first, last = words.split("/")
    return Person(civility=civility, first_name=first, last_name=last, **more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mme/Claire/Duval", "/Claire/DUVAL"),
        ("Mme/Claire/Duval", "Dr/Claire/Duvall"),
        ("/Léa/Fontanel", "Dr//Fontanel"),
        ("/L./Fontanel", "/Léa/Fontanel"),
        ("M./Jean-Pierre/Faure", "/Jean Pierre/FAURE"),
        ("/Dupont/Marie", "Mme/Marie/Dupont"),
        ("Mme/Marie/Dupont", "Mme/Marie/Dupond"),
        ("Mme/Marie/Dupont", "Mme/Marie/Dupont-Leroy"),
        ("/Zoé/D’Almeida", "/Zoe/Dalmeida"),
        ("M./Paul/Saint-Éloi", "M./Paul/St Eloi"),
        ("/CPTS du Val", "/C.P.T.S du Val"),
        ("/Maison de santé de L’Haÿ-les-Roses", "/Maison de sante de L'Hay les Roses"),
        ("/Communauté de communes du Val", "/Communauté de commune du Val"),
    ],
)
def test_names_that_may_be_one(one: str, other: str) -> None:
    assert whys(one, other) == whys(other, one) == [(Why.NAME,)]


def whys(one: str, other: str) -> list[tuple[Why, ...]]:
    """Return why two entries are proposed as one, nothing where they are not."""
    return [pair.why for pair in alike([person(one, id=1), person(other, id=2)])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M./Jean/Martin", "Mme/Jeanne/Martin"),
        ("M./Luc/Morel", "M./Luc/Morin"),
        ("Mme/Anne/Petit", "M.//Petit"),
        ("Mme/Anne/Faure", "Mme/Anne/Favre"),
        ("Mme/Anne/Roux", "Mme/Julie/Roux"),
        ("/CPTS du Val", "/EHPAD du Val"),
        ("/Fontanel", "Dr/Léa/Fontanel"),
    ],
)
def test_names_that_are_two(one: str, other: str) -> None:
    assert whys(one, other) == whys(other, one) == []


@pytest.mark.parametrize(
    ("phones", "same"),
    [
        (("01 99 00 12 40", "0199001240"), True),
        (("01 99 00 12 40", "+33 1 99 00 12 40"), True),
        (("01 99 00 12 40 / 06 99 00 00 01", "06.99.00.00.01"), True),
        (("01 99 00 12 40", "01 99 00 12 41"), False),
        (("", ""), False),
        (("le soir", "le soir"), False),
    ],
)
def test_one_telephone_is_one_whatever_stands_between_its_figures(phones: tuple[str, str], same: bool) -> None:
    pairs = alike([Person(id=1, last_name="Petit", phone=phones[0]), Person(id=2, organisation="X", phone=phones[1])])
    assert [pair.why for pair in pairs] == ([(Why.PHONE,)] if same else [])


def test_an_address_shared_is_proposed_and_what_has_most_in_common_comes_first() -> None:
    people = [
        Person(id=1, last_name="Abel", email="a@exemple.fr"),
        Person(id=2, last_name="Zidi", email="A@exemple.fr, z@exemple.fr"),
        Person(id=3, first_name="Léa", last_name="Fontanel", phone="0199001240"),
        Person(id=4, first_name="Lea", last_name="FONTANEL", phone="01 99 00 12 40"),
    ]
    assert [(pair.one.id, pair.other.id, pair.why) for pair in alike(people)] == [
        (3, 4, (Why.NAME, Why.PHONE)),
        (1, 2, (Why.EMAIL,)),
    ]


def test_those_said_to_be_two_and_a_body_and_its_person_are_not_proposed() -> None:
    people = [
        Person(id=1, organisation="FEMAGE", phone="0199001240"),
        Person(id=2, last_name="Roux", phone="0199001240", body_id=1),
        Person(id=3, last_name="Roux", phone="0199001240"),
    ]
    found = alike(people, frozenset([frozenset((1, 3))]))
    assert [(pair.one.id, pair.other.id) for pair in found] == [(2, 3)]


def test_the_telephone_of_a_house_makes_nobody_one_with_somebody_of_another_name() -> None:
    nurses = [
        Person(id=n, first_name=first, last_name=last, phone="0555000001", email="cabinet@exemple.fr")
        for n, (first, last) in enumerate((("Anne", "Petit"), ("Luc", "Morel"), ("", "Petit")), 1)
    ]
    assert [(pair.one.id, pair.other.id) for pair in alike(nurses)] == [(1, 3)]


def test_the_telephone_of_the_town_hall_tells_nothing_of_two_who_work_there() -> None:
    own = Person(phone="05 55 00 00 01", email="mairie@exemple.fr")
    two = [
        Person(id=1, first_name="Anne", last_name="Petit", phone="0555000001", email="mairie@exemple.fr"),
        Person(id=2, first_name="Luc", last_name="Morel", phone="0555000001"),
    ]
    assert alike(two, own=own) == ()
    assert [pair.why for pair in alike(two)] == [(Why.PHONE,)]


def test_three_hundred_people_are_compared_within_a_blink() -> None:
    people = [
        Person(id=n, first_name=f"Prénom{n % 40}", last_name=f"Nom{n * 7919 % 300:03}", phone=f"01990{n:05}")
        for n in range(1, 301)
    ]
    alike(people)
    began = time.process_time()
    alike(people)
    assert time.process_time() - began < 0.5
