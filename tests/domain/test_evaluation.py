"""A question of the evaluation is answered once a result is written."""

from __future__ import annotations

import pytest

from msp_desktop.domain.evaluation import EvaluationQuestion


@pytest.mark.parametrize(("result", "answered"), [("", False), ("  \n", False), ("six actions sur huit", True)])
def test_a_question_is_answered_by_words_alone(result: str, answered: bool) -> None:
    assert EvaluationQuestion(position=1, question="?", result=result).is_answered is answered
