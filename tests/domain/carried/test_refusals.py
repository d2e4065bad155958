"""Each reason has a sentence of its own."""

from __future__ import annotations

from msp_desktop.domain.carried.refusals import RefusedError, Why, refusal_words


def test_each_reason_is_said_in_one_sentence_of_its_own() -> None:
    said = [refusal_words(why) for why in Why]
    assert len(set(said)) == len(Why)
    assert all(sentence.endswith(".") for sentence in said)


def test_a_refusal_tells_why_and_where() -> None:
    assert str(RefusedError(Why.INVALID, "$.places[0].n")) == "invalid: $.places[0].n"
    assert str(RefusedError(Why.TOO_NEW)) == "too-new"
