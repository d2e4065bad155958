"""What a dossier has for a calendar: its meetings with their agenda, the due dates of its actions."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.errors import UserError
from msp_desktop.services.calendar_events import all_events, meeting_event
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.meetings import add_meeting, delete_item, meeting_view, set_meeting_state, update_meeting
from msp_desktop.services.timeline import set_state, update_action
from tests.conftest import NOW, TODAY


@pytest.fixture
def meeting(store: Store) -> Meeting:
    meeting = add_meeting(store, "premiere-rencontre")
    where = Change(Meeting, held_on=date(2026, 5, 12), place="Préau", place_details="2, rue du Lavoir\nrez")
    update_meeting(store, meeting.id, where)
    return meeting


def test_a_meeting_is_an_event_of_the_length_of_its_agenda(store: Store, meeting: Meeting) -> None:
    event = meeting_event(store.reader, meeting.id)
    assert (event.begins, event.minutes, event.zone) == (datetime(2026, 5, 12, 18, 30), 85, "Europe/Paris")
    assert event.place == "Préau, 2, rue du Lavoir, rez"
    assert event.description.splitlines()[:2] == ["Ordre du jour\u00a0:", "1. Introduction (10 min)"]
    assert event.alarm_days == 1
    assert event.uid.startswith(meeting.uid)


def test_without_an_hour_it_is_a_whole_day(store: Store, meeting: Meeting) -> None:
    update_meeting(store, meeting.id, Change(Meeting, starts_at=None))
    event = meeting_event(store.reader, meeting.id)
    assert (event.begins, event.minutes) == (date(2026, 5, 12), 0)


def test_an_empty_agenda_lasts_an_hour_and_a_half(store: Store, meeting: Meeting) -> None:
    for view in meeting_view(store.reader, meeting.id).items:
        delete_item(store, view.id)
    event = meeting_event(store.reader, meeting.id)
    assert (event.minutes, event.description) == (90, "")


def test_a_meeting_without_a_day_is_no_event(store: Store, meeting: Meeting) -> None:
    update_meeting(store, meeting.id, Change(Meeting, held_on=None))
    with pytest.raises(UserError):
        meeting_event(store.reader, meeting.id)
    assert not any(event.minutes for event in all_events(store.reader, NOW))


def test_a_meeting_cancelled_is_withdrawn(store: Store, meeting: Meeting) -> None:
    set_meeting_state(store, meeting.id, MeetingState.CANCELLED)
    assert meeting_event(store.reader, meeting.id).cancelled


@pytest.mark.parametrize(
    ("department", "name", "zone", "organiser"),
    [
        ("974", "Saint-Denis", "Indian/Reunion", "Mairie de Saint-Denis"),
        ("76", "Le Havre", "Europe/Paris", "Mairie du Havre"),
    ],
)
def test_hours_are_those_of_the_town(
    store: Store, meeting: Meeting, department: str, name: str, zone: str, organiser: str
) -> None:
    update_commune(store, Change(Commune, department_code=department, name=name))
    event = meeting_event(store.reader, meeting.id)
    assert (event.zone, event.organiser) == (zone, organiser)


def test_every_due_date_is_a_whole_day_once_and_all_are_in_order(store: Store, meeting: Meeting) -> None:
    events = all_events(store.reader, NOW)
    assert len(events) == 12
    assert len({event.uid for event in events}) == 12
    assert [str(event.begins) for event in events] == sorted(str(event.begins) for event in events)
    assert sum(event.title.startswith("Échéance\u00a0:") for event in events) == 11


def test_what_is_done_rings_no_more_and_what_is_dropped_is_withdrawn(store: Store) -> None:
    done, dropped, todo = store.reader.all(Action, order="id")[:3]
    set_state(store, done.id, ActionState.DONE, TODAY)
    set_state(store, dropped.id, ActionState.DROPPED, TODAY)
    update_action(store, todo.id, Change(Action, assignee="Mme Roche"))
    events = {event.uid.split(".")[0]: event for event in all_events(store.reader, NOW)}
    assert events[f"action-{done.id}"].title.startswith("Fait\u00a0:")
    assert events[f"action-{done.id}"].alarm_days == 0
    assert events[f"action-{dropped.id}"].cancelled
    assert (events[f"action-{todo.id}"].alarm_days, events[f"action-{todo.id}"].cancelled) == (1, False)
    assert "Qui\u00a0: Mme Roche" in events[f"action-{todo.id}"].description


def test_an_hour_of_the_clock_keeps_its_minutes(store: Store, meeting: Meeting) -> None:
    update_meeting(store, meeting.id, Change(Meeting, starts_at=time(9, 5)))
    assert meeting_event(store.reader, meeting.id).begins == datetime(2026, 5, 12, 9, 5)
