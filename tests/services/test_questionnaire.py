"""The questionnaire's questions and boxes: proposed, reworded, moved, taken out, brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.questionnaire import (
    QuestionKind,
    Questionnaire,
    QuestionView,
    SurveyChoice,
    SurveyQuestion,
    SurveySheet,
    SurveyTick,
    SurveyWords,
)
from msp_desktop.errors import UserError
from msp_desktop.method.questionnaire import kit_questionnaire
from msp_desktop.services import questionnaire as service
from msp_desktop.services import survey_sheets

TODAY = date(2026, 4, 28)


@pytest.fixture
def asked(store: Store) -> Store:
    """The ten questions proposed."""
    service.propose_questions(store)
    return store


def view(store: Store, number: int) -> QuestionView:
    return service.questions(store.reader)[number - 1]


def labels(store: Store, number: int) -> list[str]:
    return [box.label for box in view(store, number).choices]


def test_the_questions_proposed_come_once(asked: Store) -> None:
    service.propose_questions(asked)
    assert [one.question.text for one in service.questions(asked.reader)] == [
        kit.text for kit in kit_questionnaire().questions
    ]
    assert all(map(service.is_as_proposed, service.questions(asked.reader)))


def test_the_paper_says_what_is_proposed_until_the_town_says_otherwise(store: Store) -> None:
    kit = kit_questionnaire()
    words = service.paper_words(store.reader)
    assert (words.title, words.drop_at, words.answer_by) == (kit.title, kit.drop_at, None)
    service.update_questionnaire(store, Change(Questionnaire, title="Et la santé ?", answer_by=date(2026, 6, 1)))
    service.update_questionnaire(store, Change(Questionnaire, drop_at="à l’épicerie"))
    words = service.paper_words(store.reader)
    assert (words.title, words.drop_at, words.answer_by) == ("Et la santé ?", "à l’épicerie", date(2026, 6, 1))
    service.update_questionnaire(store, Change(Questionnaire, title=""))
    assert service.paper_words(store.reader).title == kit.title


def test_a_question_of_the_town_s_own_is_answered_by_yes_or_no_to_begin_with(store: Store) -> None:
    row = service.add_question(store, "  Venez-vous au marché ? ")
    assert row.text == "Venez-vous au marché ?"
    assert labels(store, 1) == ["oui", "non"]
    assert service.is_as_proposed(view(store, 1))


def test_a_question_needs_words(store: Store) -> None:
    with pytest.raises(UserError, match="question"):
        service.add_question(store, "  ")
    row = service.add_question(store, "Une")
    with pytest.raises(UserError):
        service.update_question(store, row.id, Change(SurveyQuestion, text=" "))


def test_a_question_taken_out_can_be_asked_again(asked: Store) -> None:
    code = view(asked, 3).question.kit_code
    service.delete_question(asked, view(asked, 3).id)
    assert [kit.code for kit in service.missing_kit_questions(asked.reader)] == [code]
    service.add_question(asked, "", code)
    assert view(asked, 10).question.kit_code == code
    assert len(labels(asked, 10)) == 8
    assert service.missing_kit_questions(asked.reader) == ()


def test_what_was_reworded_is_brought_back_and_own_boxes_stay_after_those_proposed(asked: Store) -> None:
    before = labels(asked, 1)
    row = view(asked, 1)
    service.update_question(asked, row.id, Change(SurveyQuestion, text="Un médecin ?", other="lequel"))
    service.reword_choice(asked, row.choices[0].id, "tout près")
    service.delete_choice(asked, row.choices[2].id)
    service.add_choice(asked, row.id, "je ne sais pas")
    service.move_choice(asked, view(asked, 1).choices[-1].id, -1)
    assert not service.is_as_proposed(view(asked, 1))
    service.restore_question(asked, row.id)
    assert labels(asked, 1) == [*before, "je ne sais pas"]
    assert view(asked, 1).question.text == "Avez-vous un médecin traitant\u202f?"
    asked.undo()
    assert labels(asked, 1) == ["tout près", before[1], "je ne sais pas", before[3]]


def test_two_boxes_of_a_question_do_not_say_the_same(asked: Store) -> None:
    with pytest.raises(UserError, match="Bourg"):
        service.add_choice(asked, view(asked, 9).id, "Bourg")
    with pytest.raises(UserError):
        service.add_choice(asked, view(asked, 9).id, "")


def test_questions_and_boxes_move_and_stay_at_the_edge(asked: Store) -> None:
    first, second = view(asked, 1).id, view(asked, 2).id
    service.move_question(asked, first, -1)
    service.move_question(asked, first, 1)
    assert [view(asked, number).id for number in (1, 2)] == [second, first]
    boxes = labels(asked, 1)
    service.move_choice(asked, view(asked, 1).choices[0].id, 1)
    assert labels(asked, 1)[:2] == boxes[1::-1]


def test_what_was_answered_goes_with_its_question_and_comes_back_with_it(asked: Store) -> None:
    sheet = survey_sheets.add_sheet(asked, TODAY)
    row = view(asked, 3)
    survey_sheets.toggle(asked, sheet.id, row.choices[0].id)
    survey_sheets.write_words(asked, sheet.id, row.id, "un cardiologue")
    assert service.answered_by(asked.reader, row.id) == 1
    service.delete_question(asked, row.id)
    assert asked.reader.all(SurveyTick) == []
    assert asked.reader.all(SurveyWords) == []
    asked.undo()
    assert survey_sheets.sheet_answers(asked.reader, sheet.id).words == {row.id: "un cardiologue"}
    assert len(asked.reader.all(SurveyTick)) == 1


def test_a_question_with_several_boxes_ticked_on_a_sheet_stays_one_of_several(asked: Store) -> None:
    row = view(asked, 2)
    sheet = survey_sheets.add_sheet(asked, TODAY)
    survey_sheets.toggle(asked, sheet.id, row.choices[1].id)
    service.update_question(asked, row.id, Change(SurveyQuestion, kind=QuestionKind.ONE))
    service.update_question(asked, row.id, Change(SurveyQuestion, kind=QuestionKind.MANY))
    survey_sheets.toggle(asked, sheet.id, row.choices[2].id)
    with pytest.raises(UserError, match="plusieurs"):
        service.update_question(asked, row.id, Change(SurveyQuestion, kind=QuestionKind.ONE))
    assert view(asked, 2).question.kind is QuestionKind.MANY


@pytest.mark.parametrize(
    "act",
    [
        lambda store: service.add_question(store, "Une autre"),
        lambda store: service.delete_question(store, view(store, 2).id),
        lambda store: service.move_question(store, view(store, 2).id, 1),
        lambda store: service.add_choice(store, view(store, 2).id, "autre chose"),
        lambda store: service.delete_choice(store, view(store, 2).choices[0].id),
        lambda store: service.reword_choice(store, view(store, 2).choices[0].id, "autrement"),
        lambda store: service.move_choice(store, view(store, 2).choices[0].id, 1),
    ],
)
def test_each_act_is_one_step_back(asked: Store, act: Callable[[Store], object]) -> None:
    before = service.questions(asked.reader)
    act(asked)
    assert service.questions(asked.reader) != before
    asked.undo()
    assert service.questions(asked.reader) == before


def test_the_last_day_on_which_sheets_were_typed_in(store: Store) -> None:
    assert service.last_entered(store.reader) is None
    for day in (date(2026, 4, 20), date(2026, 4, 12)):
        survey_sheets.add_sheet(store, day)
    assert service.last_entered(store.reader) == date(2026, 4, 20)
    assert service.sheet_count(store.reader) == len(store.reader.all(SurveySheet)) == 2


def test_boxes_belong_to_their_own_question(asked: Store) -> None:
    assert {box.question_id for box in view(asked, 4).choices} == {view(asked, 4).id}
    assert len(asked.reader.all(SurveyChoice)) == sum(len(kit.boxes) for kit in kit_questionnaire().questions)
