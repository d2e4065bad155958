"""The school holidays shipped with the application."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from msp_desktop.domain.calendar import SchoolPeriod, school_zone
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
