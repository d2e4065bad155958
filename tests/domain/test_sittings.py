"""Days proposed for the meetings of a year: worked, spread, out of the holidays, three weeks away at least."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from msp_desktop.domain.calendar import is_working_day
from msp_desktop.domain.sittings import NOTICE, spread

NEW_YEAR = date(2025, 11, 1)


@pytest.mark.parametrize("count", [1, 2, 4, 12])
def test_a_whole_year_has_all_its_meetings_on_thursdays_out_of_the_summer(count: int) -> None:
    days = spread(2026, NEW_YEAR, count, (), "23", (), ())
    assert len(days) == count
    assert days == sorted(set(days))
    assert all(day.weekday() == 3 and is_working_day(day, "23") for day in days)
    if count < 12:
        assert not any(date(2026, 7, 20) <= day <= date(2026, 8, 25) for day in days)


def test_none_is_proposed_for_no_meeting_nor_for_a_year_that_is_over() -> None:
    assert spread(2026, NEW_YEAR, 0, (), "23", (), ()) == []
    assert spread(2025, date(2026, 1, 2), 4, (), "23", (), ()) == []
    assert spread(2026, date(2026, 12, 20), 4, (), "23", (), ()) == []


def test_the_time_to_invite_goes_over_the_end_of_the_year() -> None:
    today = date(2026, 12, 28)
    days = spread(2027, today, 12, (), "23", (), ())
    assert len(days) == 12
    assert min(days) >= today + timedelta(NOTICE)


def test_a_part_of_the_year_that_has_its_meeting_is_left_alone_and_its_weekday_kept() -> None:
    known = [date(2026, 2, 10)]  # a Tuesday
    days = spread(2026, NEW_YEAR, 4, known, "23", (), known)
    assert [day.month for day in days] == [5, 9, 11]
    assert {day.weekday() for day in days} == {1}


def test_school_holidays_and_days_that_have_a_meeting_are_avoided() -> None:
    plain = spread(2026, NEW_YEAR, 2, (), "23", (), ())
    first = plain[0]
    moved = spread(2026, NEW_YEAR, 2, (), "23", [(first - timedelta(7), first + timedelta(7))], plain)
    assert abs((moved[0] - first).days) > 7
    assert moved[1] != plain[1]


@given(
    some.dates(date(2024, 1, 1), date(2030, 12, 31)), some.integers(0, 12), some.sampled_from(("23", "974", "67", "2A"))
)
def test_whatever_the_day_every_proposal_is_worked_and_leaves_time_to_invite(
    today: date, count: int, where: str
) -> None:
    days = spread(today.year, today, count, (), where, (), ())
    assert len(days) <= count
    assert all(
        is_working_day(day, where) and day >= today + timedelta(NOTICE) and day.year == today.year for day in days
    )
