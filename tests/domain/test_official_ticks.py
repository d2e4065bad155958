"""What is agreed to in a review: lines ticked, fields chosen, and how they go together."""

from __future__ import annotations

from msp_desktop.domain.official import Proposal
from msp_desktop.domain.official_ticks import Agreed, agreed, is_tickable, with_choice, with_none, with_tick
from tests.official_reviews import LINES, review

MODE, PHONE = ("health_professional", "mode"), ("person", "phone")


def test_what_is_ticked_is_counted_by_what_becomes_of_it() -> None:
    first = review()
    assert agreed(first) == Agreed(add=2, correct=1)
    confirmed = with_tick(with_tick(with_tick(first, 4, True), 5, True), 7, True)
    assert agreed(confirmed) == Agreed(add=4, correct=1, gone=1)
    assert agreed(confirmed).lines == 6


def test_what_is_already_there_cannot_be_ticked() -> None:
    assert [line.proposal for line in LINES if not is_tickable(line)] == [Proposal.EXISTING]
    assert with_tick(review(), 6, True) == review()


def test_a_line_ticked_takes_all_that_its_file_says_and_an_unticked_one_nothing() -> None:
    none = with_tick(review(), 1, False)
    assert [one.accepted for one in none.lines[0].differences] == [False, False]
    whole = with_tick(none, 1, True)
    assert [one.accepted for one in whole.lines[0].differences] == [True, True]


def test_a_field_is_chosen_alone_and_the_line_follows() -> None:
    kept = with_choice(review(), 1, PHONE, False)
    assert not kept.lines[0].ticked
    taken = with_choice(kept, 1, MODE, True)
    assert taken.lines[0].ticked
    assert [one.accepted for one in taken.lines[0].differences] == [True, False]


def test_nothing_is_ticked_any_more() -> None:
    assert agreed(with_none(review())).lines == 0
