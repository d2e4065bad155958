"""When each stage of the road begins and ends, and what the building waits for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.domain.road import (
    BUILDING,
    TEAM,
    VALIDATION,
    Pace,
    about,
    building_waits_for,
    current,
    months_later,
    spans,
)
from msp_desktop.domain.stages import ProjectStage, StageState

PACES = (Pace(TEAM, 0, 13), Pace(VALIDATION, -3, 18), Pace(BUILDING, 1, 24))
START, TODAY = date(2026, 3, 22), date(2026, 4, 28)


def of(today: date = TODAY, **stages: dict[str, Any]) -> Any:
    kept = {code: ProjectStage(code=code, **values) for code, values in stages.items()}
    return spans(PACES, kept, START, today)


def test_a_road_of_which_nothing_is_known_is_proposed_one_stage_after_the_other() -> None:
    team, validation, building = of()
    assert (team.begin, team.end) == (TODAY, date(2027, 5, 28))
    assert (validation.begin, validation.end) == (date(2027, 2, 28), date(2028, 8, 28))
    assert building.begin == date(2028, 9, 28)
    assert all(span.proposed for span in (team, validation, building))
    assert 3 <= (building.end - team.begin).days / 365.25 <= 5


def test_what_was_done_and_what_is_planned_stand() -> None:
    team, validation, _building = of(
        equipe={"state": StageState.DONE, "started_on": START, "done_on": date(2027, 1, 10)},
        validation={"planned_start": date(2027, 2, 1), "planned_on": date(2028, 12, 31)},
    )
    assert (team.begin, team.end, team.proposed) == (START, date(2027, 1, 10), False)
    assert (validation.begin, validation.end, validation.proposed) == (date(2027, 2, 1), date(2028, 12, 31), False)


def test_what_goes_on_is_never_proposed_to_end_before_today() -> None:
    late = date(2029, 1, 15)
    team, validation, _building = of(late, equipe={"state": StageState.DOING, "started_on": START})
    assert team.end == date(2029, 2, 15)
    assert validation.begin == late


def test_an_end_before_its_beginning_is_brought_to_it() -> None:
    (team, *_rest) = of(equipe={"planned_start": date(2027, 1, 1), "planned_on": date(2026, 6, 1)})
    assert team.begin == team.end == date(2027, 1, 1)


def test_an_end_alone_is_enough() -> None:
    (team, *_rest) = of(equipe={"planned_on": date(2026, 12, 31)})
    assert (team.begin, team.end) == (TODAY, date(2026, 12, 31))


def test_the_building_waits_for_the_team_and_the_validation_unless_it_has_begun() -> None:
    done = {"state": StageState.DONE}
    assert building_waits_for(of()) == (TEAM, VALIDATION)
    assert building_waits_for(of(equipe=done)) == (VALIDATION,)
    assert building_waits_for(of(validation=done)) == (TEAM,)
    assert building_waits_for(of(equipe=done, validation=done)) == ()
    assert building_waits_for(of(immobilier={"state": StageState.DOING})) == ()


def test_we_are_in_the_first_stage_that_is_not_done() -> None:
    done = {"state": StageState.DONE}
    here = current(of(equipe=done))
    assert here is not None
    assert here.code == VALIDATION
    assert current(of(equipe=done, validation=done, immobilier=done)) is None


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)), (date(2026, 3, 22), -3, date(2025, 12, 22)),
        (date(2026, 3, 22), 0, date(2026, 3, 22)), (date(2199, 12, 31), 24, date(2199, 12, 31)),
    ],
)  # fmt: skip
def test_months_never_leave_the_calendar(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_a_day_is_told_roughly() -> None:
    told = [about(date(2027, month, 1)) for month in (1, 3, 6, 9, 12)]
    assert told == ["début 2027", "printemps 2027", "été 2027", "automne 2027", "fin 2027"]
