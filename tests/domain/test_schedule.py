"""The hundred days: phases inclusive at both ends, lateness, what comes next, what is planned again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calendar import is_working_day
from msp_desktop.domain.schedule import (
    day_number,
    late_days,
    mandate_end,
    moved,
    next_actions,
    overdue_after_the_end,
    phase_dates,
    phase_of_date,
    phase_of_day,
    proposed_dates,
)
from tests.domain.build import DAY_ZERO, action_view, timeline

DATES = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def test_day_0_is_the_day_of_the_installation_itself() -> None:
    assert day_number(DAY_ZERO, DAY_ZERO) == 0
    assert day_number(DAY_ZERO, date(2026, 4, 28)) == 37
    assert day_number(DAY_ZERO, date(2026, 3, 21)) == -1


def test_days_are_counted_across_the_turn_of_the_year_and_a_leap_day() -> None:
    assert day_number(date(2027, 12, 20), date(2028, 3, 1)) == 72


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (-400, "before"),
        (-1, "before"),
        (0, "1"),
        (30, "1"),
        (31, "2"),
        (60, "2"),
        (61, "3"),
        (100, "3"),
        (101, "after"),
        (2000, "after"),
    ],
)
def test_each_phase_has_both_its_ends(day: int, phase: str) -> None:
    assert phase_of_day(day) == phase


def test_the_phases_follow_one_another_without_a_hole() -> None:
    for number in (1, 2, 3):
        _first, last = phase_dates(number, DAY_ZERO)
        assert phase_dates(number + 1, DAY_ZERO)[0] == last + timedelta(1)
    assert phase_dates(1, DAY_ZERO)[0] == DAY_ZERO
    assert phase_dates(3, DAY_ZERO)[1] == date(2026, 6, 30)
    assert phase_dates(4, DAY_ZERO) == (date(2026, 7, 1), date(2032, 3, 22))


@given(DATES, st.integers(-200, 400))
def test_a_date_s_phase_is_the_phase_whose_dates_hold_it(day_zero: date, offset: int) -> None:
    day = day_zero + timedelta(offset)
    number = phase_of_date(day, day_zero)
    start, end = phase_dates(number, day_zero)
    assert day <= end
    assert day >= start or (number == 1 and offset < 0), "what is before day 0 belongs to the first phase"


def test_what_has_no_date_is_planned_in_the_last_phase() -> None:
    assert phase_of_date(None, DAY_ZERO) == 3


def test_a_mandate_lasts_six_years() -> None:
    assert mandate_end(date(2026, 3, 22)) == date(2032, 3, 22)


def test_a_mandate_begun_on_a_29th_of_february_ends_on_a_28th() -> None:
    assert mandate_end(date(2024, 2, 29)) == date(2030, 2, 28)


def an_action(**values: object) -> Action:
    return Action(phase=1, position=1, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(("today", "days"), [((4, 20), 0), ((4, 21), 0), ((4, 22), 1), ((5, 21), 30)])
def test_an_action_is_late_from_the_day_after_its_latest_date(today: tuple[int, int], days: int) -> None:
    assert late_days(an_action(due_on=date(2026, 4, 21)), date(2026, *today)) == days


def test_the_date_people_see_counts_before_the_latest_one() -> None:
    action = an_action(planned_on=date(2026, 4, 1), due_on=date(2026, 4, 21))
    assert late_days(action, date(2026, 4, 1)) == 0
    assert late_days(action, date(2026, 4, 10)) == 9


def test_the_town_s_own_action_is_late_after_its_planned_date() -> None:
    assert late_days(an_action(planned_on=date(2026, 4, 1)), date(2026, 4, 10)) == 9


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
def test_what_is_done_or_dropped_is_never_late(state: ActionState) -> None:
    assert late_days(an_action(due_on=date(2026, 1, 1), state=state), date(2026, 4, 28)) == 0


def test_what_is_under_way_is_late_like_the_rest() -> None:
    assert late_days(an_action(due_on=date(2026, 4, 27), state=ActionState.DOING), date(2026, 4, 28)) == 1


def test_an_action_without_any_date_is_never_late() -> None:
    assert late_days(an_action(), date(2036, 4, 28)) == 0


def test_next_come_the_open_actions_by_their_planned_date() -> None:
    today = date(2026, 4, 28)
    late = action_view(1, planned=date(2026, 4, 20), late_days=8)
    done = action_view(2, planned=date(2026, 4, 21), state=ActionState.DONE)
    dropped = action_view(3, planned=date(2026, 4, 22), state=ActionState.DROPPED)
    dateless = action_view(4, phase=3)
    due_only = action_view(5, phase=2, due=date(2026, 5, 21))
    soon = action_view(6, phase=2, planned=date(2026, 5, 1), state=ActionState.DOING)
    found = next_actions(timeline(today, dateless, due_only, soon, done, dropped, late), 10)
    assert [action.id for action in found] == [1, 6, 5, 4]


def test_of_two_actions_planned_on_one_day_the_one_due_first_comes_first() -> None:
    day = date(2026, 5, 5)
    first, second = action_view(9, planned=day, due=date(2026, 5, 6)), action_view(2, planned=day)
    assert [action.id for action in next_actions(timeline(day, second, first))] == [9, 2]


def test_five_actions_are_enough_to_see_ahead() -> None:
    actions = [action_view(number, planned=DAY_ZERO + timedelta(number)) for number in range(1, 12)]
    assert [action.id for action in next_actions(timeline(DAY_ZERO, *actions))] == [1, 2, 3, 4, 5]


def test_once_the_hundred_days_are_over_nothing_is_next_that_is_to_be_planned_again() -> None:
    over = date(2026, 8, 1)
    stale = action_view(1, planned=date(2026, 5, 5), overdue=True)
    later = action_view(2, phase=4, planned=date(2026, 9, 1))
    shown = timeline(over, stale, later)
    assert next_actions(shown) == [later]
    assert overdue_after_the_end(shown) == [stale]


def test_nothing_is_to_be_planned_again_while_the_hundred_days_run() -> None:
    assert overdue_after_the_end(timeline(date(2026, 6, 30), action_view(overdue=True))) == []


def test_an_action_is_found_by_its_number_whatever_its_phase() -> None:
    shown = timeline(DAY_ZERO, action_view(3), action_view(8, phase=4))
    assert shown.action(8) == action_view(8, phase=4)
    assert shown.action(4) is None


def test_a_date_is_moved_and_no_date_stays_none() -> None:
    assert moved(date(2026, 12, 30), 3) == date(2027, 1, 2)
    assert moved(None, 3) is None


@given(DATES, st.integers(0, 40))
def test_dates_proposed_are_working_days_a_fortnight_apart_in_order(today: date, count: int) -> None:
    actions = [action_view(number) for number in range(count)]
    proposed = proposed_dates(actions, today, "67")
    days = list(proposed.values())
    assert list(proposed) == list(range(count))
    assert all(is_working_day(day, "67") for day in days)
    assert days == sorted(set(days)), "never two on one day"
    for index, day in enumerate(days):
        assert 0 <= (day - today).days - 7 - 14 * index <= 5


def test_a_date_proposed_steps_over_the_easter_week_end() -> None:
    """A week after Thursday 26 March 2026 is a Thursday; after the 27th it is Good Friday, a holiday in Alsace only."""
    (alsace,) = proposed_dates([action_view()], date(2026, 3, 27), "67").values()
    (creuse,) = proposed_dates([action_view()], date(2026, 3, 27), "23").values()
    assert alsace == date(2026, 4, 7)
    assert creuse == date(2026, 4, 3)
