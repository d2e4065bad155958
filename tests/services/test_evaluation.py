"""The evaluation: questions proposed or the town's own, results dated, priorities that follow."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.errors import UserError
from msp_desktop.method.evaluation import kit_evaluation
from msp_desktop.services import evaluation as service
from tests.conftest import TODAY


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


def update(store: Store, key: int, **values: object) -> EvaluationQuestion:
    service.update_question(store, key, Change(EvaluationQuestion, **values), TODAY)
    return store.reader.one(EvaluationQuestion, key)


def test_the_questions_proposed_fill_an_empty_list_once(store: Store) -> None:
    before = dump(store)
    service.propose_questions(store)
    service.propose_questions(store)
    assert [row.question for row in service.questions(store.reader)] == [q.question for q in kit_evaluation().questions]
    store.undo()
    assert dump(store) == before


def test_a_result_is_of_today_unless_its_day_is_said_and_of_no_day_once_it_is_gone(store: Store) -> None:
    key = service.add_question(store, "Les délais ont-ils baissé ?").id
    assert update(store, key, result="De 21 à 14 jours").result_on == TODAY
    assert update(store, key, result_on=date(2026, 4, 1)).result_on == date(2026, 4, 1)
    assert update(store, key, result="De 21 à 13 jours").result_on == date(2026, 4, 1)
    assert update(store, key, result="  ").result_on is None


def test_new_priorities_are_those_written(store: Store) -> None:
    keys = [service.add_question(store, f"Question {number} ?").id for number in range(3)]
    update(store, keys[1], priority="Aller vers les aidants")
    assert [row.id for row in service.priorities(service.questions(store.reader))] == [keys[1]]


def test_questions_move_and_stay_at_the_ends(store: Store) -> None:
    keys = [service.add_question(store, f"Question {number} ?").id for number in range(3)]
    service.move_question(store, keys[2], -1)
    service.move_question(store, keys[0], -1)
    assert [row.id for row in service.questions(store.reader)] == [keys[0], keys[2], keys[1]]
    service.delete_questions(store, [keys[0], keys[1]])
    assert [row.id for row in service.questions(store.reader)] == [keys[2]]


def test_a_question_needs_words(store: Store) -> None:
    key = service.add_question(store, "Quoi ?").id
    with pytest.raises(UserError):
        service.add_question(store, " ")
    with pytest.raises(UserError):
        update(store, key, question="\n")
