"""The school holidays shipped with the application, and what a date runs into."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from msp_desktop.domain.calendar import SchoolPeriod, public_holidays, school_zone
from msp_desktop.formats import day_date
from msp_desktop.paths import resource


@cache
def _periods() -> tuple[SchoolPeriod, ...]:
    table = tomllib.loads(resource("calendar", "school.toml").read_text(encoding="utf-8"))
    return tuple(SchoolPeriod(**period) for period in table["periods"])


def school_holidays(department: str, start: date, end: date) -> tuple[SchoolPeriod, ...]:
    """Return the school holidays of a department's zone that touch two days included; none where not known."""
    zone = school_zone(department)
    return tuple(p for p in _periods() if p.zone == zone and p.begin <= end and p.end >= start)


def known_until(department: str) -> date | None:
    """Return the last day the school calendar covers, None for Corsica and overseas."""
    zone = school_zone(department)
    return max((period.end for period in _periods() if period.zone == zone), default=None)


def date_warnings(day: date, department: str) -> tuple[str, ...]:
    """Return French sentences on what a meeting's date runs into; none where all is well."""
    found = []
    shown = day_date(day)
    shown = shown[0].upper() + shown[1:]
    if day.weekday() == 6:
        found.append(f"{shown} est un dimanche.")
    for holiday in public_holidays(department, day, day):
        found.append(f"{shown} est férié ({holiday.name}).")
    for period in school_holidays(department, day, day):
        article = "le" if period.name.startswith("Pont") else "les"
        named = f"{article} {period.name[0].lower()}{period.name[1:]}"
        found.append(f"{shown} tombe pendant {named} (zone {period.zone}).")
    return tuple(found)


def date_all_clear(day: date, department: str) -> str:
    """Return the French sentence for a date that runs into nothing, saying what could not be checked."""
    shown = day_date(day)
    shown = shown[0].upper() + shown[1:]
    zone, until = school_zone(department), known_until(department)
    free = f"{shown}\u00a0: ni dimanche ni jour férié."
    if zone is None:
        return f"{free} Les vacances scolaires d’ici ne sont pas connues de l’application."
    if until is None or day > until:
        return f"{free} Les vacances scolaires de cette année-là ne sont pas encore connues."
    return f"{shown}\u00a0: ni jour férié, ni vacances scolaires (zone {zone})."
