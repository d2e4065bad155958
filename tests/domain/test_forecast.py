"""Departures over the coming years: known ones as they were said, possible ones from the age band alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.domain.forecast import HORIZON, known_span, possible_span, within, year_of
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional

TODAY = date(2026, 4, 28)
SOON = year_of(TODAY)


def row(**values: Any) -> HealthProfessional:
    return HealthProfessional(person_id=1, profession="medecin", **values)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 30)))
def test_a_day_is_a_place_in_its_own_year_and_days_are_in_order(day: date) -> None:
    assert day.year <= year_of(day) < day.year + 1
    following = date.fromordinal(day.toordinal() + 1)
    assert year_of(day) < year_of(following)


@pytest.mark.parametrize("departure", [Departure.UNKNOWN, Departure.NONE_KNOWN])
def test_where_no_departure_is_known_none_is_shown(departure: Departure) -> None:
    assert known_span(row(departure=departure), TODAY) is None


def test_an_announced_departure_ends_on_its_day() -> None:
    announced = row(departure=Departure.ANNOUNCED, departure_on=date(2027, 12, 31))
    begin, end = known_span(announced, TODAY) or (0, 0)
    assert end == year_of(date(2027, 12, 31))
    assert 0 < end - begin < 1


def test_an_announced_departure_without_a_day_is_near_the_day_it_was_noted() -> None:
    noted = date(2025, 10, 1)
    assert known_span(row(departure=Departure.ANNOUNCED, checked_on=noted), TODAY) == (
        year_of(noted) - 0.25,
        year_of(noted),
    )


def test_within_two_years_is_counted_from_the_day_it_was_said() -> None:
    said = date(2025, 6, 1)
    assert known_span(row(departure=Departure.WITHIN_2, checked_on=said), TODAY) == (year_of(said), year_of(said) + 2)
    assert known_span(row(departure=Departure.WITHIN_2), TODAY) == (SOON, SOON + 2)


def test_in_three_to_five_years() -> None:
    assert known_span(row(departure=Departure.FROM_3_TO_5), TODAY) == (SOON + 3, SOON + 5)


@pytest.mark.parametrize("band", [AgeBand.UNKNOWN, AgeBand.UNDER_40, AgeBand.FROM_40])
def test_nothing_is_said_of_the_young_nor_of_those_whose_age_is_not_known(band: AgeBand) -> None:
    assert possible_span(row(age_band=band), 67, TODAY) is None


def test_a_known_departure_makes_the_age_say_nothing() -> None:
    leaving = row(age_band=AgeBand.FROM_65, departure=Departure.WITHIN_2)
    assert possible_span(leaving, 67, TODAY) is None


def test_between_60_and_64_one_reaches_67_in_three_to_seven_years() -> None:
    begin, end = possible_span(row(age_band=AgeBand.FROM_60, age_noted_on=TODAY), 67, TODAY) or (0, 0)
    assert (begin, end) == pytest.approx((SOON + 3, SOON + 7))


def test_at_65_or_more_a_departure_is_possible_now() -> None:
    begin, _end = possible_span(row(age_band=AgeBand.FROM_65, age_noted_on=TODAY), 67, TODAY) or (0, 0)
    assert begin == SOON


def test_a_band_noted_years_ago_has_grown_older() -> None:
    old, new = (
        possible_span(row(age_band=AgeBand.FROM_60, age_noted_on=day), 67, TODAY) or (0, 0)
        for day in (date(2023, 4, 28), TODAY)
    )
    assert old[0] < new[0]
    assert old[0] == pytest.approx(new[0] - 3, abs=0.01)


def test_the_day_it_was_checked_serves_where_the_age_has_no_day() -> None:
    checked = possible_span(row(age_band=AgeBand.FROM_55, checked_on=date(2025, 1, 1)), 67, TODAY)
    noted = possible_span(row(age_band=AgeBand.FROM_55, age_noted_on=date(2025, 1, 1)), 67, TODAY)
    assert checked == noted


def test_a_later_retirement_age_moves_what_is_possible_out_of_sight() -> None:
    assert possible_span(row(age_band=AgeBand.FROM_50, age_noted_on=TODAY), 67, TODAY) is None
    assert possible_span(row(age_band=AgeBand.FROM_50, age_noted_on=TODAY), 60, TODAY) is not None


@given(
    st.sampled_from(list(AgeBand)), st.integers(55, 75), st.dates(date(2015, 1, 1), date(2026, 4, 28)), st.integers(0, 9)
)  # fmt: skip
def test_what_is_possible_lies_between_today_and_the_horizon(
    band: AgeBand, retirement: int, noted: date, years: int
) -> None:
    today = TODAY.replace(year=TODAY.year + years)
    span = possible_span(row(age_band=band, age_noted_on=noted), retirement, today)
    if span is not None:
        assert year_of(today) <= span[0] < span[1] <= today.year + HORIZON


def test_a_departure_falls_within_so_many_years_or_not() -> None:
    in_2027 = row(departure=Departure.ANNOUNCED, departure_on=date(2027, 12, 31))
    assert within(in_2027, 2, TODAY)
    assert not within(in_2027, 1, TODAY)
    assert within(row(departure=Departure.FROM_3_TO_5), 5, TODAY)
    assert not within(row(departure=Departure.FROM_3_TO_5), 4, TODAY)
    assert not within(row(departure=Departure.UNKNOWN, age_band=AgeBand.FROM_65), 10, TODAY)
