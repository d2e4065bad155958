"""No count of fewer than five people is on a paper, nor can be told from what is.

Whoever reads knows the rule and every total. They try every pile of sheets that would print the same paper: where all of
them agree on a count that is hidden, it is no secret.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from msp_desktop.domain.masking import LEAST, masked
from msp_desktop.domain.questionnaire import QuestionKind
from msp_desktop.domain.survey_results import BoxCount, PrintedResult, QuestionResult, printed


def test_what_enough_people_say_is_printed() -> None:
    assert masked([12, 5, 7]) == (12, 5, 7)


def test_what_fewer_than_five_say_is_not_nor_the_smallest_of_the_others() -> None:
    assert masked([12, 4, 7]) == (12, None, None)


def test_where_the_smallest_of_the_others_are_equal_all_are_hidden() -> None:
    assert masked([12, 4, 7, 7]) == (12, None, None, None)


def test_nought_is_hidden_like_one_to_four() -> None:
    assert masked([30, 0, 8]) == (30, None, None)


def test_nothing_is_left_where_nobody_says_enough() -> None:
    assert masked([1, 0, 4]) == (None, None, None)


def test_no_count_gives_none() -> None:
    assert masked([]) == ()


def result(kind: QuestionKind, counts: Iterable[int], answered: int, sheets: int) -> QuestionResult:
    boxes = tuple(BoxCount(place, f"case {place}", count) for place, count in enumerate(counts, 1))
    return QuestionResult(1, 1, "Une question", kind, boxes, answered, sheets)


def of_one_box(boxes: int, sheets: int) -> Iterator[QuestionResult]:
    """Yield every pile of so many sheets on which one box is ticked at most."""
    for counts in product(range(sheets + 1), repeat=boxes):
        if sum(counts) <= sheets:
            yield result(QuestionKind.ONE, counts, sum(counts), sheets)


def of_several_boxes(boxes: int, sheets: int, most: int) -> Iterator[QuestionResult]:
    """Yield every pile on which up to `most` boxes are ticked: all counts that sheets can make together."""
    for answered in range(sheets + 1):
        for counts in product(range(answered + 1), repeat=boxes):
            if answered <= sum(counts) <= most * answered:
                yield result(QuestionKind.MANY, counts, answered, sheets)


def told(piles: Iterable[QuestionResult]) -> list[tuple[PrintedResult, int]]:
    """Return each paper on which a hidden count is the same in all piles that print it, with the place of the count."""
    papers: dict[PrintedResult, list[QuestionResult]] = {}
    for pile in piles:
        papers.setdefault(printed(pile), []).append(pile)
    found = []
    for paper, same in papers.items():
        for place, box in enumerate(paper.boxes):
            values = {pile.boxes[place].count for pile in same}
            if box.count is None and len(values) == 1:
                found.append((paper, place))
    return found


@pytest.mark.parametrize("sheets", [5, 6, 8, 9, 10, 13, 16])
@pytest.mark.parametrize("boxes", [1, 2, 3])
def test_no_hidden_count_is_told_where_one_box_is_ticked(boxes: int, sheets: int) -> None:
    assert told(of_one_box(boxes, sheets)) == []


@pytest.mark.parametrize(
    ("boxes", "sheets", "most"), [(1, 5, 1), (1, 9, 1), (2, 9, 2), (3, 9, 2), (3, 12, 3), (3, 10, 3), (2, 14, 2)]
)
def test_no_hidden_count_is_told_where_several_are(boxes: int, sheets: int, most: int) -> None:
    found = [paper for paper, _place in told(of_several_boxes(boxes, sheets, most)) if paper.unanswered != sheets]
    assert found == []


def test_a_rule_that_hid_small_counts_alone_would_tell_them() -> None:
    """The reader of these tests is a real one: without the second count hidden, the first comes back."""
    piles = {(a, b): (a if a >= LEAST else None, b if b >= LEAST else None) for a in range(13) for b in [12 - a]}
    same = [pile for pile, paper in piles.items() if paper == (None, 10)]
    assert same == [(2, 10)]


@pytest.mark.parametrize("kind", [QuestionKind.ONE, QuestionKind.MANY])
def test_what_is_printed_is_never_small(kind: QuestionKind) -> None:
    for counts in product(range(9), repeat=3):
        answered = min(sum(counts), 20) if kind is QuestionKind.MANY else sum(counts)
        paper = printed(result(kind, counts, answered, 30))
        shown = [box.count for box in paper.boxes if box.count is not None]
        assert all(count >= LEAST for count in shown), counts
        assert paper.unanswered is None or paper.unanswered >= LEAST


@pytest.mark.parametrize(("boxes", "sheets"), [(2, 9), (3, 12)])
def test_several_boxes_of_which_one_is_ticked_at_most_add_up_too(boxes: int, sheets: int) -> None:
    piles = [replace(pile, kind=QuestionKind.MANY, most=1) for pile in of_one_box(boxes, sheets)]
    assert told(piles) == []
    paper = printed(replace(result(QuestionKind.MANY, [20, 10, 6], 36, 38), most=1))
    assert [box.count for box in paper.boxes] == [20, 10, None]  # 38 sheets: the two that say nothing would be told
