"""Months above a strip: each is named, whatever the day it begins on, and none over another."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest

from msp_desktop.domain.strip_months import mondays, month_names

LEFT, WIDTH = 250.0, 472.0


def measure(text: str) -> float:
    return 5.2 * len(text)


@pytest.mark.parametrize("start", [date(2026, 1, 1) + timedelta(number) for number in range(0, 366, 5)])
def test_every_month_is_named_and_no_name_is_over_another(start: date) -> None:
    found = month_names(start, 101, LEFT, WIDTH, "fr", measure)
    ends = {(day.year, day.month) for number in range(101) if (day := start + timedelta(number))}
    assert len(found) == len(ends)
    spans = [(month.name_x, month.name_x + measure(month.text)) for month in found]
    assert all(first[1] < second[0] for first, second in itertools.pairwise(spans))
    assert spans[-1][1] <= LEFT + WIDTH
    assert not [month for month in found[1:-1] if month.crossed]


def test_the_year_is_said_first_and_in_january() -> None:
    texts = [month.text for month in month_names(date(2026, 11, 25), 101, LEFT, WIDTH, "fr", measure)]
    assert texts == ["novembre 2026", "décembre", "janvier 2027", "février", "mars"]


def test_a_first_month_of_some_days_is_named_before_them() -> None:
    first = month_names(date(2026, 11, 25), 101, LEFT, WIDTH, "fr", measure)[0]
    assert first.name_x < LEFT
    assert first.crossed


def test_a_last_month_of_a_day_ends_with_it() -> None:
    last = month_names(date(2026, 9, 23), 101, LEFT, WIDTH, "fr", measure)[-1]
    assert (last.text, last.crossed) == ("janv. 2027", True)
    assert last.name_x + measure(last.text) == pytest.approx(LEFT + WIDTH)


def test_mondays_are_those_of_the_days_shown() -> None:
    assert mondays(date(2026, 3, 22), 9) == (date(2026, 3, 23), date(2026, 3, 30))
