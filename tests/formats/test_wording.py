"""Sentences of the method agree with the civility typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats.wording import agreed, capital

MISSION = "Être l’interlocut{eur|rice} des professionnels, {connu|connue} de {commune}."


def test_each_choice_is_made() -> None:
    assert agreed(MISSION, feminine=False) == "Être l’interlocuteur des professionnels, connu de {commune}."
    assert agreed(MISSION, feminine=True) == "Être l’interlocutrice des professionnels, connue de {commune}."


def test_a_choice_may_be_of_nothing() -> None:
    assert agreed("adjoint{|e}", feminine=False) == "adjoint"
    assert agreed("adjoint{|e}", feminine=True) == "adjointe"


@given(st.text(st.characters(exclude_characters="{}|")), st.booleans())
def test_a_text_without_choices_is_left_as_it_is(text: str, feminine: bool) -> None:
    assert agreed(text, feminine) == text


def test_a_capital_changes_the_first_letter_only() -> None:
    assert capital("élu et MSP") == "Élu et MSP"
    assert capital("") == ""
    assert capital("3 élus") == "3 élus"
