"""The one vowel rule."""

from __future__ import annotations

import pytest

from msp_desktop.formats.french.vowels import elide


@pytest.mark.parametrize(
    "word",
    [
        "infirmier",
        "hôpital",
        "orthophoniste",
        "Évaux",
        "œuvre",
        "Yvelines",
        "Yonne",
        "URPS",
        "HAD",
        "ostéopathe",
        "âge",
        "Île",
        "hygiéniste",
    ],
)
def test_a_vowel_or_a_silent_h_takes_the_word_before(word: str) -> None:
    assert elide("de", word) == f"d’{word}"


@pytest.mark.parametrize(
    "word", ["médecin", "handicap", "hameau", "Hauts-de-France", "Haute-Savoie", "huit", "onze", "yaourt", "3", ""]
)
def test_a_consonant_or_an_h_that_is_heard_does_not(word: str) -> None:
    assert elide("que", word) == f"que {word}"
