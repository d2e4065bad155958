"""Where days stand on the line of the plan, at its borders."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.domain.action_plan import AxisView, Plan, SheetView
from msp_desktop.domain.action_sheets import ActionSheet, Axis, SheetStep
from msp_desktop.domain.sheet_days import Span, ends, span_of

TODAY = date(2026, 4, 28)
AXIS = Axis(id=1, position=1, title="x")


def sheet(start: date | None = None, due: date | None = None, *steps: date | None) -> SheetView:
    rows = tuple(SheetStep(sheet_id=1, position=1, text="x", due_on=day) for day in steps)
    return SheetView(
        ActionSheet(id=1, axis_id=1, position=1, title="x", starts_on=start, due_on=due), "1.1", AXIS, None, rows
    )


def plan(*views: SheetView) -> Plan:
    return Plan((AxisView(AXIS, 1, (), views),))


@pytest.mark.parametrize(
    ("views", "first", "last"),
    [
        ((), date(2026, 4, 1), date(2026, 6, 30)),
        ((sheet(date(2025, 12, 31), date(2026, 12, 1)),), date(2025, 10, 1), date(2026, 12, 31)),
        ((sheet(None, None, date(2027, 1, 1)),), date(2026, 4, 1), date(2027, 3, 31)),
        ((sheet(date(206, 1, 1), date(2026, 12, 1)),), date(2026, 4, 1), date(2026, 12, 31)),
        ((sheet(None, date(9000, 1, 1)),), date(2026, 4, 1), date(2026, 6, 30)),
    ],
)
def test_whole_quarters_hold_today_and_all_that_is_near(views: tuple[SheetView, ...], first: date, last: date) -> None:
    assert span_of(plan(*views), TODAY) == Span(first, last)


def test_days_outside_are_at_the_edge() -> None:
    span = Span(date(2026, 1, 1), date(2026, 12, 31))
    assert (span.place(date(2025, 1, 1)), span.place(date(2026, 1, 1)), span.place(date(2028, 1, 1))) == (0, 0, 1)
    assert 0.49 < span.place(date(2026, 7, 2)) < 0.51
    assert Span(date(2025, 10, 1), date(2027, 3, 31)).years() == (date(2025, 10, 1), date(2026, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("view", "found"),
    [
        (sheet(), None),
        (sheet(None, TODAY), (TODAY, TODAY)),
        (sheet(date(2026, 9, 1), TODAY), (TODAY, date(2026, 9, 1))),
        (sheet(None, None, date(2026, 2, 1), None, TODAY), (date(2026, 2, 1), TODAY)),
    ],
)
def test_a_sheet_begins_and_ends_by_its_days_or_its_steps(view: SheetView, found: tuple[date, date] | None) -> None:
    assert ends(view) == found
