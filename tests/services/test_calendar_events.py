"""What a dossier has for a calendar: its meetings with their agenda, the due dates of its actions."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.schemes import CLS, Standing
from msp_desktop.errors import UserError
from msp_desktop.services.calendar_events import all_events, meeting_event
from msp_desktop.services.calls import add_call, update_call
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.meetings import (
    add_meeting,
    add_next_step,
    delete_item,
    meeting_view,
    next_steps_to_actions,
    set_meeting_state,
    update_meeting,
)
from msp_desktop.services.schemes import set_standing
from msp_desktop.services.timeline import add_action, set_state, timeline, update_action
from tests.conftest import TODAY


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
    assert not any(event.minutes for event in all_events(store.reader, TODAY))


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
    events = all_events(store.reader, TODAY)
    assert len(events) == 11
    assert len({event.uid for event in events}) == 11
    assert [str(event.begins) for event in events] == sorted(str(event.begins) for event in events)


def test_the_days_are_those_of_the_printed_calendar_and_the_words_a_mayor_s(store: Store) -> None:
    found = {event.uid.partition(".")[0]: event for event in all_events(store.reader, TODAY)}
    for action in store.reader.all(Action):
        assert found[f"action-{action.id}"].begins == action.planned_on
    titles = [event.title for event in found.values()]
    assert "Contacter la fédération régionale" in titles
    assert not any("chéance" in title for title in titles)


def test_the_town_s_own_actions_are_there_too(store: Store) -> None:
    own = add_action(store, "visiter la maison de santé de Valbourg", date(2026, 6, 17))
    undated = add_action(store, "Un jour", None)
    found = {event.uid.partition(".")[0]: event for event in all_events(store.reader, TODAY)}
    event = found[f"action-{own.id}"]
    assert (event.title, event.begins) == ("Visiter la maison de santé de Valbourg", date(2026, 6, 17))
    assert f"action-{undated.id}" not in found


def test_an_action_that_stands_for_a_meeting_is_its_meeting(store: Store, meeting: Meeting) -> None:
    stands = next(action for action in timeline(store.reader, TODAY).actions() if action.meeting is not None)
    assert stands.meeting is not None
    assert stands.meeting.id == meeting.id
    names = [event.uid.partition(".")[0] for event in all_events(store.reader, TODAY)]
    assert f"action-{stands.id}" not in names
    assert sum(event.begins == datetime(2026, 5, 12, 18, 30) for event in all_events(store.reader, TODAY)) == 1


def test_what_the_minutes_and_the_journal_promise_has_its_day(store: Store, meeting: Meeting) -> None:
    waits = add_next_step(store, meeting.id, "Appeler\nl’ARS", "Mme Roche", date(2026, 6, 2))
    add_next_step(store, meeting.id, "Un jour")
    with store.write("Journal") as tx:
        for done_on in (None, date(2026, 5, 2)):
            tx.insert(
                Exchange(held_on=date(2026, 4, 24), with_whom="la CPAM", next_step="Rappeler Mme Roux",
                         next_step_on=date(2026, 5, 4), next_step_done_on=done_on)
            )  # fmt: skip
    found = {event.uid.partition(".")[0]: event for event in all_events(store.reader, TODAY)}
    step = found[f"step-{waits.id}"]
    assert (step.title, step.begins) == ("Appeler l’ARS", date(2026, 6, 2))
    assert step.description == (
        "Qui\u00a0: Mme Roche\nSuite de la réunion\u00a0: première rencontre avec les professionnels de santé"
    )
    (promised,) = [event for name, event in found.items() if name.startswith("exchange")]
    assert (promised.title, promised.begins) == ("Rappeler Mme Roux", date(2026, 5, 4))
    assert promised.description == "Après l’échange du vendredi\u00a024\u00a0avril 2026 avec la CPAM"
    assert next_steps_to_actions(store, meeting.id) == 2
    after = [event for event in all_events(store.reader, TODAY) if event.title == "Appeler l’ARS"]
    assert [event.uid.partition("-")[0] for event in after] == ["action"]


def test_what_is_done_or_dropped_is_no_new_entry(store: Store) -> None:
    done, dropped, todo = store.reader.all(Action, order="id")[:3]
    set_state(store, done.id, ActionState.DONE, TODAY)
    set_state(store, dropped.id, ActionState.DROPPED, TODAY)
    update_action(store, todo.id, Change(Action, assignee="Mme Roche"))
    events = {event.uid.split(".")[0]: event for event in all_events(store.reader, TODAY)}
    assert f"action-{done.id}" not in events, "what is done is no new entry"
    assert f"action-{dropped.id}" not in events
    assert (events[f"action-{todo.id}"].alarm_days, events[f"action-{todo.id}"].cancelled) == (1, False)
    assert "Qui\u00a0: Mme Roche" in events[f"action-{todo.id}"].description


def test_what_is_done_stays_on_its_day_where_diaries_have_it(store: Store) -> None:
    done = store.reader.all(Action, order="id")[0]
    (uid,) = [event.uid for event in all_events(store.reader, TODAY) if event.uid.startswith(f"action-{done.id}.")]
    set_state(store, done.id, ActionState.DONE, TODAY)
    (event,) = [event for event in all_events(store.reader, TODAY, {uid}) if event.uid == uid]
    assert (event.title, event.begins) == ("Fait\u00a0: contacter la fédération régionale", done.planned_on)
    assert event.alarm_days == 0


def test_the_title_says_where_as_one_says_it(store: Store, meeting: Meeting) -> None:
    title = "Première rencontre avec les professionnels de santé"
    assert meeting_event(store.reader, meeting.id).title == f"{title}, Préau", "it may be a name"
    update_meeting(store, meeting.id, Change(Meeting, place="Salle des associations"))
    assert meeting_event(store.reader, meeting.id).title == f"{title}, salle des associations"
    update_meeting(store, meeting.id, Change(Meeting, place="", title=title))
    assert meeting_event(store.reader, meeting.id).title == title
    update_meeting(store, meeting.id, Change(Meeting, place="Mairie", title="Réunion à la mairie"))
    assert meeting_event(store.reader, meeting.id).title == "Réunion à la mairie"


def test_an_hour_of_the_clock_keeps_its_minutes(store: Store, meeting: Meeting) -> None:
    update_meeting(store, meeting.id, Change(Meeting, starts_at=time(9, 5)))
    assert meeting_event(store.reader, meeting.id).begins == datetime(2026, 5, 12, 9, 5)


def test_a_call_to_answer_is_there_on_its_closing_day_and_rings_on_its_reminder(store: Store) -> None:
    call = add_call(store, "prévention en milieu rural")
    update_call(store, call.id, Change(Call, closes_on=date(2026, 6, 12), funder="ARS", where="son site"), TODAY)
    assert not [one for one in all_events(store.reader, TODAY) if one.uid.startswith("call-")]
    set_standing(store, CLS, Standing.JOINED)
    (event,) = [one for one in all_events(store.reader, TODAY) if one.uid.startswith("call-")]
    assert (event.begins, event.alarm_days) == (date(2026, 6, 12), 21)
    assert event.title == "Clôture de l’appel\u00a0: prévention en milieu rural"
    assert event.description == "Financeur\u00a0: ARS\nOù se renseigner\u00a0: son site"
    update_call(store, call.id, Change(Call, state=CallState.SENT), TODAY)
    assert not [one for one in all_events(store.reader, TODAY) if one.uid.startswith("call-")]
