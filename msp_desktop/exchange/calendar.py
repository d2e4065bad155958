"""Write a calendar file (iCalendar, RFC 5545) that any diary reads, and updates on a second import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from msp_desktop.db.faults import explained
from msp_desktop.domain.appointments import Appointment

#: A due date rings at nine in the morning of the day before: fifteen hours before midnight.
_MORNING_BEFORE = timedelta(hours=-15)
#: Sequence numbers count minutes from here, so that a later file always updates an earlier one (RFC 5545, 3.8.7.4).
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def write_calendar(path: Path, appointments: Sequence[Appointment], now: datetime) -> None:
    """Write the appointments, with the rules of their time zones; `now` is the local time of writing."""
    with explained():
        path.write_bytes(calendar_bytes(appointments, now))


def calendar_bytes(appointments: Sequence[Appointment], now: datetime) -> bytes:
    """Return the calendar: UTF-8, CRLF, one VEVENT an appointment, one VTIMEZONE a zone used."""
    stamp = now.astimezone(UTC).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Sante 100 jours//FR")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for appointment in appointments:
        calendar.add_component(_event(appointment, stamp))
    calendar.add_missing_timezones(
        first_date=min((_day(entry.begins) for entry in appointments), default=now.date()) - timedelta(366),
        last_date=max((_day(entry.begins) for entry in appointments), default=now.date()) + timedelta(366),
    )
    return bytes(calendar.to_ical())


def _event(appointment: Appointment, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, int((stamp - _EPOCH).total_seconds() // 60)))
    event.add("summary", appointment.title)
    begins = appointment.begins
    if isinstance(begins, datetime):
        # The hour on the wall with its zone's name, never UTC: 18 h 30 stays 18 h 30 after the clocks change.
        local = begins.replace(tzinfo=ZoneInfo(appointment.zone))
        event.add("dtstart", local)
        event.add("dtend", local + timedelta(minutes=appointment.minutes))
    else:
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if appointment.place:
        event.add("location", appointment.place)
    if appointment.description:
        event.add("description", appointment.description)
    if appointment.organiser and appointment.organiser_email:
        organiser = vCalAddress(f"mailto:{appointment.organiser_email}")
        organiser.params["cn"] = vText(appointment.organiser)
        event.add("organizer", organiser)
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    if appointment.alarm_days and not appointment.cancelled:
        event.add_component(_alarm(appointment))
    return event


def _alarm(appointment: Appointment) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", appointment.title)
    before = timedelta(days=-appointment.alarm_days)
    alarm.add("trigger", before if isinstance(appointment.begins, datetime) else _MORNING_BEFORE)
    return alarm


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
