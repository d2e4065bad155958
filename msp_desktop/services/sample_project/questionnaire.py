"""The sample's questionnaire: asked as proposed, handed out, and coming back."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from msp_desktop.domain.questionnaire import Questionnaire, SurveyChoice, SurveySheet, SurveyTick, SurveyWords
from msp_desktop.method.questionnaire import kit_questionnaire
from msp_desktop.services.questionnaire import insert_kit_question

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction
    from msp_desktop.services.sample_project import OnDay


def fill(transaction: Transaction, data: dict[str, Any], on: OnDay) -> None:
    """Ask the questions proposed and type in the sheets: a word a question, a letter a box."""
    transaction.insert(
        Questionnaire(answer_by=on(data["answer_by"]), drop_at=data["drop_at"], handed_out=data["handed_out"])
    )
    asked = [insert_kit_question(transaction, kit) for kit in kit_questionnaire().questions]
    boxes: list[dict[str, int]] = []
    for question in asked:
        rows = transaction.all(SurveyChoice, question_id=question.id, order="position")
        boxes.append(dict(zip(ascii_lowercase, (row.id for row in rows), strict=False)))
    sheets = {}
    for number, answers in enumerate(data["sheets"], 1):
        day = on(max(day for first, day in data["entered"] if first <= number))
        assert day is not None
        sheets[number] = transaction.insert(SurveySheet(position=number, entered_on=day))
        for letters, known in zip(answers.split(), boxes, strict=False):
            for letter in letters.replace("-", ""):
                transaction.insert(SurveyTick(sheet_id=sheets[number].id, choice_id=known[letter]))
    by_code = {question.kit_code: question.id for question in asked}
    for row in data.get("words", ()):
        transaction.insert(
            SurveyWords(
                sheet_id=sheets[row["sheet"]].id, question_id=by_code[row["question"]], words=row["text"],
                quotable=row.get("quotable", False),
            )
        )  # fmt: skip
