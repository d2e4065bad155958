"""The evaluation as the method tells it: four steps, questions with what shows their answers."""

from __future__ import annotations

from msp_desktop.method.evaluation import kit_evaluation


def test_it_goes_from_organising_to_new_priorities() -> None:
    steps = kit_evaluation().steps
    assert len(steps) == 4
    for step, word in zip(steps, ("Organiser", "Guider", "Restituer", "priorités"), strict=True):
        assert word in step


def test_every_question_proposed_says_by_what_it_is_seen_and_where_that_is_found() -> None:
    assert all(
        one.question.rstrip().endswith("?") and one.indicator and one.method for one in kit_evaluation().questions
    )
