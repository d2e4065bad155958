"""When there is nothing to report."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.activity import Activity
from msp_desktop.domain.calls import Call


def test_a_year_is_empty_until_anything_is_there() -> None:
    bare = Activity(2026, date(2026, 1, 1), date(2026, 12, 31), opening="  ", outlook="plus tard")
    assert bare.is_empty()
    assert not Activity(2026, date(2026, 1, 1), date(2026, 12, 31), calls=(Call(subject="x"),)).is_empty()
    assert (bare.held(), bare.sheets(), bare.priorities()) == (0, (), ())
