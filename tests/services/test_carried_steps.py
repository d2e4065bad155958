"""The open next steps of the last meeting are the first item of the next one, which says so."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState, NextStep
from msp_desktop.services import meetings, timeline
from msp_desktop.services.carried_steps import MINUTES, carried, carry, left_open, offer_words
from tests.conftest import TODAY


@pytest.fixture
def last(store: Store) -> Meeting:
    made = meetings.add_meeting(store, "premiere-rencontre")
    meetings.update_meeting(store, made.id, Change(Meeting, held_on=date(2026, 4, 21), state=MeetingState.HELD))
    meetings.add_next_step(store, made.id, "Relire l’état des lieux", "Mme Roche", date(2026, 5, 1))
    meetings.add_next_step(store, made.id, "Trouver une salle")
    return store.reader.one(Meeting, made.id)


def items(store: Store, meeting_id: int) -> list[AgendaItem]:
    return store.reader.all(AgendaItem, order="position, id", meeting_id=meeting_id)


def test_a_new_meeting_begins_with_what_the_last_one_left_open(store: Store, last: Meeting) -> None:
    made = meetings.add_meeting(store, "equipe")
    first, second, *_rest = items(store, made.id)
    assert first.title.replace("\u00a0", " ") == "Suites de la réunion du mardi 21 avril"
    assert first.content.replace("\u00a0", " ").splitlines() == [
        "Relire l’état des lieux, pour le 1er mai",
        "Trouver une salle",
    ]
    assert first.minutes == MINUTES
    assert "Mme Roche" in first.mayor_note
    assert "Mme Roche" not in first.content, "an agenda goes round"
    assert [item.position for item in items(store, made.id)] == list(range(1, 5))
    assert second.position == 2
    assert "2 suites ouvertes" in (store.history.undo_label() or "")
    store.undo()
    assert store.reader.find(Meeting, id=made.id) is None


def test_what_is_done_or_dropped_since_is_not_taken_up(store: Store, last: Meeting) -> None:
    meetings.next_steps_to_actions(store, last.id)
    first, second = store.reader.all(NextStep)
    assert first.action_id is not None
    timeline.set_state(store, first.action_id, ActionState.DONE, TODAY)
    made = meetings.add_meeting(store, "equipe")
    assert items(store, made.id)[0].content == "Trouver une salle"
    assert second.action_id is not None
    timeline.set_state(store, second.action_id, ActionState.DROPPED, TODAY)
    assert left_open(store.reader) is None
    assert store.reader.one(Action, second.action_id).state is ActionState.DROPPED
    assert not items(store, meetings.add_meeting(store, "equipe").id)[0].title.startswith("Suites de la réunion")


def test_where_others_read_the_agenda_it_is_offered_and_never_twice(store: Store, last: Meeting) -> None:
    made = meetings.add_meeting(store, "publique")
    assert not items(store, made.id)[0].title.startswith("Suites de la réunion")
    offered = carried(store.reader, made.id)
    assert offered is not None
    assert offer_words(offered) == "Commencer par les 2 suites ouvertes de la dernière réunion"
    carry(store, made.id)
    carry(store, made.id)
    titles = [item.title for item in items(store, made.id)]
    assert sum(title.startswith("Suites de la réunion") for title in titles) == 1
    assert carried(store.reader, made.id) is None
    store.undo()
    assert carried(store.reader, made.id) == offered


def test_only_the_last_meeting_held_counts(store: Store, last: Meeting) -> None:
    later = meetings.add_meeting(store, "partenaires")
    meetings.update_meeting(store, later.id, Change(Meeting, held_on=date(2026, 4, 24), state=MeetingState.HELD))
    assert left_open(store.reader) is None
    assert carried(store.reader, later.id) is None, "a meeting held takes up nothing"
    meetings.update_meeting(store, later.id, Change(Meeting, state=MeetingState.CANCELLED))
    found = left_open(store.reader)
    assert found is not None
    assert found.meeting_id == last.id
