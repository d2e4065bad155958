"""What is owed: late, today, next; put off to a day the commune works."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.domain.follow_ups import FollowUp, Owed, by_due_day, owed, week_later

TODAY = date(2026, 4, 28)


@pytest.mark.parametrize(
    ("due", "state", "late"),
    [
        (date(2026, 4, 20), Owed.LATE, 8),
        (date(2026, 4, 27), Owed.LATE, 1),
        (TODAY, Owed.TODAY, 0),
        (date(2026, 4, 29), Owed.NEXT, 0),
        (None, Owed.UNDATED, 0),
    ],
)
def test_what_is_owed_is_late_the_day_after_its_day(due: date | None, state: Owed, late: int) -> None:
    assert owed(due, TODAY) == (state, late)


def test_the_most_late_comes_first_and_what_has_no_day_last() -> None:
    days = (None, date(2026, 5, 5), date(2026, 4, 20), TODAY)
    rows = [FollowUp(number, TODAY, day, "", "", "", *owed(day, TODAY)) for number, day in enumerate(days)]
    assert [one.due for one in by_due_day(rows)] == [date(2026, 4, 20), TODAY, date(2026, 5, 5), None]


@pytest.mark.parametrize(
    ("due", "department", "later"),
    [
        (date(2026, 5, 5), "23", date(2026, 5, 12)),  # a Tuesday, a week on
        (date(2026, 4, 20), "23", date(2026, 5, 5)),  # eight days late: a week from today
        (TODAY, "23", date(2026, 5, 5)),
        (None, "23", date(2026, 5, 5)),
        (date(2026, 5, 1), "23", date(2026, 5, 11)),  # 8 May is a holiday, then a week-end
        (date(2026, 5, 2), "23", date(2026, 5, 11)),  # a Saturday
        (date(2026, 5, 7), "23", date(2026, 5, 15)),  # Ascension Day
        (date(2026, 5, 20), "971", date(2026, 5, 28)),  # the abolition of slavery, in Guadeloupe alone
        (date(2026, 5, 20), "23", date(2026, 5, 27)),
        (date(2026, 12, 18), "57", date(2026, 12, 28)),  # Christmas, then Saint-Étienne in Moselle
        (date(2027, 3, 19), "57", date(2027, 3, 30)),  # Good Friday there, then Easter Monday
        (date(2027, 3, 19), "23", date(2027, 3, 26)),
    ],
)
def test_a_week_later_is_a_day_the_commune_works(due: date | None, department: str, later: date) -> None:
    assert week_later(due, TODAY, department) == later
