"""What a year's report is drawn from: only what is of the year, whatever part of the dossier holds it."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import ActivityYear, EvaluationQuestion
from msp_desktop.domain.instances import ProposedSitting
from msp_desktop.domain.scope import Scope
from msp_desktop.services import action_sheets, calls, evaluation, instances
from msp_desktop.services.activity_report import activity, period_of
from msp_desktop.services.activity_words import write_words
from tests.conftest import TODAY

YEAR = Scope(since=date(2026, 1, 1), until=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("scope", "today", "expected"),
    [
        (Scope(), date(2026, 4, 28), (date(2026, 1, 1), date(2026, 4, 28))),
        (Scope(), date(2027, 2, 3), (date(2026, 1, 1), date(2026, 12, 31))),
        (YEAR, date(2028, 1, 1), (date(2026, 1, 1), date(2026, 12, 31))),
        (YEAR, date(2025, 5, 5), (date(2026, 1, 1), date(2026, 12, 31))),
        (Scope(since=date(2026, 7, 1)), date(2027, 2, 3), (date(2026, 7, 1), date(2026, 12, 31))),
        (Scope(until=date(2025, 6, 30)), date(2026, 2, 3), (date(2025, 1, 1), date(2025, 6, 30))),
    ],
)
def test_a_period_is_that_chosen_else_the_year_reported_up_to_today(
    scope: Scope, today: date, expected: tuple[date, date]
) -> None:
    assert period_of(scope, today) == expected


def test_an_empty_dossier_has_nothing_to_report(store: Store) -> None:
    assert activity(store.reader, Scope(), TODAY).is_empty()
    write_words(store, 2026, Change(ActivityYear, opening="Un mot"))
    assert not activity(store.reader, Scope(), TODAY).is_empty()


def test_only_what_is_of_the_year_is_told(store: Store) -> None:
    axis = action_sheets.add_axis(store, "Accès")
    sheet = action_sheets.add_sheet(store, axis.id, "Consultations")
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 4, 28)):
        step = action_sheets.add_step(store, sheet.id, f"étape du {day}")
        action_sheets.tick_step(store, step.id, True, day)
    for state, closes in (
        (CallState.WON, date(2025, 5, 1)),
        (CallState.LEFT, date(2026, 2, 1)),
        (CallState.WATCHED, date(2026, 9, 1)),
    ):
        call = calls.add_call(store, state.value)
        calls.update_call(store, call.id, Change(Call, closes_on=closes, state=state, sent_on=closes), TODAY)
    for day in (date(2025, 3, 1), date(2026, 3, 1)):
        row = evaluation.add_question(store, f"Question {day.year} ?")
        evaluation.update_question(store, row.id, Change(EvaluationQuestion, result="Oui", result_on=day), TODAY)
    evaluation.add_question(store, "Sans réponse ?")
    told = activity(store.reader, YEAR, TODAY)
    assert [one.day for one in told.steps] == [date(2026, 1, 1), date(2026, 4, 28)]
    assert [call.subject for call in told.calls] == ["watched", "left"]
    assert [row.question for row in told.questions] == ["Question 2026 ?"]


def test_steps_of_one_day_are_in_the_order_of_the_plan(store: Store) -> None:
    axis = action_sheets.add_axis(store, "Soins")
    for number in range(1, 12):
        sheet = action_sheets.add_sheet(store, axis.id, f"Fiche {number}")
        step = action_sheets.add_step(store, sheet.id, "Étape")
        action_sheets.tick_step(store, step.id, True, date(2026, 4, 2))
    told = [step.sheet for step in activity(store.reader, YEAR, TODAY).steps]
    assert told == [f"1.{number} Fiche {number}" for number in range(1, 12)]


def test_meetings_of_a_period_that_goes_over_new_year_are_all_told(store: Store) -> None:
    row = instances.add_instance(store, "COPIL", "copil")
    days = (date(2025, 9, 3), date(2025, 11, 5), date(2026, 2, 4), date(2026, 9, 2))
    instances.plan(store, [ProposedSitting(row.id, row.name, day) for day in days])
    (told,) = activity(store.reader, Scope(since=date(2025, 10, 1), until=date(2026, 6, 30)), TODAY).instances
    assert [one.held_on for one in told.sittings] == [days[1], days[2]]


def test_the_sample_has_a_year_to_tell(sample: Store) -> None:
    told = activity(sample.reader, Scope(), TODAY)
    assert told.held() == 2
    assert len(told.sheets()) == 8
    assert len(told.priorities()) == 1
    assert told.carried_by
    assert told.money.obtained > 0
