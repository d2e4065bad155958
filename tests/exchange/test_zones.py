"""The rules of the clocks: as Outlook wants them, and what the tz database says, day by day."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import icalendar
import pytest

from msp_desktop.domain.calendar import timezone_for
from msp_desktop.exchange.zones import zone_component

PARTS = ["75", "2A", "971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"]
ZONES = sorted({timezone_for(department) for department in PARTS})


def rules(zone: str) -> str:
    return zone_component(zone).to_ical().decode().replace("\r\n", "\n")


def test_paris_has_yearly_rules_at_the_hours_the_clocks_change() -> None:
    assert rules("Europe/Paris") == (
        "BEGIN:VTIMEZONE\nTZID:Europe/Paris\n"
        "BEGIN:DAYLIGHT\nDTSTART:19960331T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZNAME:CEST\n"
        "TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n"
        "BEGIN:STANDARD\nDTSTART:19961027T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZNAME:CET\n"
        "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
    )


@pytest.mark.parametrize("zone", ZONES)
def test_nothing_a_reader_may_skip_is_in_them(zone: str) -> None:
    text = rules(zone)
    assert "RDATE" not in text
    assert "COMMENT" not in text
    changes = re.findall(r"TZOFFSETFROM:(\S+)\nTZOFFSETTO:(\S+)", text)
    if "DAYLIGHT" in text:
        assert len(changes) == 2
        assert all(before != after for before, after in changes), "no change that changes nothing"
        assert text.count("RRULE:FREQ=YEARLY") == 2
    else:
        assert [before == after for before, after in changes] == [True]


@pytest.mark.parametrize("zone", ZONES)
def test_each_hour_is_the_tz_database_s_for_fifteen_years(zone: str) -> None:
    own, known = zone_component(zone).to_tz(lookup_tzid=False), ZoneInfo(zone)
    hours = [datetime(2026, 1, 1) + timedelta(hours=7 * step) for step in range(15 * 366 * 24 // 7)]
    for moment in hours:
        assert moment.replace(tzinfo=own).utcoffset() == moment.replace(tzinfo=known).utcoffset(), moment


@pytest.mark.parametrize("zone", ZONES)
def test_by_hand_each_change_falls_where_the_tz_database_has_it(zone: str) -> None:
    """A reader of our own, which knows nothing but the words of the rules."""
    component = icalendar.Calendar.from_ical(zone_component(zone).to_ical())
    said = []
    for part in component.subcomponents:
        for year in range(2026, 2041) if "rrule" in part else ():
            day = _day_of(year, int(part["rrule"]["BYMONTH"][0]), str(part["rrule"]["BYDAY"][0]))
            local = datetime.combine(day, part["dtstart"].dt.time())
            said.append((local - part["tzoffsetfrom"].td, part["tzoffsetto"].td))
    known = ZoneInfo(zone)
    moments = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=step) for step in range(15 * 8766)]
    offsets = [(moment.replace(tzinfo=None), moment.astimezone(known).utcoffset()) for moment in moments]
    assert sorted(said) == [after for before, after in pairwise(offsets) if before[1] != after[1]]


def _day_of(year: int, month: int, rule: str) -> datetime:
    sundays = [
        day for day in (datetime(year, month, 1) + timedelta(step) for step in range(31))
        if day.month == month and day.weekday() == 6
    ]  # fmt: skip
    number = int(rule.removesuffix("SU"))
    return sundays[number] if number < 0 else sundays[number - 1]
