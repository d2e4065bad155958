"""What diaries hold: numbered anew each time, and withdrawn when it is gone from the dossier."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calendar_events import CalendarEvent, DiaryEntry
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.errors import UserError
from msp_desktop.services.diary import meetings_diary, note_diary, whole_diary
from msp_desktop.services.meetings import add_meeting, delete_meeting, set_meeting_state, update_meeting
from msp_desktop.services.timeline import add_action, delete_action, set_state, update_action
from tests.conftest import NOW, TODAY


@pytest.fixture
def meeting(store: Store) -> Meeting:
    meeting = add_meeting(store, "premiere-rencontre")
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 12), place="Préau"))
    return store.reader.one(Meeting, meeting.id)


def exported(store: Store, now: datetime = NOW) -> dict[str, CalendarEvent]:
    """Export the whole dossier and return its entries by the beginning of their names."""
    found = whole_diary(store.reader, now)
    note_diary(store, found)
    return {event.uid.partition(".")[0]: event for event in found}


def test_a_second_file_is_later_than_the_first_even_within_a_minute(store: Store, meeting: Meeting) -> None:
    first, second = exported(store), exported(store)
    assert set(first) == set(second)
    assert all(second[name].sequence > first[name].sequence for name in first)
    earlier = exported(store, NOW - timedelta(days=30))
    assert all(earlier[name].sequence > second[name].sequence for name in first)


def test_a_file_that_remembers_nothing_is_later_all_the_same(store: Store, meeting: Meeting) -> None:
    first = whole_diary(store.reader, NOW)
    second = whole_diary(store.reader, NOW + timedelta(minutes=1))
    assert second[0].sequence > first[0].sequence > 0


def test_what_is_deleted_after_a_file_is_withdrawn_in_the_next(store: Store, meeting: Meeting) -> None:
    own = add_action(store, "Visiter Valbourg", date(2026, 6, 17))
    before = exported(store)
    delete_action(store, own.id)
    delete_meeting(store, meeting.id)
    after = exported(store)
    for name in (f"action-{own.id}", before[next(name for name in before if name.startswith(meeting.uid))].uid):
        gone, was = after[name.partition(".")[0]], before[name.partition(".")[0]]
        assert gone.cancelled
        assert gone.sequence > was.sequence
        assert (gone.uid, gone.title, gone.begins, gone.zone) == (was.uid, was.title, was.begins, was.zone)
    assert sum(event.cancelled for event in after.values()) == 2
    assert {event.organiser for event in after.values() if event.minutes} == {"Mairie de Saint-Essai"}
    again = exported(store)
    assert again[f"action-{own.id}"].cancelled, "another diary may hold the first file and get this one"


def test_what_loses_its_date_or_its_object_is_withdrawn_and_comes_back(store: Store, meeting: Meeting) -> None:
    first, second = store.reader.all(Action, order="id")[:2]
    exported(store)
    update_action(store, first.id, Change(Action, planned_on=None, planned_start=None, due_on=None))
    set_state(store, second.id, ActionState.DROPPED, TODAY)
    set_meeting_state(store, meeting.id, MeetingState.CANCELLED)
    after = exported(store)
    names = {f"action-{first.id}", f"action-{second.id}", f"{meeting.uid}@sante100jours"}
    assert {name for name, event in after.items() if event.cancelled} == names
    assert next(event for name, event in after.items() if name.startswith(meeting.uid)).minutes == 85
    set_state(store, second.id, ActionState.TODO, TODAY)
    back = exported(store)[f"action-{second.id}"]
    assert not back.cancelled
    assert back.sequence > after[f"action-{second.id}"].sequence


def test_what_has_gone_by_rings_no_more(store: Store, meeting: Meeting) -> None:
    rings = {event.begins: event.alarm_days for event in exported(store).values()}
    assert rings.pop(datetime(2026, 5, 12, 18, 30)) == 1
    for day, alarm in rings.items():
        assert not isinstance(day, datetime)
        assert alarm == (1 if day >= TODAY else 0), day
    assert set(rings.values()) == {0, 1}


def test_nothing_is_withdrawn_that_no_diary_has(store: Store, meeting: Meeting) -> None:
    set_meeting_state(store, meeting.id, MeetingState.CANCELLED)
    set_state(store, store.reader.all(Action)[0].id, ActionState.DROPPED, TODAY)
    assert not any(event.cancelled for event in exported(store).values())


def test_what_is_done_stays_where_diaries_have_it(store: Store) -> None:
    action = store.reader.all(Action, order="id")[0]
    before = exported(store)[f"action-{action.id}"]
    set_state(store, action.id, ActionState.DONE, TODAY)
    after = exported(store)[f"action-{action.id}"]
    assert (after.begins, after.cancelled, after.alarm_days) == (before.begins, False, 0)
    assert after.title.startswith("Fait\u00a0: ")


def test_one_meeting_that_lost_its_date_is_withdrawn_by_itself(store: Store, meeting: Meeting) -> None:
    (event,) = meetings_diary(store.reader, (meeting.id,), NOW)
    note_diary(store, (event,))
    update_meeting(store, meeting.id, Change(Meeting, held_on=None))
    (gone,) = meetings_diary(store.reader, (meeting.id,), NOW)
    assert gone.cancelled
    assert (gone.uid, gone.begins) == (event.uid, event.begins)
    other = add_meeting(store, "premiere-rencontre")
    with pytest.raises(UserError):
        meetings_diary(store.reader, (other.id,), NOW)


def test_what_was_written_is_a_fact_no_step_to_undo(store: Store, meeting: Meeting) -> None:
    label = store.history.undo_label()
    exported(store)
    assert store.history.undo_label() == label
    assert len(store.reader.all(DiaryEntry)) == 11
    store.undo()
    assert len(store.reader.all(DiaryEntry)) == 11
