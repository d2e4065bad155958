"""Public figures: each supports a question, and is compared only with what holds for its year."""

from __future__ import annotations

import pytest

from msp_desktop.method.indicators import kit_indicators


@pytest.mark.parametrize(
    ("value", "year", "words"),
    [
        (2.31, 2021, "sous 2,5"),
        (2.5, 2021, ""),
        (2.31, 2024, "territoire de vie-santé"),
        (2.31, None, ""),
        (None, 2021, ""),
        (2.31, 2050, ""),
    ],
)
def test_a_figure_is_compared_with_what_holds_for_its_year(value: float | None, year: int | None, words: str) -> None:
    indicator = kit_indicators().indicator("apl-medecin")
    assert indicator is not None
    mark = indicator.mark(value, year)
    assert (words in mark.words) if mark and words else mark is None


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("1_ZIP", "zone d’intervention prioritaire (ZIP)"),
        ("Zone d'action complémentaire", "zone d’action complémentaire (ZAC)"),
        ("1b_Tres_sous_dotee", "très sous-dotée"),
        ("3_intermediaire", "intermédiaire"),
        ("Surdotée", "sur-dotée"),
        ("NC", ""),
        ("NC_hors_zonage", ""),
        ("", ""),
        ("<b>ZIP</b>", ""),
    ],
)
def test_a_level_is_said_in_our_words(level: str, words: str) -> None:
    assert kit_indicators().zone_words(level) == words


def test_what_is_no_indicator_is_none() -> None:
    assert kit_indicators().indicator("autre") is None
