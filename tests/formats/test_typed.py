"""Dates, hours and minutes as people type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats.dates import long_date, medium_date, short_date
from msp_desktop.formats.hours import clock, duration
from msp_desktop.formats.text import fold
from msp_desktop.formats.typed import Toward, WrongWeekdayError, parse_clock, parse_date, parse_minutes, parse_whole

TODAY = date(2026, 4, 28)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS)
def test_a_date_shown_is_read_back(day: date) -> None:
    assert parse_date(long_date(day), TODAY) == day
    assert parse_date(medium_date(day), TODAY) == day
    assert parse_date(f"{day:%d/%m/%Y}", TODAY) == day
    assert parse_date(day.isoformat(), TODAY) == day


@given(DAYS, st.integers(-150, 150))
def test_a_near_date_needs_no_year(today: date, distance: int) -> None:
    day = today + timedelta(distance)
    if (day.day, day.month) != (29, 2):
        assert parse_date(short_date(day), today) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/5/26", date(2026, 5, 12)),
        ("12.05.2026", date(2026, 5, 12)),
        ("12 mai", date(2026, 5, 12)),
        ("le mardi 12 mai", date(2026, 5, 12)),
        ("1er MAI 2026", date(2026, 5, 1)),
        ("3 aout", date(2026, 8, 3)),
        ("4 janv.", date(2026, 1, 4)),
        ("mar. 12 mai", date(2026, 5, 12)),
        ("Mar 3 mars 2026", date(2026, 3, 3)),
        ("12 May 2026", date(2026, 5, 12)),
        ("Tuesday 12 May", date(2026, 5, 12)),
        ("1 er juin 2026", date(2026, 6, 1)),
        ("sam. 28/3", date(2026, 3, 28)),
        ("dimanche 16 août", date(2026, 8, 16)),
        ("jeudi 24/12", date(2026, 12, 24)),
        ("  ", None),
    ],
)
def test_a_date_is_understood_as_typed(typed: str, meant: date | None) -> None:
    assert parse_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "31/02",
        "31/02/2026",
        "demain",
        "le",
        "mardi",
        "12",
        "12/13/26",
        "12 ju",
        "9" * 30 + "/1/2026",
        "1/1/" + "9" * 30,
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words the sentence
        parse_date(typed, TODAY)


@pytest.mark.parametrize(
    ("today", "typed", "toward", "meant"),
    [
        (date(2026, 4, 28), "5/12", Toward.AHEAD, date(2026, 12, 5)),
        (date(2026, 11, 25), "5/12", Toward.AHEAD, date(2026, 12, 5)),
        (date(2026, 12, 20), "5/12", Toward.AHEAD, date(2026, 12, 5)),
        (date(2026, 11, 25), "12/1", Toward.AHEAD, date(2027, 1, 12)),
        (date(2026, 4, 28), "12/1", Toward.AHEAD, date(2027, 1, 12)),
        (date(2027, 1, 10), "20 décembre", Toward.AHEAD, date(2026, 12, 20)),
        (date(2026, 4, 28), "12/1", Toward.BEHIND, date(2026, 1, 12)),
        (date(2026, 4, 28), "5/12", Toward.BEHIND, date(2025, 12, 5)),
        (date(2026, 4, 28), "2 mai", Toward.BEHIND, date(2026, 5, 2)),
        (date(2026, 4, 28), "5/12", Toward.NEAREST, date(2025, 12, 5)),
        (date(2027, 4, 28), "29/2", Toward.AHEAD, date(2028, 2, 29)),
    ],
)
def test_without_its_year_a_date_is_the_nearest_that_makes_sense(
    today: date, typed: str, toward: Toward, meant: date
) -> None:
    assert parse_date(typed, today, toward) == meant


@given(DAYS, st.integers(-59, 300))
def test_a_planned_day_needs_no_year_till_far_ahead(today: date, distance: int) -> None:
    day = today + timedelta(distance)
    if (day.day, day.month) != (29, 2):
        assert parse_date(short_date(day), today, Toward.AHEAD) == day


@pytest.mark.parametrize("typed", ["lundi 12 mai 2026", "lun. 12/05/26", "Monday 12 May 2026", "lundi 12 mai"])
def test_a_day_of_the_week_that_does_not_go_with_the_date_is_told(typed: str) -> None:
    with pytest.raises(WrongWeekdayError) as caught:
        parse_date(typed, TODAY)
    assert caught.value.day == date(2026, 5, 12)


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    readers = (
        lambda: parse_date(text, TODAY),
        lambda: parse_clock(text),
        lambda: parse_minutes(text),
    )
    for reader in readers:
        try:
            value = reader()
        except ValueError:
            continue
        assert value is not None or not text.strip() or not fold(text)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None)))
def test_an_hour_shown_is_read_back(moment: time) -> None:
    assert parse_clock(clock(moment)) == moment


@pytest.mark.parametrize("typed", ["18h30", "18:30", "18 h 30", "18.30", "1830", "18 heures 30"])
def test_an_hour_is_understood_as_typed(typed: str) -> None:
    assert parse_clock(typed) == time(18, 30)


def test_a_round_hour_has_no_minutes() -> None:
    assert clock(time(18, 0)) == f"18{NB}h"
    assert parse_clock("18h") == time(18)


@pytest.mark.parametrize("typed", ["25:00", "18h60", "soir", "18h30 ou 19h"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_clock(typed)


@given(st.integers(0, 5999))
def test_a_duration_shown_is_read_back(minutes: int) -> None:
    assert parse_minutes(duration(minutes)) == minutes


def test_durations_are_short() -> None:
    assert [duration(n) for n in (45, 60, 85)] == [f"45{NB}min", f"1{NB}h", f"1{NB}h{NB}25"]
    assert parse_minutes("85 minutes") == 85


def test_a_weekday_says_which_year_is_meant() -> None:
    november = date(2026, 11, 26)
    assert parse_date("28/3", november) == date(2027, 3, 28)
    assert parse_date("samedi 28/3", november) == date(2026, 3, 28)
    assert parse_date("samedi 28/3", november, Toward.BEHIND) == date(2026, 3, 28)
    assert parse_date("dimanche 28/3", november, Toward.AHEAD) == date(2027, 3, 28)


@pytest.mark.parametrize(("typed", "toward"), [("lundi 28/3", Toward.NEAREST), ("samedi 28/3", Toward.AHEAD)])
def test_a_weekday_of_no_year_that_can_be_meant_is_questioned(typed: str, toward: Toward) -> None:
    with pytest.raises(WrongWeekdayError) as wrong:
        parse_date(typed, date(2026, 11, 26), toward)
    assert wrong.value.day == date(2027, 3, 28)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", None), ("  ", None), ("0", 0), ("12500", 12_500), ("12 500", 12_500), ("12\u202f500\u00a0€", 12_500),
        ("18 m²", 18), ("18 m2", 18), ("3 euros", 3), ("1 EUR", 1), ("999999999999", 999_999_999_999),
    ],
)  # fmt: skip
def test_a_whole_number_is_read_with_its_unit(typed: str, value: int | None) -> None:
    assert parse_whole(typed) == value


@pytest.mark.parametrize("typed", ["douze", "-3", "12,5", "12.500", "1e3", "€", "m²", "12 € 5", "٣", "1" * 13])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_whole(typed)
