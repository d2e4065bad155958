"""The rules of the clocks of France and its overseas, as a calendar file carries them (VTIMEZONE, RFC 5545, 3.6.5).

Written as yearly rules: Outlook reads no list of dates, and a diary that skips one shows an evening an hour late.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur
from msgspec import Struct


class _Change(Struct, frozen=True):
    """A change of the clocks, every year from `since` on: its month, the day of the month, on clocks till then."""

    since: datetime
    month: int
    day: str
    name: str


class _Rules(Struct, frozen=True):
    """A zone's offset from universal time in hours, and the two changes where it has a summer time."""

    offset: int
    name: str
    winter: _Change | None = None
    summer: _Change | None = None


#: The tz database (public domain), 2025b. Summer time: directive 2000/84/CE in Europe; since 2007 with North America at
#: Saint-Pierre-et-Miquelon. A test compares each with the tz database for fifteen years.
_ZONES = {
    "Europe/Paris": _Rules(
        1,
        "CET",
        winter=_Change(datetime(1996, 10, 27, 3), 10, "-1SU", "CET"),
        summer=_Change(datetime(1996, 3, 31, 2), 3, "-1SU", "CEST"),
    ),
    "America/Miquelon": _Rules(
        -3,
        "-03",
        winter=_Change(datetime(2007, 11, 4, 2), 11, "1SU", "-03"),
        summer=_Change(datetime(2007, 3, 11, 2), 3, "2SU", "-02"),
    ),
    "America/Guadeloupe": _Rules(-4, "AST"),
    "America/Martinique": _Rules(-4, "AST"),
    "America/Cayenne": _Rules(-3, "-03"),
    "Indian/Reunion": _Rules(4, "+04"),
    "Indian/Mayotte": _Rules(3, "EAT"),
    "Pacific/Wallis": _Rules(12, "+12"),
    "Pacific/Tahiti": _Rules(-10, "-10"),
    "Pacific/Noumea": _Rules(11, "+11"),
}
_ALWAYS = datetime(1970, 1, 1)


def zone_component(zone: str) -> Timezone:
    """Return the VTIMEZONE of a zone of `domain.calendar.timezone_for`; KeyError for another."""
    rules = _ZONES[zone]
    standard = timedelta(hours=rules.offset)
    component = Timezone()
    component.add("tzid", zone)
    if rules.winter is None or rules.summer is None:
        component.add_component(_fixed(rules.name, standard))
        return component
    summer = standard + timedelta(hours=1)
    component.add_component(_yearly(TimezoneDaylight(), rules.summer, standard, summer))
    component.add_component(_yearly(TimezoneStandard(), rules.winter, summer, standard))
    return component


def _fixed(name: str, offset: timedelta) -> TimezoneStandard:
    part = TimezoneStandard()
    part.add("dtstart", _ALWAYS)
    part.add("tzoffsetfrom", offset)
    part.add("tzoffsetto", offset)
    part.add("tzname", name)
    return part


def _yearly(
    part: TimezoneDaylight | TimezoneStandard, change: _Change, before: timedelta, after: timedelta
) -> TimezoneDaylight | TimezoneStandard:
    part.add("dtstart", change.since)
    part.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": change.month, "BYDAY": change.day}))
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("tzname", change.name)
    return part
