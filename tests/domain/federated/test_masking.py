"""No paper tells of somebody: every table that prints the same is tried, and every subtraction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest

from msp_desktop.domain.federated.masking import Counted, Row, added, empty, safe, told


def row(*cells: tuple[int, int]) -> Row:
    return {str(place): Counted(*cell) for place, cell in enumerate(cells)}


def rows_of(classes: int, most: int) -> list[Row]:
    """Return every line of so many persons at most, each count from enough communes and from too few."""
    counts = sorted({(n, min(n, communes)) for n in range(most + 1) for communes in (2, 3)})
    return [row(*line) for line in product(counts, repeat=classes) if sum(n for n, _communes in line) <= most]


def test_one_or_two_persons_two_communes_or_a_single_class_are_not_told() -> None:
    assert safe(row((3, 3), (4, 3), (0, 0)))
    assert not safe(row((2, 2), (9, 9)))
    assert not safe(row((9, 2), (9, 9)))
    assert not safe(row((9, 9), (0, 0)))


def test_nought_is_told_where_there_is_nobody() -> None:
    assert told({"55": row((0, 0), (0, 0)), "88": row((1, 1), (0, 0))}) == {"55"}


def test_what_is_left_of_a_whole_takes_the_smallest_other_with_it() -> None:
    large, middle, small = row((9, 9), (9, 9)), row((5, 5), (5, 5)), row((1, 1), (2, 2))
    assert told({"a": large, "b": middle, "c": small}) == {"a"}
    assert told({"a": large, "b": middle}) == {"a", "b"}
    assert told({"a": large, "": row((1, 1), (0, 0))}) == frozenset()


#: For each part its line, or its sum where it is hidden; then the line of all, where it is told.
Paper = tuple[tuple[tuple[int, ...] | int, ...], tuple[int, ...] | None]


def numbers(one: Row) -> tuple[int, ...]:
    return tuple(cell.n for cell in one.values())


def papers(parts: int, classes: int, most: int) -> Iterator[tuple[Paper, tuple[Row, ...]]]:
    """Yield what every little table prints: the public headcounts, the sum where it is told, the parts told."""
    for rows in product(rows_of(classes, most), repeat=parts):
        given = told({str(number): one for number, one in enumerate(rows, 1)})
        whole = added(rows)
        lines = tuple(numbers(one) if str(number) in given else sum(numbers(one)) for number, one in enumerate(rows, 1))
        yield (lines, numbers(whole) if safe(whole) or empty(whole) else None), rows


@pytest.mark.parametrize(
    ("parts", "classes", "most"),
    [(1, 2, 9), (1, 3, 7), (2, 2, 8), pytest.param(3, 2, 6, marks=pytest.mark.slow)],
)
def test_of_every_table_that_prints_the_same_paper_no_hidden_count_is_the_same_in_all(
    parts: int, classes: int, most: int
) -> None:
    seen: dict[Paper, list[set[int]]] = defaultdict(lambda: [set() for _ in range(parts * classes)])
    for paper, rows in papers(parts, classes, most):
        for values, number in zip(seen[paper], (n for one in rows for n in numbers(one)), strict=True):
            values.add(number)
    for (lines, whole), possible in seen.items():
        for place, line in enumerate(lines):
            hidden = possible[place * classes : (place + 1) * classes] if isinstance(line, int) else []
            assert all(len(values) > 1 for values in hidden), (lines, whole)
