"""Tests of an answer as the commune looks at it."""

from __future__ import annotations

from datetime import UTC, datetime

from msp_desktop.domain.carried.reply import StepProposed
from msp_desktop.domain.replies import LineState, ReplyLine, ReplyReview, with_line


def test_only_what_can_be_taken_is_ticked() -> None:
    lines = tuple(
        ReplyLine(line=StepProposed(key=state.value, words="Appeler"), title="", new="Appeler", state=state)
        for state in LineState
    )
    review = ReplyReview(signed="", made_at=datetime(2026, 5, 4, tzinfo=UTC), lines=lines)
    assert review.offered == 1
    for state in LineState:
        review = with_line(review, state.value, True)
    assert review.ticked == ("offered", "aside")
    assert with_line(review, "aside", False).ticked == ("offered",)
