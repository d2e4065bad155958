"""Public holidays of France by department, school zones, and the time zone of a department.

Public holidays: Code du travail, art. L. 3133-1 (eleven national ones), L. 3134-13 (Alsace-Moselle), and
L. 3422-2 (abolition of slavery overseas). They are computed here, since the strip needs them at once.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct


class Holiday(Struct, frozen=True):
    """A public holiday; `short` is its name on the strip."""

    day: date
    name: str
    short: str
    local: bool = False


class SchoolPeriod(Struct, frozen=True):
    """The school holidays of a zone, both ends included."""

    zone: str
    name: str
    begin: date
    end: date


ALSACE_MOSELLE = ("57", "67", "68", "6AE")

#: Day and month of the abolition of slavery, by department.
_ABOLITION = {
    "971": (5, 27),
    "972": (5, 22),
    "973": (6, 10),
    "974": (12, 20),
    "976": (4, 27),
    "977": (10, 9),
    "978": (5, 28),
}

_ZONES = {
    "A": "01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90",
    "B": "02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 "
    "80 83 84 85 88",
    "C": "09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95",
}
_ZONE_OF = {department: zone for zone, departments in _ZONES.items() for department in departments.split()}

_TIME_ZONES = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/Guadeloupe",
    "978": "America/Guadeloupe",
    "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti",
    "988": "Pacific/Noumea",
}


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def public_holidays(department: str, start: date, end: date) -> tuple[Holiday, ...]:
    """Return the public holidays of a department between two days included, in order."""
    found = [holiday for year in range(start.year, end.year + 1) for holiday in _holidays_of(year, department)]
    return tuple(sorted((h for h in found if start <= h.day <= end), key=lambda holiday: holiday.day))


def school_zone(department: str) -> str | None:
    """Return « A », « B » or « C »; None for Corsica and overseas, whose calendars are their own."""
    return _ZONE_OF.get(department)


def timezone_for(department: str) -> str:
    """Return the IANA time zone of a department."""
    return _TIME_ZONES.get(department, "Europe/Paris")


def is_working_day(day: date, department: str) -> bool:
    """Tell whether a day is worked: Monday to Friday, no public holiday of the department."""
    return day.weekday() < 5 and not public_holidays(department, day, day)


def working_day_before(day: date, department: str) -> date:
    """Return the last working day at or before a day."""
    while not is_working_day(day, department):
        day -= timedelta(days=1)
    return day


def working_day_after(day: date, department: str) -> date:
    """Return the first working day at or after a day."""
    while not is_working_day(day, department):
        day += timedelta(days=1)
    return day


def _holidays_of(year: int, department: str) -> list[Holiday]:
    sunday = easter(year)

    def after(days: int) -> date:
        return sunday + timedelta(days=days)

    found = [
        Holiday(date(year, 1, 1), "jour de l’An", "jour de l’An"),
        Holiday(after(1), "lundi de Pâques", "Pâques"),
        Holiday(date(year, 5, 1), "fête du Travail", "1er mai"),
        Holiday(date(year, 5, 8), "victoire de 1945", "8 mai"),
        Holiday(after(39), "Ascension", "Ascension"),
        Holiday(after(50), "lundi de Pentecôte", "Pentecôte"),
        Holiday(date(year, 7, 14), "fête nationale", "14 juillet"),
        Holiday(date(year, 8, 15), "Assomption", "15 août"),
        Holiday(date(year, 11, 1), "Toussaint", "Toussaint"),
        Holiday(date(year, 11, 11), "armistice de 1918", "11 novembre"),
        Holiday(date(year, 12, 25), "Noël", "Noël"),
    ]
    if department in ALSACE_MOSELLE:
        found += [
            Holiday(after(-2), "Vendredi saint", "Vendredi saint", local=True),
            Holiday(date(year, 12, 26), "Saint-Étienne", "Saint-Étienne", local=True),
        ]
    if department in _ABOLITION:
        month, day = _ABOLITION[department]
        found.append(Holiday(date(year, month, day), "abolition de l’esclavage", "abolition", local=True))
    return found
