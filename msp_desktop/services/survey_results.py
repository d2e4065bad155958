"""What the sheets say, question by question, counted where the rows are."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, func, select

from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.questionnaire import (
    QuestionKind,
    QuestionView,
    SurveyChoice,
    SurveyQuestion,
    SurveySheet,
    SurveyTick,
    SurveyWords,
)
from msp_desktop.domain.survey_results import BoxCount, QuestionResult
from msp_desktop.formats.numbers import in_letters
from msp_desktop.services.questionnaire import questions, sheet_count

#: What the counts are made from.
MADE_FROM = (SurveyQuestion, SurveyChoice, SurveySheet, SurveyTick, SurveyWords)

_TICK, _CHOICE, _WORDS = TABLES[SurveyTick], TABLES[SurveyChoice], TABLES[SurveyWords]
#: What words are called beside boxes where the question says nothing itself.
_WRITTEN = "autre, en toutes lettres"


def results(reader: Reader) -> tuple[QuestionResult, ...]:
    """Return the answers to each question, counted."""
    return reader.kept("answers of residents", MADE_FROM, lambda: _counted(reader))


def _counted(reader: Reader) -> tuple[QuestionResult, ...]:
    by_choice = select(_TICK.c.choice_id, func.count()).group_by(_TICK.c.choice_id)
    ticks: dict[int, int] = dict(map(tuple, reader.select(by_choice)))
    by_question = (
        select(_CHOICE.c.question_id, func.count(func.distinct(_TICK.c.sheet_id)))
        .join_from(_TICK, _CHOICE, _TICK.c.choice_id == _CHOICE.c.id)
        .group_by(_CHOICE.c.question_id)
    )
    ticked: dict[int, int] = dict(map(tuple, reader.select(by_question)))
    both = (
        select(_WORDS.c.id, _TICK.c.id)
        .join_from(_WORDS, _TICK, _WORDS.c.sheet_id == _TICK.c.sheet_id)
        .join(_CHOICE, and_(_CHOICE.c.id == _TICK.c.choice_id, _CHOICE.c.question_id == _WORDS.c.question_id))
    )
    with_a_tick = frozenset(row[0] for row in reader.select(both))
    words: dict[int, list[SurveyWords]] = {}
    for row in reader.all(SurveyWords):
        words.setdefault(row.question_id, []).append(row)
    sheets = sheet_count(reader)
    return tuple(
        _result(view, ticks, ticked.get(view.id, 0), words.get(view.id, ()), with_a_tick, sheets)
        for view in questions(reader)
    )


def asked(view: QuestionView) -> str:
    """Return a question as the paper asks it, with how many boxes one ticks at most."""
    most = view.question.most
    limited = view.question.kind is QuestionKind.MANY and most
    return f"{view.question.text} ({in_letters(most, feminine=True)} au plus)" if limited else view.question.text


def _result(
    view: QuestionView,
    ticks: dict[int, int],
    ticked: int,
    words: Sequence[SurveyWords],
    with_a_tick: frozenset[int],
    sheets: int,
) -> QuestionResult:
    row = view.question
    bare = [written for written in words if written.id not in with_a_tick]
    boxes = (
        [BoxCount(box.id, box.label, ticks.get(box.id, 0), box.kit_code) for box in view.choices]
        if row.has_boxes()
        else []
    )
    if row.has_boxes() and (row.other or words):
        # Beside a box ticked where one alone may be, words only say which: they are no answer of their own.
        count = len(bare) if row.kind is QuestionKind.ONE else len(words)
        boxes.append(BoxCount(0, row.other or _WRITTEN, count))
    answered = (ticked if row.has_boxes() else 0) + (len(bare) if row.has_boxes() else len(words))
    return QuestionResult(
        row.id, view.number, asked(view), row.kind, tuple(boxes), answered, sheets, row.kit_code, tuple(words),
        row.most if row.kind is QuestionKind.MANY else 0,
    )  # fmt: skip
