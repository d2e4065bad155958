"""Meetings: made from the method's templates, prepared, held, written up; each act one step to undo."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.agenda import MeetingView, Verdict
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingState,
    NextStep,
    Party,
    Preparation,
    Reply,
)
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.meetings import (
    LONGEST,
    add_item,
    add_meeting,
    add_next_step,
    add_preparation,
    delete_item,
    delete_meeting,
    delete_next_step,
    duplicate_meeting,
    end_meeting,
    following_meeting,
    invite,
    meeting_lines,
    meeting_view,
    move_item,
    next_steps_to_actions,
    remove_guests,
    set_meeting_state,
    set_present,
    set_reply,
    tick_preparation,
    update_item,
    update_meeting,
    update_next_step,
)
from msp_desktop.services.people import add_person, delete_person

FIRST = "premiere-rencontre"


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """A first meeting as the method proposes it."""
    return add_meeting(store, FIRST)


def seen(store: Store, meeting: Meeting) -> MeetingView:
    return meeting_view(store.reader, meeting.id)


def titles(store: Store, meeting: Meeting) -> list[str]:
    return [view.item.title for view in seen(store, meeting).items]


def people(store: Store, count: int) -> list[int]:
    return [add_person(store, Person(last_name=f"Nom{number}")).id for number in range(count)]


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


# --- made from a template -----------------------------------------------------------------------------


def test_the_first_meeting_has_the_method_s_five_points_within_the_time_advised(store: Store, meeting: Meeting) -> None:
    view = seen(store, meeting)
    assert [view.item.minutes for view in view.items] == [10, 25, 15, 25, 10]
    assert view.total == 85
    assert view.verdict is Verdict.ADVISED
    assert view.meeting.starts_at == time(18, 30)
    assert view.ends == time(19, 55)


def test_the_first_meeting_is_prepared_by_three(store: Store, meeting: Meeting) -> None:
    three = {Party.FEDERATION, Party.MUNICIPAL_TEAM, Party.PROJECT_LEAD}
    assert {row.party for row in seen(store, meeting).preparations} == three
    assert not any(row.done for row in seen(store, meeting).preparations)


@pytest.mark.parametrize("kind", [kind.code for kind in kit_meetings().kinds])
def test_every_kind_of_meeting_can_be_made_and_undone(store: Store, kind: str) -> None:
    before = dump(store)
    meeting = add_meeting(store, kind)
    view = seen(store, meeting)
    assert view.items
    assert all(item.begins is not None for item in view.items)
    kit = kit_meetings().kind(kind)
    assert (view.preparations != ()) is (kit.prepared_by_three or bool(kit.preparations))
    store.undo()
    assert dump(store) == before


def test_two_meetings_never_bear_the_same_mark_in_a_calendar(store: Store, meeting: Meeting) -> None:
    assert add_meeting(store, FIRST).uid != meeting.uid
    assert meeting.uid


# --- the meeting --------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ["", "   "])
def test_a_meeting_keeps_a_title(store: Store, meeting: Meeting, title: str) -> None:
    with pytest.raises(UserError):
        update_meeting(store, meeting.id, Change(Meeting, title=title))
    assert seen(store, meeting).meeting.title == meeting.title


def test_a_day_chosen_is_named_in_the_undo_menu(store: Store, meeting: Meeting) -> None:
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 12)))
    assert "mardi\u00a012\u00a0mai" in (store.history.undo_label() or "")


def test_a_day_taken_back_is_no_day(store: Store, meeting: Meeting) -> None:
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 12)))
    update_meeting(store, meeting.id, Change(Meeting, held_on=None))
    assert seen(store, meeting).meeting.held_on is None


@pytest.mark.parametrize("state", list(MeetingState))
def test_a_meeting_is_planned_held_or_cancelled(store: Store, meeting: Meeting, state: MeetingState) -> None:
    set_meeting_state(store, meeting.id, state)
    assert seen(store, meeting).meeting.state is state


def test_a_meeting_deleted_goes_with_all_it_had_and_comes_back_whole(store: Store, meeting: Meeting) -> None:
    invite(store, meeting.id, people(store, 2))
    add_next_step(store, meeting.id, "Se revoir")
    before = dump(store)
    delete_meeting(store, meeting.id)
    assert meeting_lines(store.reader) == []
    for record in (AgendaItem, Attendance, Preparation, NextStep):
        assert store.reader.all(record) == []
    with pytest.raises(KeyError):
        meeting_view(store.reader, meeting.id)
    store.undo()
    assert dump(store) == before


def test_the_same_meeting_again_has_a_mark_of_its_own_and_nothing_that_was_said(store: Store, meeting: Meeting) -> None:
    (guest,) = people(store, 1)
    invite(store, meeting.id, [guest])
    set_reply(store, seen(store, meeting).guests[0].id, Reply.COMING)
    tick_preparation(store, seen(store, meeting).preparations[0].id, True)
    item = seen(store, meeting).items[0]
    update_item(store, item.id, Change(AgendaItem, discussion="dit", mayor_note="à part soi", title="Accueil"))
    update_meeting(
        store, meeting.id, Change(Meeting, place="Préau", held_on=date(2026, 5, 12), summary="résumé", reference="A-1")
    )
    again = seen(store, duplicate_meeting(store, meeting.id))
    assert again.meeting.uid not in ("", meeting.uid)
    assert again.meeting.place == "Préau"
    assert (again.meeting.held_on, again.meeting.summary, again.meeting.reference) == (None, "", "")
    assert next((view.item.title, view.item.discussion, view.item.mayor_note) for view in again.items) == (
        "Accueil",
        "",
        "",
    )
    assert [(view.person.id, view.reply) for view in again.guests] == [(guest, Reply.NONE)]
    assert not any(row.done for row in again.preparations)
    assert len(again.preparations) == len(seen(store, meeting).preparations)


def test_ending_a_meeting_counts_who_was_there(store: Store, meeting: Meeting) -> None:
    invite(store, meeting.id, people(store, 4))
    for guest, present in zip(seen(store, meeting).guests, (Tri.YES, Tri.NO, Tri.YES, Tri.UNKNOWN), strict=True):
        set_present(store, guest.id, present)
    end_meeting(store, meeting.id, datetime(2026, 5, 12, 20, 10))
    ended = seen(store, meeting).meeting
    assert (ended.state, ended.ended_at, ended.present_count) == (MeetingState.HELD, time(20, 10), 2)
    assert [guest.present for guest in seen(store, meeting).guests] == [Tri.YES, Tri.NO, Tri.YES, Tri.NO]


def test_where_nobody_was_ticked_the_number_is_not_known_rather_than_none(store: Store, meeting: Meeting) -> None:
    end_meeting(store, meeting.id, datetime(2026, 5, 12, 20))
    assert seen(store, meeting).meeting.present_count is None


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (datetime(2026, 5, 12, 20, 10), time(20, 10)),
        (datetime(2026, 5, 13, 0, 5), time(0, 5)),
        (datetime(2026, 5, 12, 9, 0), None),
        (datetime(2026, 5, 13, 9, 0), None),
    ],
)
def test_the_end_is_noted_in_the_room_and_not_where_notes_are_written_up(
    store: Store, meeting: Meeting, now: datetime, end: time | None
) -> None:
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 5, 12), starts_at=time(18, 30)))
    end_meeting(store, meeting.id, now)
    assert seen(store, meeting).meeting.ended_at == end


# --- the agenda -----------------------------------------------------------------------------------------


def test_a_new_point_goes_before_the_conclusion(store: Store, meeting: Meeting) -> None:
    last = titles(store, meeting)[-1]
    item = add_item(store, meeting.id)
    assert titles(store, meeting)[-2:] == [item.title, last]
    assert [view.item.position for view in seen(store, meeting).items] == [1, 2, 3, 4, 5, 6]


def test_a_new_point_opens_an_empty_agenda(store: Store, meeting: Meeting) -> None:
    for view in seen(store, meeting).items:
        delete_item(store, view.id)
    assert (seen(store, meeting).total, seen(store, meeting).ends) == (0, time(18, 30))
    add_item(store, meeting.id)
    assert [view.begins for view in seen(store, meeting).items] == [time(18, 30)]


def test_after_a_point_is_deleted_new_ones_still_find_their_place(store: Store, meeting: Meeting) -> None:
    delete_item(store, seen(store, meeting).items[1].id)
    add_item(store, meeting.id)
    add_item(store, meeting.id)
    assert [view.item.position for view in seen(store, meeting).items] == [1, 2, 3, 4, 5, 6]
    assert titles(store, meeting)[-1] == "Conclusion et suites"


def test_points_move_up_and_down_and_stay_at_the_ends(store: Store, meeting: Meeting) -> None:
    before = titles(store, meeting)
    first, second = seen(store, meeting).items[:2]
    move_item(store, first.id, -1)
    assert titles(store, meeting) == before
    move_item(store, first.id, 1)
    assert titles(store, meeting)[:2] == before[1::-1]
    move_item(store, second.id, 1)
    assert titles(store, meeting) == before
    move_item(store, seen(store, meeting).items[-1].id, 1)
    assert titles(store, meeting) == before


def test_a_move_at_the_end_leaves_nothing_to_undo(store: Store, meeting: Meeting) -> None:
    label = store.history.undo_label()
    move_item(store, seen(store, meeting).items[0].id, -1)
    assert store.history.undo_label() == label


@pytest.mark.parametrize("minutes", [0, -5, LONGEST + 1])
def test_a_point_lasts_from_one_minute_to_eight_hours(store: Store, meeting: Meeting, minutes: int) -> None:
    item = seen(store, meeting).items[0]
    with pytest.raises(UserError):
        update_item(store, item.id, Change(AgendaItem, minutes=minutes))
    assert seen(store, meeting).items[0].item.minutes == 10


@pytest.mark.parametrize("minutes", [1, LONGEST])
def test_both_ends_are_allowed(store: Store, meeting: Meeting, minutes: int) -> None:
    update_item(store, seen(store, meeting).items[0].id, Change(AgendaItem, minutes=minutes))
    assert seen(store, meeting).items[0].item.minutes == minutes


def test_a_longer_point_moves_the_hours_of_the_next_ones(store: Store, meeting: Meeting) -> None:
    update_item(store, seen(store, meeting).items[0].id, Change(AgendaItem, minutes=30))
    view = seen(store, meeting)
    assert view.items[1].begins == time(19)
    assert (view.total, view.verdict) == (105, Verdict.LONG)


def test_a_point_keeps_a_title(store: Store, meeting: Meeting) -> None:
    with pytest.raises(UserError):
        update_item(store, seen(store, meeting).items[0].id, Change(AgendaItem, title=" "))


# --- guests -----------------------------------------------------------------------------------------------


def test_guests_are_invited_once_in_the_order_chosen(store: Store, meeting: Meeting) -> None:
    one, two, three = people(store, 3)
    invite(store, meeting.id, [two, one, two])
    invite(store, meeting.id, [one, three])
    assert [guest.person.id for guest in seen(store, meeting).guests] == [two, one, three]


def test_inviting_who_is_invited_is_no_step(store: Store, meeting: Meeting) -> None:
    invite(store, meeting.id, people(store, 1))
    label = store.history.undo_label()
    invite(store, meeting.id, [seen(store, meeting).guests[0].person.id])
    invite(store, meeting.id, [])
    assert store.history.undo_label() == label


def test_homonyms_are_two_guests(store: Store, meeting: Meeting) -> None:
    twins = [add_person(store, Person(first_name="Anne", last_name="Roche")).id for _time in range(2)]
    invite(store, meeting.id, twins)
    set_reply(store, seen(store, meeting).guests[1].id, Reply.COMING)
    assert [(guest.name, guest.reply) for guest in seen(store, meeting).guests] == [
        ("Anne Roche", Reply.NONE),
        ("Anne Roche", Reply.COMING),
    ]


def test_a_guest_is_shown_with_what_they_are(store: Store, meeting: Meeting) -> None:
    doctor = add_professional(
        store, Person(civility="Mme", last_name="Fontanel"), {"profession": "infirmier", "town": "Évaux"}
    )
    mayor = add_person(store, Person(last_name="Faure", function="Maire", category=Category.ELECTED))
    body = add_person(store, Person(organisation="CPAM de la Creuse"))
    clerk = add_person(store, Person(last_name="Petit", organisation="CPTS du Val"))
    invite(store, meeting.id, [doctor.person_id, mayor.id, body.id, clerk.id])
    assert [guest.detail for guest in seen(store, meeting).guests] == ["infirmière, Évaux", "Maire", "", "CPTS du Val"]


def test_one_guest_alone_can_be_looked_at(store: Store, meeting: Meeting) -> None:
    one, two = people(store, 2)
    invite(store, meeting.id, [one, two])
    assert [guest.person.id for guest in meeting_view(store.reader, meeting.id, two).guests] == [two]


def test_guests_taken_off_stay_in_the_directory(store: Store, meeting: Meeting) -> None:
    invite(store, meeting.id, people(store, 3))
    guests = seen(store, meeting).guests
    remove_guests(store, [guests[0].id, guests[2].id])
    assert [guest.id for guest in seen(store, meeting).guests] == [guests[1].id]
    assert len(store.reader.all(Person)) == 3
    store.undo()
    assert seen(store, meeting).guests == guests


def test_a_person_deleted_is_no_guest_any_more(store: Store, meeting: Meeting) -> None:
    (one,) = people(store, 1)
    invite(store, meeting.id, [one])
    delete_person(store, one)
    assert seen(store, meeting).guests == ()


def test_the_list_of_guests_of_another_meeting_is_left_alone(store: Store, meeting: Meeting) -> None:
    other = add_meeting(store, FIRST)
    (one,) = people(store, 1)
    invite(store, meeting.id, [one])
    assert seen(store, other).guests == ()


# --- preparation, minutes ---------------------------------------------------------------------------------


def test_what_a_party_prepares_is_added_and_ticked(store: Store, meeting: Meeting) -> None:
    add_preparation(store, meeting.id, Party.FEDERATION, "  Prévoir le café ")
    added = seen(store, meeting).preparations[-1]
    assert (added.text, added.party, added.done) == ("Prévoir le café", Party.FEDERATION, False)
    tick_preparation(store, added.id, True)
    assert seen(store, meeting).preparations[-1].done
    tick_preparation(store, added.id, False)
    assert not seen(store, meeting).preparations[-1].done


def test_nothing_to_prepare_and_no_next_step_are_said(store: Store, meeting: Meeting) -> None:
    with pytest.raises(UserError):
        add_preparation(store, meeting.id, Party.FEDERATION, "  ")
    with pytest.raises(UserError):
        add_next_step(store, meeting.id, "")


@pytest.mark.parametrize(
    ("due", "phase"),
    [(date(2026, 3, 1), 1), (date(2026, 4, 21), 1), (date(2026, 4, 22), 2), (None, 3), (date(2026, 9, 1), 4)],
)
def test_a_next_step_becomes_an_action_in_the_phase_of_its_date(
    store: Store, meeting: Meeting, due: date | None, phase: int
) -> None:
    add_next_step(store, meeting.id, "Visiter le local", "Nadia Roche", due)
    assert next_steps_to_actions(store, meeting.id) == 1
    action = store.reader.all(Action, order="id DESC", limit=1)[0]
    assert (action.title, action.phase, action.planned_on) == ("Visiter le local", phase, due)
    assert action.assignee == "Nadia Roche"
    assert seen(store, meeting).next_steps[0].action_id == action.id


def test_the_action_stays_when_the_next_step_goes(store: Store, meeting: Meeting) -> None:
    add_next_step(store, meeting.id, "Visiter le local")
    next_steps_to_actions(store, meeting.id)
    actions = store.reader.all(Action)
    delete_next_step(store, seen(store, meeting).next_steps[0].id)
    assert seen(store, meeting).next_steps == ()
    assert store.reader.all(Action) == actions


def test_a_next_step_can_be_changed_and_each_becomes_its_own_action(store: Store, meeting: Meeting) -> None:
    for text in ("Un", "Deux"):
        add_next_step(store, meeting.id, text)
    update_next_step(
        store, seen(store, meeting).next_steps[1].id, Change(NextStep, text="Trois", due_on=date(2026, 5, 1))
    )
    assert next_steps_to_actions(store, meeting.id) == 2
    own = store.reader.all(Action, order="id", kit_code=None)
    assert [(row.title, row.phase) for row in own] == [("Un", 3), ("Trois", 2)]
    assert next_steps_to_actions(store, meeting.id) == 0


def test_the_next_meeting_is_the_first_one_planned_after(store: Store, meeting: Meeting) -> None:
    days = (date(2026, 9, 1), date(2026, 7, 1), date(2026, 1, 1), None)
    for day in days:
        update_meeting(store, add_meeting(store, "copil").id, Change(Meeting, held_on=day))
    update_meeting(store, meeting.id, Change(Meeting, held_on=date(2026, 6, 1)))
    found = following_meeting(store.reader, seen(store, meeting).meeting)
    assert found is not None
    assert found.held_on == date(2026, 7, 1)
    update_meeting(store, meeting.id, Change(Meeting, held_on=None))
    assert following_meeting(store.reader, seen(store, meeting).meeting) is None


def test_a_body_invited_has_its_person(store: Store) -> None:
    with store.write("Annuaire") as tx:
        body = tx.insert(Person(organisation="CPTS du Val"))
        crowd = tx.insert(Person(organisation="EPCI"))
        speaker = tx.insert(Person(civility="Mme", last_name="Roux", body_id=body.id))
        for name in ("Un", "Deux"):
            tx.insert(Person(last_name=name, body_id=crowd.id))
    meeting = add_meeting(store, "equipe")
    invite(store, meeting.id, [body.id, crowd.id, speaker.id])
    guests = meeting_view(store.reader, meeting.id).guests
    assert [(guest.name, guest.detail) for guest in guests] == [("Mme Roux", "CPTS du Val"), ("EPCI", "")]
    assert guests[0].person.organisation == "CPTS du Val"
