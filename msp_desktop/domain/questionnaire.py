"""The questionnaire for residents: its questions and boxes, and what the sheets that came back say.

A sheet is a paper without a name: nothing ties it to anybody, and its answers are only ever shown counted.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References


class QuestionKind(StrEnum):
    """How one answers: one box, several, or words alone."""

    ONE = "one"
    MANY = "many"
    WORDS = "words"


class Questionnaire(Struct, frozen=True, kw_only=True):
    """What is said around the questions (one row, id 1); `handed_out` is how many copies were given."""

    id: int = 1
    title: str = ""
    answer_by: date | None = None
    drop_at: str = ""
    handed_out: Annotated[int, Meta(ge=0, le=1_000_000)] = 0


class SurveyQuestion(Struct, frozen=True, kw_only=True):
    """A question; `most` is how many boxes one ticks at most, 0 for any number; `other` what stands before a line, if any."""

    id: int = 0
    position: int
    kit_code: str = ""
    text: str
    kind: QuestionKind = QuestionKind.ONE
    most: Annotated[int, Meta(ge=0, le=99)] = 0
    other: str = ""

    def has_boxes(self) -> bool:
        """Tell whether one answers by ticking."""
        return self.kind is not QuestionKind.WORDS

    def has_words(self) -> bool:
        """Tell whether there is a line to write on."""
        return self.kind is QuestionKind.WORDS or bool(self.other)


class SurveyChoice(Struct, frozen=True, kw_only=True):
    """A box of a question."""

    id: int = 0
    question_id: Annotated[int, References("survey_question", on_delete="cascade")]
    position: int
    kit_code: str = ""
    label: str


class SurveySheet(Struct, frozen=True, kw_only=True):
    """One paper that came back; `position` is its number in the pile."""

    id: int = 0
    position: int
    entered_on: date


class SurveyTick(Struct, frozen=True, kw_only=True, gc=False):
    """A box ticked on a sheet."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("sheet_id", "choice_id")

    id: int = 0
    sheet_id: Annotated[int, References("survey_sheet", on_delete="cascade")]
    choice_id: Annotated[int, References("survey_choice", on_delete="cascade")]


class SurveyWords(Struct, frozen=True, kw_only=True):
    """Words written on a sheet; `quotable` once somebody has read them and found that they designate nobody."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("sheet_id", "question_id")

    id: int = 0
    sheet_id: Annotated[int, References("survey_sheet", on_delete="cascade")]
    question_id: Annotated[int, References("survey_question", on_delete="cascade")]
    words: Note
    quotable: bool = False


class QuestionView(Struct, frozen=True):
    """A question with its boxes, and its number on the paper."""

    number: int
    question: SurveyQuestion
    choices: tuple[SurveyChoice, ...] = ()

    @property
    def id(self) -> int:
        """Return the question's id."""
        return self.question.id


class PaperWords(Struct, frozen=True):
    """What the paper says around its questions; `drop_at` completes « À déposer »."""

    title: str
    lead: str
    answer_by: date | None
    drop_at: str
    promise: str


class SheetAnswers(Struct, frozen=True):
    """What one sheet says: the boxes ticked, and the words by question."""

    ticked: frozenset[int] = frozenset()
    words: dict[int, str] = {}

    def is_blank(self) -> bool:
        """Tell whether nothing is on it."""
        return not self.ticked and not self.words
