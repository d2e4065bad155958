"""The questions proposed for residents, and the needs that their answers point to."""

from __future__ import annotations

from functools import cache

from msp_desktop.domain.questionnaire import QuestionKind
from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitBox(Content, frozen=True):
    """A box; `need` is the need of the inventory that it points to, with the profession and the public it concerns."""

    code: str
    label: str
    need: str = ""
    profession: str = ""
    public: str = ""


class KitSurveyQuestion(Content, frozen=True):
    """A question; `most` boxes at most, 0 for any number; `other` stands before a line to write on."""

    code: str
    text: str
    kind: QuestionKind
    most: int = 0
    other: str = ""
    boxes: tuple[KitBox, ...] = ()

    def box(self, code: str) -> KitBox | None:
        """Return the box with this code, None for the town's own."""
        return next((entry for entry in self.boxes if entry.code == code), None)


class KitQuestionnaire(Content, frozen=True):
    """All that the questionnaire says.

    `lead` and `promise` are always printed, the second at the foot; `drop_at` completes « À déposer ».
    """

    title: str
    lead: str
    drop_at: str
    promise: str
    said_by: str
    questions: tuple[KitSurveyQuestion, ...]

    def question(self, code: str) -> KitSurveyQuestion | None:
        """Return the question with this code, None for the town's own."""
        return next((entry for entry in self.questions if entry.code == code), None)


@cache
def kit_questionnaire() -> KitQuestionnaire:
    """Load and check resources/method/questionnaire.toml."""
    kit = load(KitQuestionnaire, "questionnaire")
    unique_codes(kit.questions, "questionnaire.toml")
    for question in kit.questions:
        unique_codes(question.boxes, f"questionnaire.toml: {question.code}")
        if bool(question.boxes) is (question.kind is QuestionKind.WORDS):
            raise MethodError(f"questionnaire.toml: {question.code}: boxes do not go with « {question.kind} »")
    return kit
