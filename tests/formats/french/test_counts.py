"""Nought and one are singular in French; what is not there is told with « ni »."""

from __future__ import annotations

import pytest

from msp_desktop.formats.french.counts import agreeing, not_any


@pytest.mark.parametrize(("count", "shown"), [(0, "réponse"), (1, "réponse"), (1.5, "réponse"), (2, "réponses")])
def test_words_agree_with_a_number(count: float, shown: str) -> None:
    assert agreeing(count, "réponse") == shown


def test_a_plural_may_be_given() -> None:
    assert agreeing(3, "départ possible", "départs possibles") == "départs possibles"


def test_what_is_not_there_is_said_with_ni_and_its_own_de() -> None:
    words = ["infirmier", "pharmacien", "orthophoniste"]
    assert not_any(words) == "pas d’infirmier, ni de pharmacien, ni d’orthophoniste"
    assert not_any(["médecin"]) == "pas de médecin"
    assert not_any([]) == ""
