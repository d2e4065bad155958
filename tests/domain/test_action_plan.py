"""The arithmetic of the plan: what is found, asked, missing; how far a sheet and an indicator are; its borders."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from msp_desktop.domain.action_plan import (
    AxisView,
    IndicatorView,
    Money,
    Plan,
    Share,
    SheetView,
    by_funder,
    money_of,
    stretches,
)
from msp_desktop.domain.action_sheets import (
    ActionSheet,
    Axis,
    IndicatorValue,
    SheetFunding,
    SheetIndicator,
    SheetState,
    SheetStep,
)

TODAY = date(2026, 4, 28)
AXIS = Axis(id=1, position=1, title="Accès aux soins")


def funding(planned: int, asked: int = 0, obtained: int = 0, funder: str = "ARS", year: int = 2026) -> SheetFunding:
    return SheetFunding(
        sheet_id=1, position=1, funder=funder, year=year, planned=planned, asked=asked, obtained=obtained
    )


def sheet(
    *rows: SheetFunding,
    state: SheetState = SheetState.DOING,
    due: date | None = None,
    steps: tuple[SheetStep, ...] = (),
) -> SheetView:
    return SheetView(
        ActionSheet(id=1, axis_id=1, position=1, title="x", state=state, due_on=due), "1.1", AXIS, None, steps, (), rows
    )


def step(due: date | None, done: date | None = None) -> SheetStep:
    return SheetStep(sheet_id=1, position=1, text="x", due_on=due, done_on=done)


@pytest.mark.parametrize(
    ("row", "obtained", "asked", "missing", "to_ask"),
    [
        (funding(0), 0, 0, 0, 0),
        (funding(100), 0, 0, 100, 100),
        (funding(100, asked=100), 0, 100, 100, 0),
        (funding(100, asked=60), 0, 60, 100, 40),
        (funding(100, asked=100, obtained=100), 100, 0, 0, 0),
        (funding(100, asked=100, obtained=40), 40, 60, 60, 0),
        (funding(100, asked=40, obtained=40), 40, 0, 60, 60),
        (funding(100, asked=30, obtained=40), 40, 0, 60, 60),
        (funding(100, obtained=130), 130, 0, 0, 0),
        (funding(100, asked=500), 0, 100, 100, 0),
        (funding(0, asked=50, obtained=50), 50, 0, 0, 0),
    ],
)
def test_what_is_planned_is_obtained_asked_or_still_to_be_asked(
    row: SheetFunding, obtained: int, asked: int, missing: int, to_ask: int
) -> None:
    money = money_of(row)
    assert (money.obtained, money.asked, money.missing, money.to_ask) == (obtained, asked, missing, to_ask)
    assert money.covered + money.asked + money.to_ask == money.planned == row.planned


def test_what_one_funder_gives_too_much_pays_for_nothing_else() -> None:
    money = sheet(funding(100, obtained=150), funding(100)).money()
    assert (money.planned, money.obtained, money.missing, money.surplus) == (200, 150, 100, 50)


def test_what_is_given_up_costs_nothing() -> None:
    rows = (sheet(funding(100)), sheet(funding(70), state=SheetState.DROPPED))
    assert AxisView(AXIS, 1, (), rows).money() == Money(planned=100)
    assert [share.money.planned for share in by_funder(rows)] == [100]


def test_totals_by_year_have_the_year_nobody_said_last_and_add_up() -> None:
    plan = Plan((AxisView(AXIS, 1, (), (sheet(funding(10, year=2027), funding(5, year=0), funding(1, year=2026)),)),))
    assert [(year, money.planned) for year, money in plan.by_year()] == [(2026, 1), (2027, 10), (0, 5)]
    assert plan.money().planned == sum(money.planned for _year, money in plan.by_year()) == 16


def test_one_funder_written_two_ways_is_one_and_who_gives_most_is_first() -> None:
    rows = (
        sheet(funding(10, funder="CPAM")),
        sheet(funding(30, obtained=30), funding(5, funder="cpam"), funding(9, funder="")),
    )
    assert [(share.name, share.money.planned) for share in by_funder(rows)] == [("ARS", 30), ("CPAM", 15), ("", 9)]


def test_a_plan_of_nothing_has_nothing() -> None:
    assert (Plan().money(), Plan().years(), Plan().by_funder(), Plan().late(TODAY)) == (Money(), (), (), ())
    assert stretches((), 0) == ()


@pytest.mark.parametrize(
    ("view", "since"),
    [
        (sheet(), None),
        (sheet(due=TODAY), None),
        (sheet(due=date(2026, 4, 27)), date(2026, 4, 27)),
        (sheet(due=date(2026, 4, 27), state=SheetState.TODO), date(2026, 4, 27)),
        (sheet(due=date(2026, 4, 27), state=SheetState.DONE), None),
        (sheet(due=date(2026, 4, 27), state=SheetState.DROPPED), None),
        (sheet(due=date(2027, 1, 1), steps=(step(date(2026, 3, 1)),)), date(2026, 3, 1)),
        (sheet(due=date(2027, 1, 1), steps=(step(date(2026, 3, 1), TODAY), step(None))), None),
    ],
)
def test_a_sheet_is_late_by_its_day_or_by_that_of_a_step_not_done(view: SheetView, since: date | None) -> None:
    assert view.late_since(TODAY) == since


@pytest.mark.parametrize(
    ("baseline", "target", "now", "part"),
    [
        (0, 20, 9, 0.45),
        (31, 15, 31, 0.0),
        (31, 15, 23, 0.5),
        (31, 15, 10, 1.0),
        (0, 20, -3, 0.0),
        (0, 20, None, 0.0),
        (5, 5, 5, 1.0),
        (5, 5, 6, 0.0),
        (None, 20, 9, None),
        (0, None, 9, None),
    ],
)
def test_the_way_covered_goes_from_start_to_target_be_it_down(
    baseline: float | None, target: float | None, now: float | None, part: float | None
) -> None:
    values = () if now is None else (IndicatorValue(indicator_id=1, measured_on=TODAY, value=now),)
    row = SheetIndicator(sheet_id=1, position=1, title="x", baseline=baseline, target=target)
    assert IndicatorView(row, values).covered() == part


def given(*sums: int) -> list[Share]:
    return [Share(f"F{number}", Money(planned=euros, covered=euros)) for number, euros in enumerate(sums, 1)]


def test_the_bar_is_whole_and_small_funders_share_a_stretch() -> None:
    bar = stretches(given(24, 11, 4, 2), 40)
    assert [(one.kind, one.names, one.euros) for one in bar] == [
        ("first", ("F1",), 24), ("second", ("F2",), 11), ("others", ("F3", "F4"), 6), ("missing", (), 40),
    ]  # fmt: skip
    assert bar[0].begin == 0
    assert bar[-1].end == pytest.approx(1)
    assert all(one.end == other.begin for one, other in itertools.pairwise(bar))


@pytest.mark.parametrize(("sums", "missing"), [((), 10), ((10,), 0), ((1,) * 40, 0), ((1,), 10_000_000)])
def test_the_bar_holds_whatever_there_is(sums: tuple[int, ...], missing: int) -> None:
    bar = stretches(given(*sums), missing)
    assert sum(one.euros for one in bar) == sum(sums) + missing
    assert bar[-1].end == pytest.approx(1)
    assert [name for one in bar for name in one.names] == [share.name for share in given(*sums)]
