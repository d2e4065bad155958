"""Whatever a service does to a full dossier is one step: taken back, the file is as it was; done again, as it became."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState, ActionStep, MeetingPlace
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding, HealthProfessional, Inventory, Offer, Tri
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
from msp_desktop.domain.missions import Mission
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Briefing, ReferentKind
from msp_desktop.services import (
    communication,
    dossiers,
    inventory,
    journal,
    meetings,
    missions,
    people,
    referent,
    roles,
    small_forms,
    timeline,
)
from tests.conftest import TODAY

DAY = date(2026, 6, 1)


def some(store: Store, record: type, **equals: object) -> int:
    """Return the id of a row of this kind."""
    row = store.reader.find(record, **equals)
    assert row is not None, record
    return int(row.id)


ACTS: dict[str, Callable[[Store], object]] = {
    "date an action": lambda s: timeline.update_action(s, some(s, Action), Change(Action, planned_on=DAY)),
    "rename an action": lambda s: timeline.rename_action(s, some(s, Action), "Autrement"),
    "do an action": lambda s: timeline.set_state(s, some(s, Action, state=ActionState.TODO), ActionState.DONE, TODAY),
    "drop an action": lambda s: timeline.set_state(s, some(s, Action), ActionState.DROPPED, TODAY),
    "add an action": lambda s: timeline.add_action(s, "Visiter", DAY),
    "delete an action": lambda s: timeline.delete_action(s, some(s, Action, kit_code=None)),
    "tick a step": lambda s: timeline.tick_step(s, some(s, ActionStep, done=False), True),
    "empty a step": lambda s: timeline.reword_step(s, some(s, ActionStep), ""),
    "add a step": lambda s: timeline.add_step(s, some(s, Action), "Téléphoner"),
    "move day 0": lambda s: timeline.move_day_zero(s, DAY),
    "plan again": lambda s: timeline.replan(s, {some(s, Action): DAY}),
    "add a meeting": lambda s: meetings.add_meeting(s, "equipe"),
    "change a meeting": lambda s: meetings.update_meeting(
        s, some(s, Meeting), Change(Meeting, held_on=DAY, place="Préau")
    ),
    "cancel a meeting": lambda s: meetings.set_meeting_state(s, some(s, Meeting), MeetingState.CANCELLED),
    "delete a meeting": lambda s: meetings.delete_meeting(s, some(s, Meeting)),
    "prepare a meeting again": lambda s: meetings.duplicate_meeting(s, some(s, Meeting)),
    "end a meeting": lambda s: meetings.end_meeting(s, some(s, Meeting), datetime(2026, 5, 12, 20, 15)),
    "add a point": lambda s: meetings.add_item(s, some(s, Meeting)),
    "change a point": lambda s: meetings.update_item(s, some(s, AgendaItem), Change(AgendaItem, minutes=45)),
    "move a point": lambda s: meetings.move_item(s, some(s, AgendaItem), 1),
    "delete a point": lambda s: meetings.delete_item(s, some(s, AgendaItem)),
    "answer": lambda s: meetings.set_reply(s, some(s, Attendance, reply=Reply.NONE), Reply.EXCUSED),
    "be there": lambda s: meetings.set_present(s, some(s, Attendance, present=Tri.UNKNOWN), Tri.YES),
    "take a guest off": lambda s: meetings.remove_guests(s, [some(s, Attendance)]),
    "tick what is prepared": lambda s: meetings.tick_preparation(s, some(s, Preparation, done=False), True),
    "add what to prepare": lambda s: meetings.add_preparation(s, some(s, Meeting), Party.FEDERATION, "Café"),
    "add a next step": lambda s: meetings.add_next_step(s, some(s, Meeting), "Se revoir"),
    "delete a next step": lambda s: meetings.delete_next_step(s, some(s, NextStep)),
    "add a person": lambda s: people.add_person(s, Person(last_name="Nouveau")),
    "rename a person": lambda s: people.update_person(s, some(s, Person), Change(Person, last_name="Autre")),
    "delete a person": lambda s: people.delete_person(s, some(s, Person)),
    "another kind of référent": lambda s: referent.set_kind(s, ReferentKind.STAFF),
    "another référent": lambda s: referent.change_referent(s, DAY),
    "set a mission aside": lambda s: missions.keep_mission(s, some(s, Mission, kept=True), False),
    "reword a mission": lambda s: missions.reword_mission(s, some(s, Mission, kept=True), "Autrement"),
    "add a mission": lambda s: missions.add_mission(s, "La nôtre"),
    "move a mission": lambda s: missions.move_mission(s, some(s, Mission), 1),
    "change a briefing": lambda s: referent.update_briefing(
        s, some(s, Briefing), Change(Briefing, message="Autrement")
    ),
    "delete a briefing": lambda s: referent.delete_briefing(s, some(s, Briefing)),
    "write a finding": lambda s: inventory.write_finding(s, some(s, Finding), "Autre chose", TODAY),
    "ask a question": lambda s: inventory.add_question(s, "besoins", "Quels trajets ?"),
    "another retirement age": lambda s: inventory.update_inventory(s, Change(Inventory, retirement_age=64)),
    "add a professional": lambda s: inventory.add_professional(s, Person(last_name="X"), {"profession": "medecin"}),
    "change a professional": lambda s: inventory.update_professional(
        s, some(s, HealthProfessional), Change(HealthProfessional, ready=Tri.NO)
    ),
    "delete a professional": lambda s: inventory.delete_professionals(s, [some(s, HealthProfessional)]),
    "add an offer": lambda s: inventory.add_row(s, Change(Offer, kind="pharmacie")),
    "delete offers": lambda s: inventory.delete_rows(s, "offers", [row.id for row in s.reader.all(Offer)]),
    "choose a help": lambda s: small_forms.choose_help(s, "eviter", True),
    "take a help back": lambda s: small_forms.choose_help(s, "lien", False),
    "change the meeting place": lambda s: small_forms.update_meeting_place(s, Change(MeetingPlace, place="Préau")),
    "add an objective": lambda s: small_forms.add_objective(s, "Deux rencontres"),
    "add a message": lambda s: communication.add_communication(s, "Bulletin", True),
    "delete a message": lambda s: communication.delete_communications(s, [some(s, Communication)]),
    "add a responsibility": lambda s: roles.add_role(s, "Tenir la clé"),
    "note an exchange": lambda s: journal.note_exchange(s, Exchange(held_on=TODAY, subject="Appel")),
    "delete an exchange": lambda s: journal.throw_away(s, some(s, Exchange)),
    "change the commune": lambda s: dossiers.update_commune(s, Change(Commune, name="Autre")),
    "take the arms away": lambda s: dossiers.change_arms(s, b"", ""),
}


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


@pytest.mark.parametrize("act", ACTS)
def test_what_is_done_is_taken_back_and_done_again(sample: Store, act: str) -> None:
    before = dump(sample)
    ACTS[act](sample)
    after = dump(sample)
    assert after != before
    label = sample.history.undo_label()
    assert label
    assert sample.undo() == label
    assert dump(sample) == before
    assert sample.history.undo_label() is None, "one act, one step"
    assert sample.redo() == label
    assert dump(sample) == after


def test_a_whole_afternoon_of_work_is_taken_back_to_the_morning(sample: Store) -> None:
    dumps = [dump(sample)]
    for act, do in ACTS.items():
        try:
            do(sample)
        except AssertionError:  # an earlier act took the last row of that kind
            continue
        assert sample.history.undo_label(), act
        if dump(sample) != dumps[-1]:
            dumps.append(dump(sample))
    assert len(dumps) > 40
    while sample.history.undo_label() is not None:
        sample.undo()
    assert dump(sample) == dumps[0]
    while sample.history.redo_label() is not None:
        sample.redo()
    assert dump(sample) == dumps[-1]
