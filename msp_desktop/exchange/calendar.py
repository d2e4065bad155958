"""Write a calendar file (iCalendar, RFC 5545) that any diary reads, and updates on a second import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from msp_desktop.db.faults import explained
from msp_desktop.domain.calendar_events import CalendarEvent
from msp_desktop.exchange.zones import zone_component
from msp_desktop.files import write_whole
from msp_desktop.formats.emails import headers_of, in_a_link

#: A due date rings at nine in the morning of the day before: fifteen hours before midnight.
_MORNING_BEFORE = timedelta(hours=-15)


def write_calendar(path: Path, events: Sequence[CalendarEvent], now: datetime) -> None:
    """Write the events, with the rules of their time zones; `now` is the local time of writing."""
    with explained():
        write_whole(path, calendar_bytes(events, now))


def calendar_bytes(events: Sequence[CalendarEvent], now: datetime) -> bytes:
    """Return the calendar: UTF-8, CRLF, one VEVENT an event, one VTIMEZONE a zone used.

    It is published, no request: whoever opens it keeps a date, and answers the town hall as the letter says.
    """
    stamp = now.astimezone(UTC).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Sante 100 jours//FR")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for zone in dict.fromkeys(event.zone for event in events if isinstance(event.begins, datetime)):
        calendar.add_component(zone_component(zone))
    for event in events:
        calendar.add_component(_event(event, stamp))
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent, stamp: datetime) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", stamp)
    component.add("last-modified", stamp)
    component.add("sequence", event.sequence)
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
    address = next(iter(headers_of(event.organiser_email)), "")
    if event.organiser and address:
        organiser = vCalAddress(f"mailto:{in_a_link(address)}")
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
