"""When a call is to be seen to, and in what order calls stand."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.domain.calls import OPEN, Call, CallState, by_closing, days_left, due_day

CLOSING, REMINDER = date(2026, 6, 12), date(2026, 5, 22)


@pytest.mark.parametrize("state", list(CallState))
def test_only_a_call_to_be_answered_is_owed_on_its_reminder_else_on_its_closing(state: CallState) -> None:
    call = Call(subject="Prévention", state=state, closes_on=CLOSING, reminded_on=REMINDER)
    still = state in OPEN
    assert call.is_open is still
    assert due_day(call) == (REMINDER if still else None)
    assert due_day(Call(subject="x", state=state, closes_on=CLOSING)) == (CLOSING if still else None)
    assert due_day(Call(subject="x", state=state)) is None


def test_a_reminder_after_the_closing_is_owed_on_the_closing() -> None:
    assert due_day(Call(subject="x", closes_on=REMINDER, reminded_on=CLOSING)) == REMINDER


def test_days_left_count_down_to_the_closing_and_below() -> None:
    call = Call(subject="x", closes_on=CLOSING)
    assert [days_left(call, date(2026, 6, day)) for day in (11, 12, 13)] == [1, 0, -1]
    assert days_left(Call(subject="x"), CLOSING) is None


def test_calls_to_answer_come_first_by_closing_then_the_others_latest_first() -> None:
    calls = [
        Call(id=1, subject="gagné", state=CallState.WON, closes_on=date(2026, 1, 5)),
        Call(id=2, subject="sans date"),
        Call(id=3, subject="juin", closes_on=CLOSING),
        Call(id=4, subject="mai", closes_on=REMINDER, state=CallState.ANSWERING),
        Call(id=5, subject="laissé", state=CallState.LEFT, closes_on=date(2026, 3, 5)),
    ]
    assert [call.id for call in by_closing(calls)] == [4, 3, 2, 5, 1]
