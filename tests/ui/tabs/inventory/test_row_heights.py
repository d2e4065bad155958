"""Rows as high as their words, all alike where there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.ui.tabs.inventory.row_heights import heights


@pytest.mark.parametrize(
    ("needed", "room", "found"),
    [
        ([30, 30, 60], 200, [46, 46, 60]),
        ([30, 30, 60], 130, [35, 35, 60]),
        ([30, 30, 60], 100, [30, 30, 60]),
        ([], 100, []),
    ],
)
def test_rows_share_the_room_there_is(needed: list[int], room: int, found: list[int]) -> None:
    assert heights(needed, 46, room) == found


@given(st.lists(st.integers(1, 200), max_size=40), st.integers(0, 2000))
def test_no_row_is_cut_and_none_hides_another_without_need(needed: list[int], room: int) -> None:
    found = heights(needed, 46, room)
    assert all(high >= need for high, need in zip(found, needed, strict=True))
    assert sum(found) <= max(room, sum(needed))
