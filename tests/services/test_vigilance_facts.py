"""What the five rules see of a real dossier: each thing that sets one off or not, to the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding, HealthProfessional, Need, Opportunity, Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.roles import Role, RoleParty, RoleShare, Share
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.domain.vigilance.signals import Signal
from msp_desktop.services.vigilance_facts import signals, team_professions
from tests.conftest import TODAY

ZERO = date(2026, 3, 22)


def on(day: int) -> date:
    return ZERO + timedelta(day)


def add(store: Store, *rows: Any) -> list[int]:
    with store.write("rows") as transaction:
        return [transaction.insert(row).id for row in rows]


def found(store: Store, code: str, today: date = TODAY) -> Signal | None:
    return next((signal for signal in signals(store.reader, today) if signal.code == code), None)


def professional(store: Store, profession: str, name: str = "Petit", **values: Any) -> int:
    (person,) = add(store, Person(category=Category.PROFESSIONAL, last_name=name))
    add(store, HealthProfessional(person_id=person, profession=profession, **values))
    return person


# --- lancer un projet immobilier sans équipe -------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "fires"), [(StageState.TODO, False), (StageState.DOING, True), (StageState.DONE, True)]
)
def test_the_stage_of_the_premises_counts_once_it_has_begun(store: Store, state: StageState, fires: bool) -> None:
    add(store, ProjectStage(code="immobilier", state=state))
    assert (found(store, "murs-avant-equipe") is not None) is fires


@pytest.mark.parametrize(
    ("topic", "state", "fires"),
    [
        ("immobilier", ActionState.DOING, True),
        ("Immobilier", ActionState.DOING, True),
        ("immobilier", ActionState.TODO, False),
        ("immobilier", ActionState.DROPPED, False),
        ("immobilier", ActionState.DONE, False),
        ("", ActionState.DOING, False),
    ],
)
def test_an_action_about_premises_counts_while_it_is_in_progress(
    store: Store, topic: str, state: ActionState, fires: bool
) -> None:
    add(store, Action(phase=2, position=9, title="Visiter la maison Petit", topic=topic, state=state))
    signal = found(store, "murs-avant-equipe")
    assert (signal is not None) is fires
    if signal is not None:
        assert signal.names == ("Visiter la maison Petit",)


def test_two_professions_ready_and_the_approval_leave_nothing_to_say(store: Store) -> None:
    add(store, ProjectStage(code="immobilier", state=StageState.DOING))
    professional(store, "medecin", ready=Tri.YES)
    professional(store, "medecin", speciality="cardiologie", ready=Tri.YES)
    signal = found(store, "murs-avant-equipe")
    assert signal is not None  # a doctor of another speciality is no second profession
    assert signal.cases == ("building", "one_profession", "approval")
    professional(store, "infirmier", ready=Tri.YES)
    signal = found(store, "murs-avant-equipe")
    assert signal is not None
    assert signal.cases == ("building", "approval")
    add(store, ProjectStage(code="validation", state=StageState.DONE))
    assert found(store, "murs-avant-equipe") is None


@pytest.mark.parametrize(
    ("state", "present", "ready", "counts"),
    [
        (MeetingState.HELD, Tri.YES, Tri.UNKNOWN, True),
        (MeetingState.HELD, Tri.YES, Tri.NO, False),
        (MeetingState.HELD, Tri.NO, Tri.UNKNOWN, False),
        (MeetingState.HELD, Tri.UNKNOWN, Tri.UNKNOWN, False),
        (MeetingState.PLANNED, Tri.YES, Tri.UNKNOWN, False),
        (MeetingState.CANCELLED, Tri.YES, Tri.UNKNOWN, False),
    ],
)
def test_who_came_to_a_meeting_held_is_of_the_team(
    store: Store, state: MeetingState, present: Tri, ready: Tri, counts: bool
) -> None:
    person = professional(store, "infirmier", ready=ready)
    (meeting,) = add(store, Meeting(uid="u", kind="premiere-rencontre", title="Rencontre", state=state))
    add(store, Attendance(meeting_id=meeting, person_id=person, position=1, present=present))
    assert team_professions(store.reader) == ({"infirmier"} if counts else set())


def test_an_unlisted_trade_counts_by_its_name_and_an_unknown_one_not_at_all(store: Store) -> None:
    professional(store, "autre", ready=Tri.YES)
    assert team_professions(store.reader) == set()
    professional(store, "autre", speciality="Ostéopathe", ready=Tri.YES)
    professional(store, "ostéopathe", ready=Tri.YES)
    professional(store, "Kiné", ready=Tri.YES)
    assert team_professions(store.reader) == {"osteopathe", "masseur-kinesitherapeute"}


# --- ne chercher que des médecins --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        ([], False),
        ([Need(position=1, title="Transports difficiles")], False),
        ([Need(position=1, title="Il manque quelqu’un", profession="medecin")], True),
        ([Need(position=1, title="Il manque quelqu’un", profession="cardiologue")], True),
        ([Need(position=1, title="Environ 140 habitants sans médecin traitant")], True),
        ([Opportunity(position=1, title="Un généraliste cherche à s’installer")], True),
        (
            [Need(position=1, title="x", profession="medecin"), Need(position=2, title="Six semaines de kiné")],
            False,
        ),
        (
            [Need(position=1, title="x", profession="medecin"), Opportunity(position=1, title="y", profession="IDEL")],
            False,
        ),
        ([Need(position=1, title="x", profession="infirmier")], False),
        ([Need(position=1, title="x", profession="médecin, infirmier")], False),
        ([Need(position=1, title="x", profession="ostéopathe"), Need(position=2, title="y", profession="MG")], False),
        ([Need(position=1, title="Le docteur Petit s’en va")], False),
    ],
)
def test_needs_and_opportunities_name_doctors_only(store: Store, rows: list[Any], fires: bool) -> None:
    add(store, *rows)
    assert (found(store, "medecin-seul") is not None) is fires


# --- agir sans diagnostic ------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "fires"), [(30, False), (31, True)])
def test_questions_without_a_finding_from_day_thirty_one(store: Store, day: int, fires: bool) -> None:
    signal = found(store, "sans-diagnostic", on(day))
    assert (signal is not None) is fires
    if signal is not None:
        assert (signal.count, signal.total) == (8, 8)


def test_the_last_finding_ends_it_and_a_question_of_the_towns_own_counts(store: Store) -> None:
    for row in store.reader.all(Finding):
        with store.write("finding") as transaction:
            transaction.update(row.id, Change(Finding, answer="Vu."))
    assert found(store, "sans-diagnostic") is None
    add(store, Finding(theme="besoins", position=9, question="Et la nuit ?", answer="   "))
    signal = found(store, "sans-diagnostic")
    assert signal is not None
    assert (signal.count, signal.total) == (1, 9)


# --- attendre autrui ---------------------------------------------------------------------------------


def test_roles_filled_and_none_led_by_the_commune(store: Store) -> None:
    add(store, Role(position=1, responsibility="Locaux"))
    assert found(store, "attendre-autrui") is None
    for number, code in enumerate(("commune", "federation"), 1):
        add(store, RoleParty(position=number, kit_code=code))
    add(store, Role(position=2, responsibility="Réunions"))
    add(store, RoleShare(role_id=2, party_id=2, share=Share.LEADS))
    add(store, RoleShare(role_id=2, party_id=1, share=Share.TAKES_PART))
    signal = found(store, "attendre-autrui")
    assert signal is not None
    assert signal.count == 1
    add(store, Role(position=3, responsibility="Clé"))
    add(store, RoleShare(role_id=3, party_id=1, share=Share.LEADS))
    assert found(store, "attendre-autrui") is None


# --- s’engager seul ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "fires"), [(30, False), (31, True), (140, True)])
def test_no_exchange_with_the_federation_after_day_thirty(store: Store, day: int, fires: bool) -> None:
    add(store, Exchange(held_on=ZERO, category=Category.ARS, subject="x"))
    add(store, Exchange(held_on=ZERO, category=Category.FEDERATION, subject="x", draft=True))
    add(store, Exchange(held_on=on(200), category=Category.FEDERATION, subject="à venir"))
    assert (found(store, "seul", on(day)) is not None) is fires


def test_one_exchange_with_the_federation_is_enough(store: Store) -> None:
    add(store, Exchange(held_on=ZERO, category=Category.FEDERATION, subject="x"))
    assert found(store, "seul") is None


def test_day_zero_moved_to_today_leaves_time_again(store: Store) -> None:
    from msp_desktop.services.timeline import move_day_zero

    assert {signal.code for signal in signals(store.reader, TODAY)} == {"sans-diagnostic", "seul"}
    move_day_zero(store, TODAY)
    assert signals(store.reader, TODAY) == ()
