"""Departures to come: the known ones as spans of years, those age makes possible apart."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional

#: Years shown.
HORIZON = 10

_BANDS = {AgeBand.FROM_50: (50, 54), AgeBand.FROM_55: (55, 59), AgeBand.FROM_60: (60, 64), AgeBand.FROM_65: (65, 69)}


@lru_cache(maxsize=1000)  # asked three times for each of the professionals, who share a few days
def year_of(day: date) -> float:
    """Return a date as a year with decimals, for a position on an axis."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


def known_span(row: HealthProfessional, today: date) -> tuple[float, float] | None:
    """Return the years between which a known departure falls, None where none is known.

    « D'ici 2 ans » and « dans 3 à 5 ans » are counted from the day they were checked, today where it is not known.
    """
    seen = year_of(row.checked_on or today)
    if row.departure is Departure.ANNOUNCED:
        when = year_of(row.departure_on) if row.departure_on else seen
        return when - 0.25, when
    if row.departure is Departure.WITHIN_2:
        return seen, seen + 2
    if row.departure is Departure.FROM_3_TO_5:
        return seen + 3, seen + 5
    return None


def possible_span(row: HealthProfessional, retirement_age: int, today: date) -> tuple[float, float] | None:
    """Return the years in which a professional would reach the age of retirement, from the band alone.

    None where a departure is known, where the band is young or unknown, or beyond the horizon.
    """
    if known_span(row, today) is not None or row.age_band not in _BANDS:
        return None
    youngest, oldest = _BANDS[row.age_band]
    noted = year_of(row.age_noted_on or row.checked_on or today)
    begin = max(noted + retirement_age - oldest, year_of(today))
    end = max(noted + retirement_age - youngest, begin + 0.5)
    limit = today.year + HORIZON
    return (begin, min(end, limit)) if begin < limit else None


def within(row: HealthProfessional, years: int, today: date) -> bool:
    """Tell whether a known departure falls within so many years from today."""
    span = known_span(row, today)
    return span is not None and span[1] <= year_of(today) + years + 0.5
