"""What each dossier has due, read as it lies."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.week import DueKind
from msp_desktop.services.communication import add_communication
from msp_desktop.services.journal import begin_exchange, finish
from msp_desktop.services.vigilance_facts import standing
from msp_desktop.services.week import town_at, town_week, towns_week
from tests.conftest import TODAY


def test_where_a_town_is_and_what_it_has_due(sample: Store) -> None:
    found = town_week(sample.reader, "/saint-exemple.msp100", TODAY)
    assert (found.name, found.department, found.problem) == ("Saint-Exemple", "Creuse", "")
    assert found.meeting_on == date(2026, 5, 12)
    assert found.vigilances == standing(sample.reader, TODAY)
    assert {one.town for one in found.due} == {"Saint-Exemple"}
    kinds = {one.kind for one in found.due}
    assert {DueKind.ACTION, DueKind.MEETING, DueKind.STEP, DueKind.FOLLOW_UP} <= kinds


def test_the_action_that_a_meeting_stands_for_is_told_once(sample: Store) -> None:
    found = town_week(sample.reader, "/saint-exemple.msp100", TODAY)
    on_the_day = [one for one in found.due if one.day == date(2026, 5, 12)]
    assert [one.kind for one in on_the_day] == [DueKind.MEETING]
    assert on_the_day[0].at is not None


def test_what_is_done_cancelled_or_published_is_not_due(sample: Store) -> None:
    with sample.write("") as transaction:
        for action in transaction.all(Action):
            transaction.update(action.id, Change(Action, state=ActionState.DONE, done_on=TODAY))
        for meeting in transaction.all(Meeting):
            transaction.update(meeting.id, Change(Meeting, state=MeetingState.CANCELLED))
        for row in transaction.all(Communication):
            transaction.update(row.id, Change(Communication, state=CommunicationState.PUBLISHED, published_on=TODAY))
        for exchange in transaction.all(Exchange):
            transaction.update(exchange.id, Change(Exchange, next_step_done_on=TODAY))
        for call in transaction.all(Call):
            transaction.update(call.id, Change(Call, state=CallState.SENT))
    found = town_week(sample.reader, "/saint-exemple.msp100", TODAY)
    assert {one.kind for one in found.due} <= {DueKind.STEP}
    assert (found.coming, found.meeting_on, found.follow_ups) == (None, None, ())


def test_a_call_to_answer_is_due_on_its_reminder_with_its_funder_and_closing_day(sample: Store) -> None:
    due = [one for one in town_week(sample.reader, "/a", TODAY).due if one.kind is DueKind.CALL]
    assert [(one.day, one.title) for one in due] == [
        (date(2026, 5, 15), "Appel\u00a0: prévention et promotion de la santé en milieu rural"),
        (date(2026, 7, 9), "Appel\u00a0: lieux d’accueil des internes en zone rurale"),
    ]
    assert due[0].detail == "Agence régionale de santé (ARS), clôture le 5\u00a0juin"


def test_a_follow_up_and_a_message_have_their_day(sample: Store) -> None:
    day = TODAY + timedelta(2)
    begun = begin_exchange(
        sample, Exchange(held_on=TODAY, with_whom="M. Untel", next_step="Rappeler", next_step_on=day, draft=True)
    )
    assert not [one for one in town_week(sample.reader, "/a", TODAY).due if one.title == "Rappeler"]
    finish(sample, begun.id)
    message = add_communication(sample, "Où en est-on", for_residents=True)
    with sample.write("") as transaction:
        transaction.update(message.id, Change(Communication, due_on=day, channel="bulletin"))
    due = [one for one in town_week(sample.reader, "/a", TODAY).due if one.day == day]
    assert {(one.kind, one.title) for one in due} >= {
        (DueKind.FOLLOW_UP, "Rappeler"),
        (DueKind.MESSAGE, "Où en est-on"),
    }


def test_after_the_hundred_days_what_is_overdue_is_one_count_and_not_a_wall(sample: Store) -> None:
    found = town_week(sample.reader, "/a", TODAY + timedelta(150))
    assert found.overdue > 1
    assert not [one for one in found.due if one.kind is DueKind.ACTION and one.day < TODAY]


def test_each_dossier_is_read_in_its_place_and_one_that_is_not_there_says_so(sample: Store, tmp_path: Path) -> None:
    path = sample.path
    close_dossier(sample)
    absent = tmp_path / "absent.msp100"
    first, second = towns_week([absent, path], TODAY)
    assert first.name == "absent"
    assert "absent.msp100" in first.problem
    assert second == town_at(path, TODAY)
    assert not second.problem


def test_a_file_named_twice_in_two_ways_is_one_town(sample: Store, tmp_path: Path) -> None:
    path, absent = sample.path, tmp_path / "absent.msp100"
    close_dossier(sample)
    ways = [path, absent, path.parent / "." / path.name, path.parent / ".." / path.parent.name / path.name, absent]
    assert [one.path for one in towns_week(ways, TODAY)] == [str(path), str(absent)]
