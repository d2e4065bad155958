"""Words agree with the civility typed, one or several people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats.french.people import agreed, all_feminine, gendered, mayor_words

MISSION = "Être l’interlocut{eur|rice} des professionnels, {connu|connue} de {commune}."


@pytest.mark.parametrize(
    ("civility", "feminine"),
    [
        ("Mme", True),
        ("Madame", True),
        ("Mme le Docteur", True),
        ("Dre", True),
        ("Dr. Mme", True),
        ("Melle", True),
        ("M. et Mme", False),
        ("Mme et M.", False),
        ("M.", False),
        ("Docteur", False),
        ("", False),
    ],
)
def test_words_follow_the_civility_typed(civility: str, feminine: bool) -> None:
    assert gendered(civility, "Le maire", "La maire") == ("La maire" if feminine else "Le maire")
    assert mayor_words(civility)["du_maire"] == ("de la maire" if feminine else "du maire")


def test_each_choice_is_made() -> None:
    assert agreed(MISSION, feminine=False) == "Être l’interlocuteur des professionnels, connu de {commune}."
    assert agreed(MISSION, feminine=True) == "Être l’interlocutrice des professionnels, connue de {commune}."


def test_a_choice_may_be_of_nothing() -> None:
    assert agreed("adjoint{|e}", feminine=False) == "adjoint"
    assert agreed("adjoint{|e}", feminine=True) == "adjointe"


@pytest.mark.parametrize(
    ("feminine", "several", "shown"),
    [(False, False, "élu est"), (True, False, "élue est"), (False, True, "élus sont"), (True, True, "élues sont")],
)
def test_a_choice_of_three_or_four_knows_several_people(feminine: bool, several: bool, shown: str) -> None:
    assert agreed("{élu|élue|élus|élues} {est|est|sont}", feminine, several) == shown


@given(st.text(st.characters(exclude_characters="{}|")), st.booleans(), st.booleans())
def test_a_text_without_choices_is_left_as_it_is(text: str, feminine: bool, several: bool) -> None:
    assert agreed(text, feminine, several) == text


def test_only_women_have_a_feminine_plural() -> None:
    assert all_feminine(["Mme", "Dre"])
    assert not all_feminine(["Mme", "M."])
    assert not all_feminine([])
