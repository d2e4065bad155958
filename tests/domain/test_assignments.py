"""What a line of names means: people where one alone bears the name, words otherwise."""

from __future__ import annotations

import pytest

from msp_desktop.domain.assignments import Who, who_typed, who_words

KNOWN = {"Mme Roux": 1, "Dr Léa Fontanel": 2, "CPTS du Val, antenne nord": 3, "Jean Martin (infirmier, Guéret)": 4}


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("", Who()),
        ("  , ,", Who()),
        ("Mme Roux", Who((1,))),
        ("Mme Roux, le secrétariat", Who((1,), "le secrétariat")),
        ("le secrétariat, Mme Roux , le maire", Who((1,), "le secrétariat, le maire")),
        ("Mme Roux et le maire", Who((), "Mme Roux et le maire")),
        ("Mme Roux,Dr Léa Fontanel, Mme Roux", Who((1, 2))),
        ("Mme Roux, CPTS du Val, antenne nord, le maire", Who((1, 3), "le maire")),
        ("CPTS du Val", Who((), "CPTS du Val")),
        ("Jean Martin (infirmier, Guéret), Mme Roux", Who((4, 1))),
    ],
)
def test_a_line_is_read_name_by_name(typed: str, who: Who) -> None:
    assert who_typed(typed, KNOWN.get) == who


def test_names_come_before_words_and_read_again_mean_the_same() -> None:
    words = who_words(("Mme Roux", "CPTS du Val, antenne nord"), "le secrétariat, le maire")
    assert words == "Mme Roux, CPTS du Val, antenne nord, le secrétariat, le maire"
    assert who_typed(words, KNOWN.get) == Who((1, 3), "le secrétariat, le maire")
    assert who_words((), "") == ""
