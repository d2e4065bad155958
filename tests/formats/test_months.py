"""Months in somebody's words: the last day of one that is said, nothing where none is."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.formats.months import is_month_end, read_day, read_day_or_month
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("fin 2027", (2027, 12, 31)), ("fin d’année 2027", (2027, 12, 31)), ("fin 27", (2027, 12, 31)),
        ("début 2028", (2028, 1, 31)), ("mi-2027", (2027, 6, 30)), ("juil-28", (2028, 7, 31)), ("juil.-28", (2028, 7, 31)),
        ("Jul-28", (2028, 7, 31)), ("07/2028", (2028, 7, 31)), ("7/28", (2028, 7, 31)), ("2028-07", (2028, 7, 31)),
        ("juin 2028", (2028, 6, 30)), ("courant juin 2027", (2027, 6, 30)), ("fin février 2028", (2028, 2, 29)),
        ("retraite en juin 2027", (2027, 6, 30)), ("Retraite prévue le 30 juin 2027", (2027, 6, 30)),
        ("déc 2027", (2027, 12, 31)), ("décembre2027", (2027, 12, 31)), ("46752", (2027, 12, 31)), ("46752,5", (2027, 12, 31)),
        ("31/12/27", (2027, 12, 31)), ("1er juillet 2027", (2027, 7, 1)), ("2026-03-02 00:00:00", (2026, 3, 2)),
    ],
)  # fmt: skip
def test_a_month_that_is_said_is_its_last_day(words: str, day: tuple[int, int, int]) -> None:
    assert read_day_or_month(words, TODAY) == date(*day)


@pytest.mark.parametrize(
    "words",
    ["", "2027", "courant 2027", "été 2027", "T2 2027", "2e trimestre 2027", "vers 2028", "avant fin 2027", "dans 2 ans",
     "à voir", "31/02/2026", "13/2028", "00/2028", "12/5/9999", "juillet", "ma 2028", "9" * 5000, "12/2027 ou 2028", "99999"],
)  # fmt: skip
def test_what_says_no_month_is_none(words: str) -> None:
    with pytest.raises(ValueError, match=r"\A"):
        read_day_or_month(words, TODAY)


def test_a_day_needs_its_day() -> None:
    assert read_day("02/03/2026 14:30", TODAY) == date(2026, 3, 2)
    with pytest.raises(ValueError, match=r"\A"):
        read_day("07/2028", TODAY)


def test_the_last_of_a_month_is_told() -> None:
    assert is_month_end(date(2028, 2, 29))
    assert not is_month_end(date(2027, 12, 30))
