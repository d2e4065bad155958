"""What is agreed to in a review: lines ticked, fields chosen, and how they go together."""

from __future__ import annotations

from msgspec.structs import replace

from msp_desktop.domain.official import FoundFigure, Proposal, ReviewFigure, ReviewLine
from msp_desktop.domain.official_ticks import Agreed, agreed, with_choice, with_figure, with_none, with_tick
from tools.official_reviews import LINES, review

MODE, PHONE = ("health_professional", "mode"), ("person", "phone")


def test_what_is_ticked_is_counted_by_what_becomes_of_it() -> None:
    first = review()
    assert agreed(first) == Agreed(add=2, correct=1)
    for line in (4, 5, 6, 7):
        first = with_tick(first, line, True)
    assert agreed(first) == Agreed(add=4, correct=1, confirm=1, gone=1)
    assert agreed(first).lines == 7


def test_a_line_ticked_again_fills_what_is_empty_and_replaces_nothing_typed() -> None:
    none = with_tick(review(), 1, False)
    assert taken(none.lines[0]) == [False, False]
    again = with_tick(none, 1, True)
    assert taken(again.lines[0]) == [False, True]
    assert again == review()


def test_a_line_that_only_replaces_is_taken_whole_where_it_is_ticked() -> None:
    (mode, _phone) = LINES[0].differences
    alone = review(replace(LINES[0], differences=(mode,), ticked=False))
    assert taken(with_tick(alone, 1, True).lines[0]) == [True]
    doubted = review(replace(alone.lines[0], proposal=Proposal.TO_CONFIRM))
    assert taken(with_tick(doubted, 1, True).lines[0]) == [False]


def test_a_field_is_chosen_alone_and_the_line_follows() -> None:
    kept = with_choice(review(), 1, PHONE, False)
    assert not kept.lines[0].ticked
    chosen = with_choice(kept, 1, MODE, True)
    assert chosen.lines[0].ticked
    assert taken(chosen.lines[0]) == [True, False]


def test_a_doubt_stays_ticked_whatever_is_chosen_in_it() -> None:
    doubted = review(replace(LINES[0], proposal=Proposal.TO_CONFIRM))
    assert with_choice(doubted, 1, PHONE, False).lines[0].ticked
    assert agreed(with_choice(doubted, 1, PHONE, False)) == Agreed(confirm=1)


def test_public_figures_are_ticked_by_their_place() -> None:
    figures = tuple(
        ReviewFigure(found=FoundFigure(code=code, area="23096"), title=code, words="1", source="") for code in "ab"
    )
    one = with_figure(replace(review(), figures=figures), 1, False)
    assert [figure.ticked for figure in one.figures] == [True, False]
    assert agreed(one) == Agreed(add=2, correct=1, figures=1)
    assert agreed(with_none(one)).lines == 0


def test_nothing_is_ticked_any_more() -> None:
    assert agreed(with_none(review())).lines == 0


def taken(line: ReviewLine) -> list[bool]:
    return [one.accepted for one in line.differences]
