"""How a health project is evaluated: four steps, and questions to begin with."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes


class KitQuestion(Content, frozen=True):
    """A question, what shows its answer, where that is found."""

    code: str
    question: str
    indicator: str
    method: str


class KitEvaluation(Content, frozen=True):
    """The steps of an evaluation and the questions proposed."""

    introduction: str
    steps: tuple[str, ...]
    questions: tuple[KitQuestion, ...]


@cache
def kit_evaluation() -> KitEvaluation:
    """Load and check resources/method/evaluation.toml."""
    kit = load(KitEvaluation, "evaluation")
    unique_codes(kit.questions, "evaluation.toml")
    return kit
