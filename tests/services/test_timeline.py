"""The timeline, what shows an action done, and people deleted or renamed everywhere."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState, MeetingPlace
from msp_desktop.domain.calendar import is_working_day, public_holidays, working_day_before
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.roles import Role, Share
from msp_desktop.domain.schedule import overdue_after_the_end, phase_of_day, proposed_dates
from msp_desktop.errors import UserError
from msp_desktop.services import (
    communication,
    journal,
    meetings,
    missions,
    people,
    referent,
    roles,
    small_forms,
    timeline,
)
from msp_desktop.services.evidence import shows_done
from msp_desktop.services.meeting_dates import date_all_clear, date_warnings
from msp_desktop.services.summary import day_words, header
from tests.conftest import TODAY

ZERO = date(2026, 3, 22)


def kit(store: Store, code: str) -> Action:
    found = store.reader.find(Action, kit_code=code)
    assert found is not None
    return found


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


@pytest.mark.parametrize(
    ("day", "phase"),
    [(-1, "before"), (0, "1"), (30, "1"), (31, "2"), (60, "2"), (61, "3"), (100, "3"), (101, "after")],
)
def test_each_day_is_in_its_phase(day: int, phase: str) -> None:
    assert phase_of_day(day) == phase


def test_moving_day_zero_moves_what_is_not_done_and_is_one_step(store: Store) -> None:
    done, open_ = kit(store, "contact-federation"), kit(store, "etat-des-lieux")
    timeline.set_state(store, done.id, ActionState.DONE, TODAY)
    before, kept = dump(store), kit(store, "contact-federation")
    timeline.move_day_zero(store, ZERO + timedelta(10))
    assert kit(store, "contact-federation") == kept
    assert kit(store, "etat-des-lieux").due_on == open_.due_on + timedelta(10)  # type: ignore[operator]
    store.undo()
    assert dump(store) == before


def test_after_the_hundredth_day_nothing_is_red_and_new_dates_are_working_days(store: Store) -> None:
    view = timeline.timeline(store.reader, ZERO + timedelta(140))
    assert not any(action.is_late for action in view.actions())
    overdue = overdue_after_the_end(view)
    assert len(overdue) == 11
    dates = proposed_dates(overdue, view.today, "23")
    assert all(is_working_day(day, "23") for day in dates.values())
    timeline.replan(store, dates)
    assert overdue_after_the_end(timeline.timeline(store.reader, view.today)) == []
    assert "30\u00a0juin 2026" in day_words(ZERO, ZERO + timedelta(140))


def test_late_days_are_counted_from_the_date_shown(store: Store) -> None:
    view = timeline.timeline(store.reader, TODAY)
    late = {action.code: (action.planned, action.late_days) for action in view.actions() if action.is_late}
    assert late == {
        "contact-federation": (date(2026, 3, 27), 32),
        "designer-referent": (date(2026, 4, 8), 20),
        "etat-des-lieux": (date(2026, 4, 21), 7),
    }
    undated = kit(store, "contact-federation")
    timeline.update_action(store, undated.id, Change(Action, planned_on=None))
    found = timeline.timeline(store.reader, TODAY).action(undated.id)
    assert found is not None
    assert found.late_days == 7, "without a planned date, the latest one is shown and counts"


def test_the_town_s_own_action_stands_in_the_phase_of_its_date(store: Store) -> None:
    action = timeline.add_action(store, "Visiter Valbourg", date(2026, 6, 3))
    assert action.phase == 3
    assert timeline.update_action(store, action.id, Change(Action, planned_on=date(2026, 4, 1))).phase == 1
    timeline.delete_action(store, action.id)
    with pytest.raises(UserError):
        timeline.delete_action(store, kit(store, "etat-des-lieux").id)
    with pytest.raises(UserError):
        timeline.add_action(store, "  ", None)


def test_the_method_s_title_and_list_can_be_brought_back(store: Store) -> None:
    action = kit(store, "etat-des-lieux")
    timeline.rename_action(store, action.id, "Notre état des lieux")
    assert timeline.timeline(store.reader, TODAY).action(action.id).title == "Notre état des lieux"  # type: ignore[union-attr]
    timeline.rename_action(store, action.id, "")
    assert kit(store, "etat-des-lieux").title == ""
    first = timeline.steps(store.reader, action.id)
    timeline.reword_step(store, first[0].id, "")
    timeline.tick_step(store, first[1].id, True)
    timeline.restore_steps(store, action.id)
    again = timeline.steps(store.reader, action.id)
    assert [step.text for step in again] == [step.text for step in first]
    assert [step.done for step in again][:2] == [False, True]


def test_the_header_says_the_day_and_what_comes_next(store: Store) -> None:
    shown = header(store.reader, TODAY)
    assert (shown.day, shown.phase) == ("Jour 37 sur 100", "phase 2")
    assert shown.title == "Saint-Essai – jour 37 sur 100"
    assert "Contacter la fédération" in shown.next_thing


def fill_federation(store: Store) -> None:
    journal.note_exchange(store, Exchange(held_on=TODAY, category=Category.FEDERATION, subject="Premier contact"))


def fill_referent(store: Store) -> None:
    for name, value in (("civility", "Mme"), ("last_name", "Roche"), ("function", "adjointe"), ("phone", "0199001234")):
        referent.update_referent_person(store, False, Change(Person, **{name: value}))
    referent.update_term(store, Change(Referent, since=TODAY))


def fill_findings(store: Store) -> None:
    with store.write("constats") as tx:
        for finding in tx.all(Finding):
            tx.update(finding.id, Change(Finding, answer="Constat."))


def fill_meeting(store: Store) -> None:
    meeting = meetings.add_meeting(store, "premiere-rencontre")
    meetings.update_meeting(store, meeting.id, Change(Meeting, summary="On s’est écouté."))
    meetings.set_meeting_state(store, meeting.id, MeetingState.HELD)


def fill_place(store: Store) -> None:
    small_forms.update_meeting_place(
        store, Change(MeetingPlace, place="Salle", slots="mardi", key_holder="Mme L.", contact="0199001234")
    )


def fill_objective(store: Store) -> None:
    row = small_forms.add_objective(store, "Se revoir")
    small_forms.update_entry(store, row.id, Change(Objective, due_on=TODAY, person="Mme Roche"))


def fill_message(store: Store, for_residents: bool = False) -> None:
    row = communication.add_communication(store, "Un article", for_residents)
    communication.update_communication(store, row.id, Change(Communication, state=CommunicationState.PUBLISHED), TODAY)


def fill_later_step(store: Store) -> None:
    meeting = meetings.add_meeting(store, "equipe")
    meetings.update_meeting(store, meeting.id, Change(Meeting, held_on=ZERO + timedelta(101)))


def fill_roles(store: Store) -> None:
    roles.propose_roles(store)
    for role in store.reader.all(Role):
        roles.set_share(store, role.id, 1, Share.LEADS)


def fill_partners(store: Store) -> None:
    people.add_person(store, Person(category=Category.CCAS, organisation="CCAS"))
    journal.note_exchange(store, Exchange(held_on=TODAY, with_whom="CCAS", subject="Présentation"))


@pytest.mark.parametrize(
    ("code", "fill"),
    [
        ("contact-federation", fill_federation),
        ("designer-referent", fill_referent),
        ("etat-des-lieux", fill_findings),
        ("premiere-rencontre", fill_meeting),
        ("lieu-de-rencontre", fill_place),
        ("objectifs-realistes", fill_objective),
        ("valoriser-existant", fill_message),
        ("structurer-demarche", fill_later_step),
        ("definir-roles", fill_roles),
        ("associer-partenaires", fill_partners),
        ("communiquer-habitants", lambda store: fill_message(store, True)),
    ],
)
def test_the_file_shows_when_an_action_is_done_but_does_not_decide(store: Store, code: str, fill) -> None:
    assert not shows_done(store.reader, code)
    fill(store)
    assert shows_done(store.reader, code)
    assert kit(store, code).state is ActionState.TODO


def test_a_person_renamed_then_deleted_leaves_no_trace(store: Store) -> None:
    person = people.add_person(store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    timeline.update_action(store, kit(store, "etat-des-lieux").id, Change(Action, assignee="Mme Nadia Roche"))
    people.update_person(store, person.id, Change(Person, last_name="Colin"))
    shown = timeline.timeline(store.reader, TODAY).action(kit(store, "etat-des-lieux").id)
    assert shown is not None
    assert shown.assignee == "Mme Nadia Colin"
    people.delete_person(store, person.id)
    text = dump(store)
    assert "Colin" not in text
    assert "Roche" not in text


def test_the_sheet_agrees_with_the_civility_typed_and_keeps_its_history(store: Store) -> None:
    fill_referent(store)
    shown = referent.referent_sheet(store.reader)
    assert shown.complete
    assert shown.groups[0].missions[0].text.startswith("être l’interlocutrice repérée")
    mission = shown.groups[0].missions[0]
    missions.reword_mission(store, mission.id, "répondre au téléphone")
    assert referent.referent_sheet(store.reader).counts() == (13, 1, 0)
    missions.reword_mission(store, mission.id, "")
    referent.change_referent(store, TODAY + timedelta(30))
    after = referent.referent_sheet(store.reader)
    assert [term.names for term in after.history] == ["Mme Roche"]
    assert after.first is None


def test_an_agenda_s_hours_follow_its_lengths(store: Store) -> None:
    meeting = meetings.add_meeting(store, "premiere-rencontre")
    view = meetings.meeting_view(store.reader, meeting.id)
    assert [entry.begins for entry in view.items] == [
        time(18, 30),
        time(18, 40),
        time(19, 5),
        time(19, 20),
        time(19, 45),
    ]
    assert (view.total, view.ends, view.verdict) == (85, time(19, 55), "advised")
    meetings.update_item(store, view.items[1].id, Change(AgendaItem, minutes=45))
    assert meetings.meeting_view(store.reader, meeting.id).verdict == "long"
    for minutes in (0, -5, 1000):
        with pytest.raises(UserError):
            meetings.update_item(store, view.items[0].id, Change(AgendaItem, minutes=minutes))
    meetings.move_item(store, view.items[0].id, 1)
    assert meetings.meeting_view(store.reader, meeting.id).items[0].item.title == "Tour de table"


def test_next_steps_become_actions_once(store: Store) -> None:
    meeting = meetings.add_meeting(store, "equipe")
    meetings.add_next_step(store, meeting.id, "Appeler la CPTS", "Mme Roche", date(2026, 6, 2))
    assert meetings.next_steps_to_actions(store, meeting.id) == 1
    assert meetings.next_steps_to_actions(store, meeting.id) == 0
    action = store.reader.find(Action, title="Appeler la CPTS")
    assert action is not None
    assert (action.phase, action.assignee) == (3, "Mme Roche")


def test_a_meeting_prepared_again_keeps_agenda_and_guests_but_not_what_was_said(store: Store) -> None:
    meeting = meetings.add_meeting(store, "premiere-rencontre")
    guest = people.add_person(store, Person(last_name="Peyrat"))
    meetings.invite(store, meeting.id, [guest.id, guest.id])
    first = meetings.meeting_view(store.reader, meeting.id)
    meetings.update_item(store, first.items[0].id, Change(AgendaItem, discussion="dit"))
    again = meetings.meeting_view(store.reader, meetings.duplicate_meeting(store, meeting.id).id)
    assert [entry.item.title for entry in again.items] == [entry.item.title for entry in first.items]
    assert [guest.name for guest in again.guests] == ["Peyrat"]
    assert again.items[0].item.discussion == ""
    assert again.meeting.uid != store.reader.one(Meeting, meeting.id).uid


def test_dates_that_run_into_a_holiday_are_told() -> None:
    assert "Vendredi saint" in date_warnings(date(2026, 4, 3), "67")[0]
    assert not any("férié" in words for words in date_warnings(date(2026, 4, 3), "23"))
    assert "abolition" in date_warnings(date(2026, 12, 20), "974")[1]
    assert "dimanche" in date_warnings(date(2026, 12, 20), "974")[0]
    assert "zone A" in date_warnings(date(2026, 4, 14), "23")[0]
    assert "zone A" in date_all_clear(date(2026, 5, 12), "23")
    assert working_day_before(date(2026, 6, 21), "23") == date(2026, 6, 19)


@pytest.mark.parametrize(
    ("department", "subdivision"),
    [("23", None), ("67", "6AE"), ("57", "57"), ("973", "973"), ("974", "974"), ("976", "976")],
)
def test_public_holidays_are_those_of_the_holidays_package(department: str, subdivision: str | None) -> None:
    from holidays.countries.france import France

    for year in range(2024, 2033):
        ours = {holiday.day for holiday in public_holidays(department, date(year, 1, 1), date(year, 12, 31))}
        assert ours == set(France(years=[year], subdiv=subdivision)), year


def test_the_commune_cannot_lose_its_name(store: Store) -> None:
    from msp_desktop.services.dossiers import update_commune

    with pytest.raises(UserError):
        update_commune(store, Change(Commune, name=" "))
    assert store.reader.one(Commune, 1).name == "Saint-Essai"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "Nouvelle date pour 1 action"), (3, "Nouvelles dates pour 3 actions")]
)
def test_what_is_planned_again_is_counted_in_the_undo_menu(store: Store, count: int, words: str) -> None:
    timeline.replan(store, {action.id: TODAY for action in store.reader.all(Action)[:count]})
    assert store.history.undo_label() == words


def test_a_planned_day_before_its_start_takes_the_start_along_and_the_other_way_round(store: Store) -> None:
    action = kit(store, "etat-des-lieux")
    early, late = ZERO + timedelta(1), ZERO + timedelta(90)
    changed = timeline.update_action(store, action.id, Change(Action, planned_on=early))
    assert (changed.planned_start, changed.planned_on) == (early, early)
    changed = timeline.update_action(store, action.id, Change(Action, planned_start=late))
    assert (changed.planned_start, changed.planned_on) == (late, late)


@pytest.mark.parametrize("state", list(ActionState))
def test_only_what_is_done_bears_the_day_it_was_done(store: Store, state: ActionState) -> None:
    action = kit(store, "contact-federation")
    first = timeline.set_state(store, action.id, ActionState.DONE, ZERO)
    again = timeline.set_state(store, action.id, ActionState.DONE, TODAY)
    assert first.done_on == again.done_on == ZERO, "an earlier day is kept"
    assert timeline.set_state(store, action.id, state, TODAY).done_on == (ZERO if state is ActionState.DONE else None)


def test_ticking_a_thing_starts_its_action_and_unticking_does_not_stop_it(store: Store) -> None:
    action = kit(store, "contact-federation")
    step = timeline.steps(store.reader, action.id)[0]
    timeline.tick_step(store, step.id, True)
    assert kit(store, "contact-federation").state is ActionState.DOING
    timeline.tick_step(store, step.id, False)
    assert kit(store, "contact-federation").state is ActionState.DOING
    store.undo()
    store.undo()
    assert kit(store, "contact-federation").state is ActionState.TODO, "one act, one step"
