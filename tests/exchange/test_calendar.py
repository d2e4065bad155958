"""Calendar files, read back by a strict parser and by the rules of RFC 5545 themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.calendar_events import CalendarEvent
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.exchange.calendar import calendar_bytes
from msp_desktop.services.calendar_events import all_events, meeting_event
from msp_desktop.services.meetings import update_meeting
from msp_desktop.services.timeline import timeline
from tests.conftest import NOW, TODAY

PLAIN = CalendarEvent(
    uid="un@exemple.invalid", title="Réunion", begins=datetime(2026, 5, 12, 18, 30), zone="Europe/Paris", minutes=85
)


def events(data: bytes) -> list[icalendar.Event]:
    """Parse strictly: any fault the parser notes is a failure."""
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    assert not [part.errors for part in calendar.walk() if part.errors]
    return calendar.events


def read(event: CalendarEvent, now: datetime = NOW) -> icalendar.Event:
    (event,) = events(calendar_bytes([event], now))
    return event


def planned(store: Store) -> Meeting:
    return next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)


@pytest.mark.parametrize(("day", "offset"), [(date(2026, 1, 13), 1), (date(2026, 7, 14), 2), (date(2026, 10, 25), 1)])
def test_18_h_30_stays_18_h_30_after_the_clocks_change(day: date, offset: int) -> None:
    begins = datetime.combine(day, datetime(2000, 1, 1, 18, 30).time())
    event = read(replace(PLAIN, begins=begins))
    assert event.start.replace(tzinfo=None) == begins
    assert event.start.utcoffset() == timedelta(hours=offset)
    assert event.end - event.start == timedelta(minutes=85)


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Indian/Reunion", 4),
        ("America/Guadeloupe", -4),
        ("America/Martinique", -4),
        ("America/Cayenne", -3),
        ("Indian/Mayotte", 3),
    ],
)
def test_overseas_the_hour_is_the_commune_s_own(zone: str, offset: int) -> None:
    data = calendar_bytes([replace(PLAIN, zone=zone)], NOW)
    (event,) = events(data)
    assert event.start.utcoffset() == timedelta(hours=offset)
    assert f"TZID:{zone}".encode() in data, "the rules of the zone travel with the file"


def test_a_second_file_updates_the_first() -> None:
    first, second = read(PLAIN), read(replace(PLAIN, title="Reportée", sequence=7), NOW + timedelta(minutes=1))
    assert first["uid"] == second["uid"]
    assert (int(first["sequence"]), int(second["sequence"])) == (0, 7)
    assert second["dtstamp"].dt > first["dtstamp"].dt
    assert first["dtstamp"].dt.tzinfo is UTC or first["dtstamp"].dt.utcoffset() == timedelta(0)


def test_a_zone_travels_once_before_what_is_in_it_and_not_at_all_for_whole_days() -> None:
    day = replace(PLAIN, uid="deux@exemple.invalid", begins=date(2026, 5, 12), minutes=0)
    text = calendar_bytes([PLAIN, day, replace(PLAIN, uid="trois@exemple.invalid")], NOW).decode()
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert text.index("END:VTIMEZONE") < text.index("BEGIN:VEVENT")
    assert "DTSTART;TZID=Europe/Paris:20260512T183000" in text.splitlines()
    assert b"VTIMEZONE" not in calendar_bytes([day], NOW)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Mairie <a@exemple.fr>", "mailto:a@exemple.fr"),
        ("a@hôpital-exemple.fr / b@exemple.fr", "mailto:a@xn--hpital-exemple-0ob.fr"),
        ("a@exemple.fr.", "mailto:a@exemple.fr"),
        ("a%0d%0ax@exemple.fr", "mailto:a%250d%250ax@exemple.fr"),
        ("mairie@gueret", None),
        ("maïrie@exemple.fr", None),
        ("", None),
    ],
)
def test_only_an_address_is_an_organiser(typed: str, written: str | None) -> None:
    event = read(replace(PLAIN, organiser="Mairie de Guéret", organiser_email=typed))
    assert (str(event["organizer"]) if "organizer" in event else None) == written


def test_lines_are_folded_and_end_as_the_standard_wants() -> None:
    data = calendar_bytes([replace(PLAIN, title="é" * 200, description="Ligne\n" * 40)], NOW)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.decode("utf-8")
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_hostile_words_stay_words() -> None:
    text = "a,b;c\\d : « é »\nBEGIN:VEVENT\nUID:pirate\nEND:VEVENT \u202e"
    event = read(
        replace(
            PLAIN,
            title=text,
            place=text,
            description=text,
            organiser='M "le" maire; CN=x',
            organiser_email="a@exemple.fr",
        )
    )
    assert [str(event[name]) for name in ("summary", "location", "description")] == [text] * 3
    assert str(event["organizer"]) == "mailto:a@exemple.fr"


def test_a_meeting_of_the_dossier(sample: Store) -> None:
    meeting = planned(sample)
    event = read(meeting_event(sample.reader, meeting.id))
    assert event["summary"] == "Première rencontre avec les professionnels de santé, salle des associations"
    assert event.start.isoformat() == "2026-05-12T18:30:00+02:00"
    assert event.end.isoformat() == "2026-05-12T19:55:00+02:00"
    assert str(event["location"]).startswith("Salle des associations, 2, place de la Mairie")
    assert str(event["organizer"]) == "mailto:mairie@saint-exemple.invalid"
    assert event["organizer"].params["CN"] == "Mairie de Saint-Exemple"
    assert "1. Introduction (10 min)" in event["description"]
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(days=-1)
    assert str(event["uid"]).startswith(meeting.uid)


def test_a_meeting_without_an_hour_takes_the_day(sample: Store) -> None:
    update_meeting(sample, planned(sample).id, Change(Meeting, starts_at=None))
    event = read(meeting_event(sample.reader, planned(sample).id))
    assert (event.start, event.end) == (date(2026, 5, 12), date(2026, 5, 13))


def test_a_cancelled_meeting_is_withdrawn(sample: Store) -> None:
    meeting = planned(sample)
    update_meeting(sample, meeting.id, Change(Meeting, state=MeetingState.CANCELLED))
    event = read(meeting_event(sample.reader, meeting.id))
    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_every_due_date_and_meeting_once_under_a_name_of_its_own(sample: Store) -> None:
    found = events(calendar_bytes(all_events(sample.reader, TODAY), NOW))
    names = [str(event["uid"]) for event in found]
    assert len(set(names)) == len(names)
    own = sample.reader.one(Commune, 1).uid
    actions = [row for row in timeline(sample.reader, TODAY).actions() if row.is_open and (row.planned or row.due)]
    days = {
        f"action-{row.id}.{own}@sante100jours.invalid": row.planned or row.due
        for row in actions
        if row.meeting is None or row.meeting.held_on != row.planned
    }
    planned = {str(event["uid"]): event for event in found if str(event["uid"]).startswith("action-")}
    assert {name: event.start for name, event in planned.items()} == days
    assert len(days) > 5
    for event in planned.values():
        (alarm,) = event.walk("VALARM")
        assert alarm["trigger"].dt == timedelta(hours=-15), "nine in the morning of the day before"
    starts = [str(event.start) for event in found]
    assert starts == sorted(starts)


def test_a_commune_of_la_reunion_has_its_own_hour(sample: Store) -> None:
    with sample.write("Commune") as transaction:
        transaction.update(1, Change(Commune, department_code="974"))
    event = read(meeting_event(sample.reader, planned(sample).id))
    assert event.start.isoformat() == "2026-05-12T18:30:00+04:00"
