"""The five rules: what sets each off, what does not, and where one becomes the other."""

from __future__ import annotations

import pytest

from msp_desktop.domain.vigilance.alone import Contacts, engaged_alone
from msp_desktop.domain.vigilance.diagnosis import Questions, no_diagnosis
from msp_desktop.domain.vigilance.doctors import Sought, doctors_only
from msp_desktop.domain.vigilance.others import SharedOut, waiting_for_others
from msp_desktop.domain.vigilance.signals import ALONE, DOCTORS_ONLY, NO_DIAGNOSIS, WAITING_FOR_OTHERS
from msp_desktop.domain.vigilance.walls import Walls, walls_before_team

NOBODY: frozenset[str] = frozenset()
DOCTOR = frozenset({"medecin"})
NURSE = frozenset({"infirmier"})


# --- lancer un projet immobilier sans équipe -------------------------------------------------------


@pytest.mark.parametrize(
    "walls",
    [
        Walls(),
        Walls(professions=NOBODY, approved=False),
        Walls(building=True, professions=DOCTOR | NURSE, approved=True),
        Walls(building=True, team=True, approved=True),
        Walls(actions=("Visite",), professions=DOCTOR | NURSE, approved=True),
    ],
)
def test_without_premises_or_with_a_team_and_an_approved_project_walls_say_nothing(walls: Walls) -> None:
    assert walls_before_team(walls) is None


@pytest.mark.parametrize(
    ("walls", "cases"),
    [
        (Walls(building=True), ("building", "nobody", "approval")),
        (Walls(actions=("Visite",)), ("actions", "nobody", "approval")),
        (Walls(building=True, actions=("Visite",), approved=True), ("building", "nobody")),
        # Two doctors, whatever their specialities, are one profession: not yet a team.
        (Walls(building=True, professions=DOCTOR, approved=True), ("building", "one_profession")),
        (Walls(building=True, professions=DOCTOR), ("building", "one_profession", "approval")),
        # A team whose project nobody has validated is not enough, nor the other way round.
        (Walls(building=True, professions=DOCTOR | NURSE), ("building", "approval")),
        (Walls(building=True, team=True), ("building", "approval")),
    ],
)
def test_walls_before_a_team_of_two_professions_or_before_the_approval(walls: Walls, cases: tuple[str, ...]) -> None:
    signal = walls_before_team(walls)
    assert signal is not None
    assert signal.cases == cases
    assert (signal.count, signal.total, signal.names) == (len(walls.professions), 2, walls.actions)


# --- ne chercher que des médecins --------------------------------------------------------------------


@pytest.mark.parametrize(
    "sought",
    [
        Sought(),
        Sought(needs=(NOBODY, NOBODY), opportunities=(NOBODY,)),
        Sought(needs=(NURSE,)),
        Sought(needs=(DOCTOR, NURSE)),
        Sought(needs=(DOCTOR,), opportunities=(NURSE,)),
        Sought(needs=(DOCTOR | NURSE,)),
    ],
)
def test_no_profession_or_another_one_than_doctors_says_nothing(sought: Sought) -> None:
    assert doctors_only(sought) is None


@pytest.mark.parametrize(
    ("sought", "cases", "needs", "entries"),
    [
        (Sought(needs=(DOCTOR,)), ("needs",), 1, 1),
        (Sought(opportunities=(DOCTOR,)), ("opportunities",), 0, 1),
        (Sought(needs=(DOCTOR, NOBODY, DOCTOR), opportunities=(DOCTOR, NOBODY)), ("needs", "opportunities"), 2, 3),
    ],
)
def test_only_doctors_are_named(sought: Sought, cases: tuple[str, ...], needs: int, entries: int) -> None:
    signal = doctors_only(sought)
    assert signal is not None
    assert (signal.code, signal.cases, signal.count, signal.total) == (DOCTORS_ONLY, cases, needs, entries)


# --- agir sans diagnostic ------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "fires"), [(-3, False), (0, False), (30, False), (31, True), (100, True), (101, True)])
def test_a_question_without_a_finding_matters_from_the_day_phase_two_begins(day: int, fires: bool) -> None:
    assert (no_diagnosis(Questions(day, 8, 1)) is not None) is fires


@pytest.mark.parametrize(("day", "phase"), [(31, "2"), (60, "2"), (61, "3"), (100, "3"), (101, "after")])
def test_the_phase_that_has_begun_is_told(day: int, phase: str) -> None:
    signal = no_diagnosis(Questions(day, 9, 3))
    assert signal is not None
    assert (signal.code, signal.cases, signal.count, signal.total) == (NO_DIAGNOSIS, (phase,), 3, 9)


@pytest.mark.parametrize("total", [0, 8])
def test_where_each_question_has_its_finding_nothing_is_said(total: int) -> None:
    assert no_diagnosis(Questions(50, total, 0)) is None


# --- attendre autrui ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filled", "led", "fires"),
    [(0, 0, False), (1, 0, True), (7, 0, True), (1, 1, False), (7, 1, False)],
)
def test_roles_are_filled_and_the_commune_leads_none(filled: int, led: int, fires: bool) -> None:
    signal = waiting_for_others(SharedOut(filled, led))
    assert (signal is not None) is fires
    if signal is not None:
        assert (signal.code, signal.count) == (WAITING_FOR_OTHERS, filled)


# --- s’engager seul ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "exchanges", "fires"),
    [(-1, 0, False), (0, 0, False), (30, 0, False), (31, 0, True), (31, 1, False), (140, 0, True), (140, 12, False)],
)
def test_day_thirty_passes_without_an_exchange_with_the_federation(day: int, exchanges: int, fires: bool) -> None:
    signal = engaged_alone(Contacts(day, exchanges))
    assert (signal is not None) is fires
    if signal is not None:
        assert (signal.code, signal.count) == (ALONE, day)
