"""Where days stand along a strip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.domain.strip_axis import Axis

EVEN, BENT = Axis(101, 808.0), Axis(2192, 900.0, 101, 0.6)


def test_days_are_all_as_wide() -> None:
    assert [EVEN.at(number) for number in (0, 10, 101)] == [0.0, 80.0, 808.0]


def test_the_first_days_of_years_have_their_part_of_the_width() -> None:
    assert [BENT.at(number) for number in (0, 101, 2192)] == pytest.approx([0.0, 540.0, 900.0])
    assert BENT.at(1) - BENT.at(0) > 20 * (BENT.at(201) - BENT.at(200))


@pytest.mark.parametrize("axis", [EVEN, BENT])
def test_what_is_outside_stands_at_the_edge(axis: Axis) -> None:
    assert axis.at(-5) == 0
    assert axis.at(9999) == axis.width
    assert axis.number(-5) == 0
    assert axis.number(9999) == axis.days


@pytest.mark.parametrize("axis", [EVEN, BENT, Axis(50, 400.0, 101, 0.6)])
@given(part=st.floats(0, 1))
def test_a_place_is_the_day_that_stands_there(axis: Axis, part: float) -> None:
    assert axis.at(axis.number(part * axis.width)) == pytest.approx(part * axis.width, abs=1e-6)
