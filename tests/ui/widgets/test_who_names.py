"""Which names letters propose: accents and case ignored, the words that begin so first."""

from __future__ import annotations

import pytest

from msp_desktop.ui.widgets.who_names import MOST, matching

NAMES = ["Mme Corinne Leroche", "Dr Léa Fontanel", "Mme Nadia Roche", "CPTS de L’Haÿ-les-Roses", "CCAS de Saint-Vaury"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("roche", (["Mme Nadia Roche", "Mme Corinne Leroche"], True)),
        ("LEA", (["Dr Léa Fontanel"], True)),
        ("roche nad", (["Mme Nadia Roche"], True)),
        ("ontanel", (["Dr Léa Fontanel"], False)),
        ("hay", (["CPTS de L’Haÿ-les-Roses"], True)),
        ("lhay", (["CPTS de L’Haÿ-les-Roses"], True)),
        ("cpts l'hay", (["CPTS de L’Haÿ-les-Roses"], True)),
        ("st vau", (["CCAS de Saint-Vaury"], True)),
        ("st-vaury", (["CCAS de Saint-Vaury"], True)),
        ("zut", ([], False)),
        ("", (NAMES, False)),
    ],
)
def test_letters_propose(typed: str, found: tuple[list[str], bool]) -> None:
    assert matching(NAMES, typed) == found


def test_no_more_are_proposed_than_one_reads() -> None:
    assert len(matching([f"Anne {number}" for number in range(1000)], "anne")[0]) == MOST
