"""Public and school holidays against known facts and the holidays package."""

from __future__ import annotations

from datetime import date

import pytest
from holidays.countries.france import France

from msp_desktop.domain.calendar import public_holidays, school_zone, timezone_for
from msp_desktop.method.school import school_holidays
from msp_desktop.services.meeting_dates import date_warnings

METROPOLE = [f"{n:02d}" for n in range(1, 96) if n != 20] + ["2A", "2B"]
SUBDIVISIONS = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "973": "973",
    "974": "974",
    "976": "976",
    "977": "BL",
    "975": "PM",
}
# The package also counts days of custom (Schœlcher, Good Friday in Guadeloupe): only the law's are ours.
CUSTOMARY = {"971": "971", "972": "972", "978": "MF"}
ABOLITION = {"971": (5, 27), "972": (5, 22), "978": (5, 28)}


@pytest.mark.parametrize("department", [*METROPOLE, "973", "974", "975", "976", "977"])
def test_public_holidays_agree_with_the_holidays_package(department: str) -> None:
    for year in range(2024, 2033):
        ours = {h.day for h in public_holidays(department, date(year, 1, 1), date(year, 12, 31))}
        assert ours == set(France(years=[year], subdiv=SUBDIVISIONS.get(department))), year


@pytest.mark.parametrize("department", sorted(CUSTOMARY))
def test_the_antilles_have_the_national_days_and_their_abolition(department: str) -> None:
    for year in range(2024, 2033):
        ours = {h.day for h in public_holidays(department, date(year, 1, 1), date(year, 12, 31))}
        month, day = ABOLITION[department]
        assert ours == set(France(years=[year])) | {date(year, month, day)}
        assert ours <= set(France(years=[year], subdiv=CUSTOMARY[department])), year


@pytest.mark.parametrize(
    ("department", "day", "name"),
    [
        ("23", date(2026, 4, 6), "lundi de Pâques"),
        ("23", date(2026, 5, 14), "Ascension"),
        ("23", date(2026, 5, 25), "lundi de Pentecôte"),
        ("67", date(2026, 4, 3), "Vendredi saint"),
        ("57", date(2026, 12, 26), "Saint-Étienne"),
        ("974", date(2026, 12, 20), "abolition de l’esclavage"),
    ],
)
def test_known_days_of_2026(department: str, day: date, name: str) -> None:
    assert [holiday.name for holiday in public_holidays(department, day, day)] == [name]


def test_good_friday_is_a_working_day_in_the_creuse() -> None:
    assert public_holidays("23", date(2026, 4, 3), date(2026, 4, 3)) == ()


def test_zone_a_spring_holidays_of_2026() -> None:
    (period,) = school_holidays("23", date(2026, 4, 10), date(2026, 4, 10))
    assert (period.begin, period.end) == (date(2026, 4, 4), date(2026, 4, 19))


def test_every_department_of_the_mainland_has_a_zone_and_the_others_say_none() -> None:
    assert [code for code in METROPOLE if school_zone(code) is None] == ["2A", "2B"]
    assert school_zone("974") is None


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 15), "pendant le pont de l’Ascension (zone A)"),
        (date(2026, 4, 14), "pendant les vacances de printemps (zone A)"),
    ],
)
def test_a_warning_is_a_french_sentence(day: date, words: str) -> None:
    assert words in date_warnings(day, "23")[0]


def test_time_zones() -> None:
    assert (timezone_for("974"), timezone_for("23")) == ("Indian/Reunion", "Europe/Paris")
