"""Write a calendar file (iCalendar, RFC 5545) that any diary reads, and updates on a second import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from msp_desktop.db.faults import explained
from msp_desktop.domain.calendar_events import CalendarEvent
from msp_desktop.files import write_whole

#: A due date rings at nine in the morning of the day before: fifteen hours before midnight.
_MORNING_BEFORE = timedelta(hours=-15)
#: Sequence numbers count minutes from here, so that a later file always updates an earlier one (RFC 5545, 3.8.7.4).
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def write_calendar(path: Path, events: Sequence[CalendarEvent], now: datetime) -> None:
    """Write the events, with the rules of their time zones; `now` is the local time of writing."""
    with explained():
        write_whole(path, calendar_bytes(events, now))


def calendar_bytes(events: Sequence[CalendarEvent], now: datetime) -> bytes:
    """Return the calendar: UTF-8, CRLF, one VEVENT an event, one VTIMEZONE a zone used."""
    stamp = now.astimezone(UTC).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Sante 100 jours//FR")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(_event(event, stamp))
    calendar.add_missing_timezones(
        first_date=min((_day(entry.begins) for entry in events), default=now.date()) - timedelta(366),
        last_date=max((_day(entry.begins) for entry in events), default=now.date()) + timedelta(366),
    )
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent, stamp: datetime) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", stamp)
    component.add("last-modified", stamp)
    component.add("sequence", max(0, int((stamp - _EPOCH).total_seconds() // 60)))
    component.add("summary", event.title)
    begins = event.begins
    if isinstance(begins, datetime):
        # The hour on the wall with its zone's name, never UTC: 18 h 30 stays 18 h 30 after the clocks change.
        local = begins.replace(tzinfo=ZoneInfo(event.zone))
        component.add("dtstart", local)
        component.add("dtend", local + timedelta(minutes=event.minutes))
    else:
        component.add("dtstart", begins)
        component.add("dtend", begins + timedelta(days=1))
        component.add("transp", "TRANSPARENT")
    if event.place:
        component.add("location", event.place)
    if event.description:
        component.add("description", event.description)
    if event.organiser and event.organiser_email:
        organiser = vCalAddress(f"mailto:{event.organiser_email}")
        organiser.params["cn"] = vText(event.organiser)
        component.add("organizer", organiser)
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.alarm_days and not event.cancelled:
        component.add_component(_alarm(event))
    return component


def _alarm(event: CalendarEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    before = timedelta(days=-event.alarm_days)
    alarm.add("trigger", before if isinstance(event.begins, datetime) else _MORNING_BEFORE)
    return alarm


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
