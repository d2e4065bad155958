"""The way of a link between two bars, in plain rectangles: rows of 20 from 100 down, a strip from 0 to 400."""

from __future__ import annotations

from itertools import pairwise

import pytest

from msp_desktop.domain.strip_route import Box, Point, Rows, route

ROWS = Rows(top=100, height=20, left=0, right=400)


def box(row: int, x: float, width: float) -> Box:
    """A bar or words in the middle of a row."""
    return Box(x=x, y=100 + row * 20 + 4, width=width, height=12)


def strikes(points: tuple[Point, ...], words: Box) -> bool:
    """Tell whether a line through these points enters the words."""
    return any(
        min(x1, x2) < words.right
        and max(x1, x2) > words.x
        and min(y1, y2) < words.y + words.height
        and max(y1, y2) > words.y
        for (x1, y1), (x2, y2) in pairwise(points)
    )


@pytest.mark.parametrize(("source_row", "target_row"), [(0, 1), (0, 4), (3, 0), (2, 2)])
def test_each_stretch_is_level_or_upright_and_none_is_empty(source_row: int, target_row: int) -> None:
    points = route(box(source_row, 50, 60), box(target_row, 200, 60), ROWS, [], [])
    for (x1, y1), (x2, y2) in pairwise(points):
        assert (x1 == x2) != (y1 == y2)


def test_it_leaves_by_the_edge_of_its_bar_and_arrives_at_the_beginning_of_the_other() -> None:
    source, target = box(0, 50, 60), box(2, 200, 60)
    points = route(source, target, ROWS, [], [])
    assert source.x < points[0][0] < source.right
    assert points[0][1] == source.y + source.height
    assert points[-1] == (target.x - 1, target.middle)


def test_going_up_it_leaves_by_the_top() -> None:
    source = box(3, 50, 60)
    assert route(source, box(1, 200, 60), ROWS, [], [])[0][1] == source.y


def test_words_between_two_rows_are_gone_around() -> None:
    words = box(1, 20, 150)
    points = route(box(0, 50, 60), box(2, 120, 60), ROWS, [words], [])
    assert not strikes(points, words)


def test_where_words_stand_before_the_bar_it_is_entered_from_above() -> None:
    target = box(2, 200, 60)
    before = box(2, 100, 98)
    points = route(box(0, 20, 30), target, ROWS, [before], [])
    assert not strikes(points, before)
    assert points[-1][1] == target.y
    assert target.x < points[-1][0] < target.right


def test_a_bar_at_the_left_edge_is_entered_from_above_too() -> None:
    target = box(2, 2, 60)
    points = route(box(0, 150, 60), target, ROWS, [], [])
    assert all(ROWS.left <= x <= ROWS.right for x, _y in points)
    assert points[-1][1] == target.y


def test_a_row_full_of_words_is_crossed_all_the_same() -> None:
    points = route(box(0, 50, 60), box(2, 200, 60), ROWS, [box(1, -10, 420)], [])
    assert points[-1] == (199, box(2, 200, 60).middle)
