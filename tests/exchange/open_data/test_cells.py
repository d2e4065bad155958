"""Cells of public figures: what is no number, no day, no code is none."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.exchange.open_data.cells import code_of, day_in, department_of, number_in, parts_of


@pytest.mark.parametrize(
    ("words", "value"),
    [("2,5", 2.5), ("2.5", 2.5), ("1\u202f234,5", 1234.5), ("8,4 %", 8.4), ("NC", None), ("", None), ("nan", None),
     ("-1", None), ("1e12", None), ("9" * 5000, None)],
)  # fmt: skip
def test_numbers(words: str, value: float | None) -> None:
    assert number_in(words) == value


@pytest.mark.parametrize(
    ("words", "day"),
    [("30/10/2025", date(2025, 10, 30)), ("2025-10-30", date(2025, 10, 30)), ("2025-10-30T00:00:00", date(2025, 10, 30)),
     ("31/02/2025", None), ("30/10/9999", None), ("octobre 2025", None), ("", None)],
)  # fmt: skip
def test_days(words: str, day: date | None) -> None:
    assert day_in(words) == day


def test_codes() -> None:
    assert (code_of("1001"), code_of("2a004"), code_of("97105")) == ("01001", "2A004", "97105")
    assert (department_of("23095"), department_of("2A004"), department_of("97105"), department_of("98818")) == (
        "23", "2A", "971", "988",
    )  # fmt: skip


def test_a_commune_s_own_code_is_taken_before_its_parts() -> None:
    communes = {"A": "A", "a1": "A", "a2": "A"}
    assert parts_of(["a1", "A", "a2"], communes) == {"A": ["A"]}
    assert parts_of(["a1", "a2"], communes) == {"A": ["a1", "a2"]}
