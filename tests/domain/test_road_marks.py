"""The picture of the road: everything within its frame, words that can be read, whatever is typed."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from msp_desktop.domain.road import Span
from msp_desktop.domain.road_marks import (
    Milestone,
    RoadFrame,
    RoadMark,
    RoadPlan,
    RoadStage,
    StageBar,
    StepMark,
    Waiting,
    bar_at,
    road_marks,
)
from msp_desktop.domain.stages import StageState
from msp_desktop.domain.strip_marks import Label, Tag

TODAY = date(2026, 4, 28)
SCREEN = RoadFrame(width=900, axis=22, space=9, bar=31, gap=10, band=24)
PAPER = RoadFrame(width=476, axis=22, space=18, bar=34, gap=4, band=17, half=5.4, under=18)


def measure(text: str, bold: bool) -> float:
    return len(text) * (7.5 if bold else 7)


def stage(code: str, begin: date, until: date, **values: object) -> RoadStage:
    given: dict[str, object] = {"title": f"Étape {code}", "under": "dessous", "end": "la fin", **values}
    return RoadStage(Span(code, StageState.TODO, begin, until, True), **given)  # type: ignore[arg-type]


USUAL = (
    stage("a", date(2026, 3, 22), date(2027, 4, 1), steps=(StepMark(date(2026, 5, 29), "une visite", chosen=True),)),
    stage("b", date(2027, 1, 1), date(2028, 6, 15)),
    stage("c", date(2028, 7, 1), date(2030, 6, 1), waits="pas avant l’équipe", dashed=True, end=""),
)


def plan(*stages: RoadStage, today: date = TODAY, chosen: str = "") -> RoadPlan:
    return RoadPlan(stages, today, "aujourd’hui", "La fédération accompagne", chosen)


def inside(marks: tuple[RoadMark, ...], frame: RoadFrame) -> None:
    for mark in marks:
        assert -0.01 <= getattr(mark, "x", 0.0) <= frame.width + 0.01, mark
        if isinstance(mark, (StageBar, Tag)):
            assert mark.x + mark.width <= frame.width + 0.01, mark
        if isinstance(mark, Label):
            assert mark.room >= 0, mark
            assert mark.x + min(mark.room, measure(mark.text, mark.bold)) <= frame.width + 1, mark


@pytest.mark.parametrize("frame", [SCREEN, PAPER])
def test_the_usual_road_has_a_bar_a_stage_and_stays_in_its_frame(frame: RoadFrame) -> None:
    marks = road_marks(plan(*USUAL), frame, measure)
    bars = [mark for mark in marks if isinstance(mark, StageBar)]
    assert [(bar.code, bar.dashed) for bar in bars] == [("a", False), ("b", False), ("c", True)]
    assert len([mark for mark in marks if isinstance(mark, Waiting)]) == 1
    inside(marks, frame)


@pytest.mark.parametrize("frame", [SCREEN, PAPER])
@pytest.mark.parametrize(
    "days",
    [
        (date(2026, 4, 28), date(2026, 4, 28)), (date(1990, 1, 1), date(1990, 1, 2)), (date(2026, 1, 1), date(2190, 1, 1)),
        (date(2060, 12, 30), date(2060, 12, 31)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("long", ["un mot", "un titre qui n’en finit pas " * 12])
def test_any_days_and_any_words_stay_in_the_frame(frame: RoadFrame, days: tuple[date, date], long: str) -> None:
    strange = stage("a", *days, title=long, end=long, steps=(StepMark(days[1], long, chosen=True),))
    waits = stage("c", *days, title=long, waits=long, dashed=True)
    inside(road_marks(plan(strange, waits), frame, measure), frame)


def test_a_hundred_years_do_not_write_over_one_another() -> None:
    marks = road_marks(plan(stage("a", TODAY, date(2126, 1, 1))), SCREEN, measure)
    years = [mark for mark in marks if isinstance(mark, Label) and mark.text.isdigit()]
    assert len(years) > 4
    gaps = [after.x - before.x for before, after in itertools.pairwise(years)]
    assert min(gaps) >= measure("2026", True)


def test_words_in_a_bar_begin_right_of_today_and_of_the_step_chosen() -> None:
    marks = road_marks(plan(*USUAL), SCREEN, measure)
    step = next(mark for mark in marks if isinstance(mark, Milestone) and mark.filled)
    words = next(mark for mark in marks if isinstance(mark, Label) and mark.text.startswith("1. "))
    assert words.x > step.x + step.half


@pytest.mark.parametrize("frame", [SCREEN, PAPER])
def test_a_title_that_does_not_hold_in_its_bar_stands_beside_it_and_nothing_is_struck_through(frame: RoadFrame) -> None:
    short = stage(
        "a", date(2026, 3, 22), date(2026, 9, 1), steps=(StepMark(date(2026, 5, 29), "une visite", chosen=True),)
    )
    far = stage("b", date(2027, 1, 1), date(2031, 6, 15))
    marks = road_marks(plan(short, far), frame, measure)
    assert "1. Étape a, la fin" in [mark.text for mark in marks if isinstance(mark, Label)]
    bar = next(mark for mark in marks if isinstance(mark, StageBar))
    for mark in marks:
        if isinstance(mark, Label) and bar.y < mark.y < bar.y + bar.height:
            assert mark.x >= bar.x + bar.width


def test_a_short_title_stands_in_a_short_bar() -> None:
    bar = stage("a", date(2027, 3, 22), date(2028, 2, 1), title="un titre bien trop long pour sa barre", short="court")
    marks = road_marks(plan(bar, stage("b", TODAY, date(2031, 6, 15))), SCREEN, measure)
    assert "1. court" in [mark.text for mark in marks if isinstance(mark, Label)]


def test_only_the_step_chosen_stands_on_the_screen_and_the_next_one_on_paper() -> None:
    other = stage("a", date(2026, 3, 22), date(2027, 4, 1), steps=(StepMark(date(2026, 5, 29), "une visite"),))
    assert not [mark for mark in road_marks(plan(other), SCREEN, measure) if getattr(mark, "filled", False)]
    assert "une visite" in [mark.text for mark in road_marks(plan(other), PAPER, measure) if isinstance(mark, Label)]


def test_a_stage_is_found_under_a_point() -> None:
    marks = road_marks(plan(*USUAL), SCREEN, measure)
    bar = next(mark for mark in marks if isinstance(mark, StageBar) and mark.code == "b")
    assert bar_at(marks, bar.x + 1, bar.y + 1) == "b"
    assert bar_at(marks, bar.x - 1, bar.y + 1) == ""


def test_the_year_under_today_gives_way_to_it() -> None:
    marks = road_marks(plan(*USUAL, today=date(2027, 1, 20)), SCREEN, measure)
    assert "2027" not in [mark.text for mark in marks if isinstance(mark, Label)]
