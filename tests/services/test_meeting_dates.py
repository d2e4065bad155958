"""What a meeting's date runs into, said in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop import i18n
from msp_desktop.services.meeting_dates import date_all_clear, date_warnings


@pytest.mark.parametrize(
    ("day", "department", "words"),
    [
        (date(2026, 5, 10), "23", ["dimanche"]),
        (date(2026, 5, 1), "23", ["fête du Travail"]),
        (date(2026, 4, 5), "23", ["dimanche", "vacances de printemps"]),
        (date(2026, 4, 6), "23", ["lundi de Pâques", "vacances de printemps"]),
        (date(2026, 12, 20), "974", ["dimanche", "abolition de l’esclavage"]),
        (date(2026, 5, 12), "23", []),
        (date(2026, 4, 3), "23", []),
    ],
)
def test_each_thing_is_a_sentence_of_its_own(day: date, department: str, words: list[str]) -> None:
    found = date_warnings(day, department)
    assert len(found) == len(words)
    for sentence, word in zip(found, words, strict=True):
        assert word in sentence
        assert sentence.endswith(".")
        assert sentence[0].isupper()


def test_a_free_day_says_what_was_checked() -> None:
    assert "zone A" in date_all_clear(date(2026, 5, 12), "23")


def test_where_school_holidays_are_not_known_nothing_is_claimed_of_them() -> None:
    overseas = date_all_clear(date(2026, 5, 12), "974")
    far = date_all_clear(date(2040, 5, 15), "23")
    for sentence in (overseas, far):
        assert "férié" in sentence
        assert "zone" not in sentence
    assert overseas.split(". ")[1] != far.split(". ")[1]


def test_the_sentences_are_in_the_language_of_the_screen() -> None:
    i18n.install("en")
    (sunday,) = date_warnings(date(2026, 5, 10), "23")
    assert sunday.replace("\u00a0", " ") == "Sunday 10 May is a Sunday."
