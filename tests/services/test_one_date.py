"""A first meeting and the action that stands for it have one date, wherever it is changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calendar import is_working_day
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.schedule import planned_dates
from msp_desktop.method.timeline import kit_timeline
from msp_desktop.services import meetings, timeline
from msp_desktop.services.one_date import meeting_of
from tests.conftest import TODAY

MAY_12 = date(2026, 5, 12)


def first_meeting_action(store: Store) -> Action:
    found = store.reader.find(Action, kit_code="premiere-rencontre")
    assert found is not None
    return found


def held_on(store: Store, meeting: Meeting) -> date | None:
    return store.reader.one(Meeting, meeting.id).held_on


def on_may_12(store: Store) -> Meeting:
    meeting = meetings.add_meeting(store, "premiere-rencontre")
    meetings.update_meeting(store, meeting.id, Change(Meeting, held_on=MAY_12))
    return meeting


def test_the_action_has_the_date_of_its_meeting_and_one_undo_takes_both_back(store: Store) -> None:
    before = first_meeting_action(store)
    meeting = on_may_12(store)
    assert first_meeting_action(store).planned_on == MAY_12
    store.undo()
    assert held_on(store, meeting) is None
    assert first_meeting_action(store) == before


def test_the_meeting_has_the_date_of_its_action(store: Store) -> None:
    meeting = on_may_12(store)
    timeline.update_action(store, first_meeting_action(store).id, Change(Action, planned_on=date(2026, 5, 19)))
    assert held_on(store, meeting) == date(2026, 5, 19)
    timeline.replan(store, {first_meeting_action(store).id: date(2026, 9, 15)})
    assert held_on(store, meeting) == date(2026, 9, 15)


def test_what_was_done_or_held_is_left_where_it_was(store: Store) -> None:
    meeting = on_may_12(store)
    meetings.set_meeting_state(store, meeting.id, MeetingState.HELD)
    timeline.update_action(store, first_meeting_action(store).id, Change(Action, planned_on=date(2026, 5, 19)))
    assert held_on(store, meeting) == MAY_12
    timeline.set_state(store, first_meeting_action(store).id, ActionState.DONE, TODAY)
    again = meetings.add_meeting(store, "premiere-rencontre")
    meetings.update_meeting(store, again.id, Change(Meeting, held_on=date(2026, 6, 9)))
    assert first_meeting_action(store).planned_on == date(2026, 5, 19)


def test_a_meeting_cancelled_or_deleted_gives_way_to_the_next(store: Store) -> None:
    first = on_may_12(store)
    second = meetings.duplicate_meeting(store, first.id)
    meetings.update_meeting(store, second.id, Change(Meeting, held_on=date(2026, 6, 9)))
    assert first_meeting_action(store).planned_on == MAY_12
    meetings.set_meeting_state(store, first.id, MeetingState.CANCELLED)
    assert first_meeting_action(store).planned_on == date(2026, 6, 9)
    meetings.delete_meeting(store, second.id)
    assert meeting_of(store.reader, first_meeting_action(store)) is None


def test_other_meetings_stand_for_no_action(store: Store) -> None:
    before = store.reader.all(Action)
    other = meetings.add_meeting(store, "copil")
    meetings.update_meeting(store, other.id, Change(Meeting, held_on=MAY_12))
    assert store.reader.all(Action) == before


def test_the_timeline_says_which_meeting_it_is(store: Store) -> None:
    meeting = on_may_12(store)
    found = timeline.timeline(store.reader, TODAY).action(first_meeting_action(store).id)
    assert found is not None
    assert found.meeting is not None
    assert (found.meeting.id, found.meeting.held_on) == (meeting.id, MAY_12)


@pytest.mark.parametrize("department", ["23", "67", "974", "2A", ""])
def test_proposed_days_are_working_days_whenever_the_hundred_begin(department: str) -> None:
    for offset in range(0, 800, 3):
        day_zero = date(2026, 3, 15) + timedelta(offset)
        for kit in kit_timeline().actions:
            for day in (proposed := planned_dates(kit.planned_start, kit.planned_end, day_zero, department)):
                assert day.weekday() < 5
                assert is_working_day(day, department)
            assert day_zero <= proposed[0] <= proposed[1]


def test_moving_day_zero_proposes_working_days_again_and_moves_no_meeting_agreed(store: Store) -> None:
    on_may_12(store)
    zero = store.reader.one(Commune, 1).day_zero
    before = {action.kit_code: action for action in store.reader.all(Action)}
    for days in (1, 5, 13):
        timeline.move_day_zero(store, zero + timedelta(days))
        for action in store.reader.all(Action):
            if action.kit_code != "premiere-rencontre":
                assert action.planned_on is not None
                assert is_working_day(action.planned_on, "23")
                assert action.planned_on.weekday() < 5
    assert first_meeting_action(store).planned_on == MAY_12
    timeline.move_day_zero(store, zero)
    after = {action.kit_code: action for action in store.reader.all(Action)}
    assert after == before, "what was only proposed comes back where it was"
