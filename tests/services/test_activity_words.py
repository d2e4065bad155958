"""The words of a yearly report are kept by year, and an empty year is kept no more."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import ActivityYear
from msp_desktop.services.activity_words import report_year, words_of_year, write_words


def test_each_year_has_its_words(store: Store) -> None:
    write_words(store, 2026, Change(ActivityYear, opening="Premiers pas"))
    write_words(store, 2026, Change(ActivityYear, outlook="La suite"))
    write_words(store, 2025, Change(ActivityYear, opening="Avant"))
    assert (words_of_year(store.reader, 2026).opening, words_of_year(store.reader, 2026).outlook) == (
        "Premiers pas",
        "La suite",
    )
    assert words_of_year(store.reader, 2025).opening == "Avant"
    assert words_of_year(store.reader, 2024) == ActivityYear(year=2024)


def test_a_year_without_a_word_is_not_kept(store: Store) -> None:
    write_words(store, 2026, Change(ActivityYear, opening="  "))
    assert store.reader.all(ActivityYear) == []
    write_words(store, 2026, Change(ActivityYear, opening="Un mot"))
    write_words(store, 2026, Change(ActivityYear, opening=""))
    assert store.reader.all(ActivityYear) == []


@pytest.mark.parametrize(
    ("day", "year"), [(date(2027, 1, 4), 2026), (date(2027, 3, 31), 2026), (date(2027, 4, 1), 2027)]
)
def test_the_year_before_is_reported_until_the_end_of_march(day: date, year: int) -> None:
    assert report_year(day) == year
