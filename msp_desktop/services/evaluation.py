"""The evaluation of the health project: its questions, what shows the answers, results, new priorities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.errors import UserError
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.method.evaluation import kit_evaluation
from msp_desktop.services.who import as_shown, who_in, write_change

_ORDER = "position, id"


def questions(reader: Reader) -> list[EvaluationQuestion]:
    """Return the questions in the town's order, with the names of those who see to each."""
    return as_shown(reader, EvaluationQuestion, reader.all(EvaluationQuestion, order=_ORDER))


def priorities(rows: Sequence[EvaluationQuestion]) -> list[EvaluationQuestion]:
    """Return those that led to a new priority."""
    return [row for row in rows if row.priority.strip()]


def propose_questions(store: Store) -> None:
    """Put the method's questions where there is none yet."""
    if store.reader.all(EvaluationQuestion, limit=1):
        return
    with store.write(_("Questions of the method")) as transaction:
        for position, kit in enumerate(kit_evaluation().questions, 1):
            transaction.insert(
                EvaluationQuestion(
                    position=position,
                    kit_code=kit.code,
                    question=kit.question,
                    indicator=kit.indicator,
                    method=kit.method,
                )
            )


def add_question(store: Store, question: str) -> EvaluationQuestion:
    """Add a question."""
    words = question.strip()
    if not words:
        raise UserError(_("Write the question first."))
    with store.write(_("Question: {question}").format(question=one_line(words))) as transaction:
        return transaction.insert(
            EvaluationQuestion(position=transaction.next_position(EvaluationQuestion), question=words)
        )


def update_question(store: Store, question_id: int, change: Change[EvaluationQuestion], today: date) -> None:
    """Change a question; `seen_to_by` is what is typed of who sees to it. A first result is of today unless its day is said."""
    values = dict(change.values)
    if "question" in values and not values["question"].strip():
        raise UserError(_("Write the question first."))
    before = store.reader.one(EvaluationQuestion, question_id)
    if "result" in values and "result_on" not in values:
        if not values["result"].strip():
            values["result_on"] = None
        elif before.result_on is None:
            values["result_on"] = today
    change = Change(EvaluationQuestion, **values)
    who = who_in(store.reader, change)
    with store.write(_("Evaluation"), merges=True) as transaction:
        write_change(transaction, question_id, change, who)


def delete_questions(store: Store, ids: Sequence[int]) -> None:
    """Take questions out of the evaluation."""
    with store.write(_("Question taken out")) as transaction:
        for question_id in ids:
            transaction.delete(EvaluationQuestion, question_id)


def move_question(store: Store, question_id: int, by: int) -> None:
    """Move a question up (-1) or down (1); nothing at the ends."""
    order = [row.id for row in store.reader.all(EvaluationQuestion, order=_ORDER)]
    place = order.index(question_id)
    if not 0 <= place + by < len(order):
        return
    order.insert(place + by, order.pop(place))
    with store.write(_("Question moved")) as transaction:
        for position, key in enumerate(order, 1):
            transaction.update(key, Change(EvaluationQuestion, position=position))
