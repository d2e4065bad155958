"""A person is found in a text however their name is written, and nobody else is."""

from __future__ import annotations

import re

import pytest

from msp_desktop.domain.people import Person
from msp_desktop.domain.person_mentions import excerpt, full_pattern, last_name_pattern, without

CLAIRE = Person(
    civility="Mme", first_name="Claire", last_name="Duval", phone="01 99 00 12 40", email="c.duval@exemple.fr"
)
HELENE = Person(civility="Dr", first_name="Hélène", last_name="L’Hôpital-Besse")


def found(person: Person, text: str) -> bool:
    pattern = full_pattern(person)
    assert pattern is not None
    return bool(pattern.search(text))


@pytest.mark.parametrize(
    "text",
    [
        "Appeler Claire Duval lundi",
        "Mme Claire DUVAL",
        "DUVAL Claire",
        "Duval, Claire",
        "voir madame Duval",
        "Mme\u00a0Duval viendra",
        "le Dr. Duval",
        "Mme le Dr Duval",
        "claire\nduval",
        "tél. 01.99.00.12.40",
        "+33 1 99 00 12 40",
        "0199001240",
        "écrire à C.Duval@exemple.fr.",
    ],
)
def test_a_person_is_found(text: str) -> None:
    assert found(CLAIRE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Duval part en juin",
        "Claire viendra",
        "Mme Duvalier",
        "Marie-Claire Duval-Petit",
        "Mme Duval-Petit",
        "01 99 00 12 41",
        "marc.duval@exemple.fr",
        "rue Duval",
    ],
)
def test_nobody_else_is(text: str) -> None:
    assert not found(CLAIRE, text)


@pytest.mark.parametrize("text", ["Helene L'Hopital Besse", "DR L’HÔPITAL-BESSE", "le docteur L'hôpital‑Besse"])
def test_accents_apostrophes_and_hyphens_change_nothing(text: str) -> None:
    assert found(HELENE, text)


def test_a_last_name_alone_is_one_with_a_capital() -> None:
    pattern = last_name_pattern(Person(last_name="Blanc"))
    assert pattern is not None
    assert [bool(pattern.search(text)) for text in ("Blanc part", "BLANC", "un mur blanc", "Blanche")] == [
        True, True, False, False,
    ]  # fmt: skip
    accented = last_name_pattern(Person(last_name="Éluard"))
    assert accented is not None
    assert [bool(accented.search(text)) for text in ("Éluard", "Eluard", "éluard")] == [True, True, False]


def test_what_somebody_else_bears_too_finds_nobody() -> None:
    brother = Person(id=2, first_name="Marc", last_name="DUVAL", phone="0199001240", email="C.Duval@exemple.fr")
    namesake = Person(id=3, first_name="claire", last_name="duval")
    texts = ("Claire Duval", "Mme Duval", "01 99 00 12 40", "c.duval@exemple.fr")

    def seen(*others: Person) -> list[bool]:
        pattern = full_pattern(CLAIRE, [CLAIRE, *others])
        return [bool(pattern and pattern.search(text)) for text in texts]

    assert seen() == [True, True, True, True]
    assert seen(brother) == [True, False, False, False]
    assert seen(namesake) == [False, False, True, True]
    assert seen(brother, namesake) == [False, False, False, False]


@pytest.mark.parametrize(
    "person",
    [Person(), Person(organisation="ARS", phone="0199001240", email="ars@exemple.fr"), Person(first_name="Ana")],
)
def test_a_body_and_who_has_no_last_name_are_found_by_no_name(person: Person) -> None:
    assert full_pattern(person) is None
    assert last_name_pattern(person) is None


@pytest.mark.parametrize(
    ("text", "line", "left"),
    [
        ("Appeler Mme Duval lundi", False, "Appeler (nom effacé) lundi"),
        ("Mme Duval", True, ""),
        ("Mme Duval", False, ""),
        ("M. Petit, Claire Duval, le CCAS", True, "M. Petit, le CCAS"),
        ("vu avec Claire Duval", True, "vu avec (nom effacé)"),
        ("M. Petit, le CCAS", True, "M. Petit, le CCAS"),
    ],
)
def test_a_text_without_them(text: str, line: bool, left: str) -> None:
    pattern = full_pattern(CLAIRE)
    assert pattern is not None
    assert without(text, pattern, line=line) == left


def test_the_words_around_are_shown_on_one_line() -> None:
    pattern = re.compile("Duval")
    assert excerpt("a" * 100 + "\nDuval\n" + "b" * 100, pattern) == f"…{'a' * 39} Duval {'b' * 39}…"
    assert excerpt("Duval", pattern) == "Duval"
    long = "Dire d’emblée que l’on vient écouter. Ne pas parler du bâtiment. Laisser Duval s’exprimer en premier si elle le souhaite."
    assert excerpt(long, pattern) == "…Ne pas parler du bâtiment. Laisser Duval s’exprimer en premier si elle le…"
    assert excerpt("rien", pattern) == ""
