"""What a dossier holds is made to fit what its data may hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.domain.carried.data import FindingData, MeetingData, Sender, Town
from msp_desktop.domain.carried.envelope import LONGEST, decoded_data, encoded
from msp_desktop.domain.carried.fitting import (
    bounded,
    code,
    count,
    matching,
    moment_within_years,
    text,
    told_day,
    within_years,
    words,
)
from msp_desktop.domain.carried.texts import Text, Words

FIXED: dict[str, Any] = {
    "format": "sante-100-jours/donnees",
    "version": 1,
    "made_at": datetime(2026, 4, 28, 12, tzinfo=UTC),
    "sender": Sender(dossier="0" * 32),
    "commune": Town(insee="", name="Saint-Essai"),
    "day_zero": date(2026, 3, 22),
}
#: What a hand, Word, a PDF or somebody who means harm puts in a field.
ANYTHING = st.text() | st.text("a\x00\x07\n\r\t\x85\u2028\u202e\u2066 é\U0001f600", max_size=400)


@given(ANYTHING)
def test_whatever_is_typed_becomes_words_and_a_text_that_the_contract_takes(typed: str) -> None:
    assert msgspec.convert(words(typed), Words) == words(typed)
    assert msgspec.convert(text(typed), Text) == text(typed)


def test_what_is_too_long_is_cut_at_a_word_and_says_so() -> None:
    cut = words("mot " * 100)
    assert len(cut) <= 300
    assert cut.endswith("mot…")
    assert len(words("x" * 400)) == 300
    assert words("court") == "court"


def test_lines_stay_in_a_text_and_go_in_words() -> None:
    assert (text("un\r\ndeux"), words("un\r\n\tdeux")) == ("un\ndeux", "un deux")


def test_a_code_is_the_methods_or_none() -> None:
    assert [code(one) for one in ("contact-federation", "Mme Roche", "", None, "é", "x" * 41, "a\n")] == [
        "contact-federation", *[None] * 6,
    ]  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), [("230012345", "230012345"), ("23", ""), ("23001234５", "")])
def test_a_number_is_whole_or_not_told(typed: str, expected: str) -> None:
    assert matching(r"\d{9}", typed) == expected


def test_days_and_counts_stay_within_their_ends() -> None:
    assert (told_day(date(2926, 5, 12)), told_day(None), told_day(date(2026, 5, 12))) == (None, None, date(2026, 5, 12))
    assert (within_years(date(206, 1, 1)), within_years(date(2926, 1, 1))) == (date(2020, 1, 1), date(2100, 12, 31))
    assert moment_within_years(datetime(1980, 1, 1)) == datetime(2020, 1, 1)
    assert (count(-3), count(12), count(10**9)) == (0, 12, 10_000)


def test_of_more_than_a_file_may_hold_the_first_are_kept_and_it_decodes() -> None:
    meetings = [
        MeetingData(uid=str(number), kind="autre", state="held", agenda=("\u00e9" * 300,) * 120)
        for number in range(600)
    ]
    findings = [FindingData(code="combien", answer="\U0001f600" * 4000)] * 150
    told = bounded(**FIXED, meetings=meetings, findings=findings)
    assert len(encoded(told)) <= LONGEST
    assert decoded_data(encoded(told)) == told
    assert [one.uid for one in told.meetings[:2]] == ["0", "1"]


def test_what_fits_is_left_as_it_is() -> None:
    told = bounded(**FIXED, findings=[FindingData(code="combien", answer="Deux.")])
    assert told.findings == (FindingData(code="combien", answer="Deux."),)
