"""Sheets counted by question, whatever is ticked or written on them."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.questionnaire import QuestionKind, QuestionView, SurveyQuestion
from msp_desktop.domain.survey_results import QuestionResult, printed, quotes
from msp_desktop.services.questionnaire import delete_choice, propose_questions, questions, update_question
from msp_desktop.services.survey_results import results
from msp_desktop.services.survey_sheets import add_sheet, delete_sheet, set_quotable, toggle, write_words

TODAY = date(2026, 4, 28)


@pytest.fixture
def asked(store: Store) -> Store:
    propose_questions(store)
    return store


def view(store: Store, number: int) -> QuestionView:
    return questions(store.reader)[number - 1]


def type_in(store: Store, number: int, *ticks: int, words: str = "") -> int:
    """Type in a sheet that answers one question, by the places of its boxes and by words."""
    sheet, question = add_sheet(store, TODAY), view(store, number)
    for place in ticks:
        toggle(store, sheet.id, question.choices[place].id)
    if words:
        write_words(store, sheet.id, question.id, words)
    return sheet.id


def result(store: Store, number: int) -> QuestionResult:
    return results(store.reader)[number - 1]


def counts(store: Store, number: int) -> list[int]:
    return [box.count for box in result(store, number).boxes]


def test_nothing_is_counted_before_there_is_a_sheet(asked: Store) -> None:
    assert [one.answered for one in results(asked.reader)] == [0] * 10
    assert result(asked, 1).sheets == 0


def test_boxes_are_counted_and_so_are_the_sheets_that_say_nothing(asked: Store) -> None:
    for ticks in ((0,), (0,), (2,), ()):
        type_in(asked, 1, *ticks)
    assert counts(asked, 1) == [2, 0, 1, 0]
    assert (result(asked, 1).answered, result(asked, 1).unanswered) == (3, 1)


def test_a_sheet_with_several_boxes_answers_once(asked: Store) -> None:
    type_in(asked, 2, 1, 2, 4)
    type_in(asked, 2, 1)
    assert counts(asked, 2) == [0, 2, 1, 0, 1, 0]
    assert result(asked, 2).answered == 2


def test_words_beside_boxes_are_an_answer_of_their_own(asked: Store) -> None:
    type_in(asked, 3, 7, words="cardiologue")
    type_in(asked, 3, words="ergothérapeute")
    type_in(asked, 3)
    assert counts(asked, 3)[-1] == 2
    assert counts(asked, 3)[7] == 1
    assert result(asked, 3).answered == 2


def test_of_one_box_alone_neither_who_ticked_it_nor_who_did_not_is_told(asked: Store) -> None:
    row = view(asked, 2)
    for choice in row.choices[1:]:
        delete_choice(asked, choice.id)
    for ticks in [(0,)] * 18 + [()] * 2:
        type_in(asked, 2, *ticks)
    alone = result(asked, 2)
    alone = replace(alone, boxes=alone.boxes[:1])
    assert printed(alone).says_nothing()
    assert printed(alone).unanswered is None


def test_where_one_box_alone_may_be_ticked_words_beside_it_only_say_which(asked: Store) -> None:
    update_question(asked, view(asked, 3).id, Change(SurveyQuestion, kind=QuestionKind.ONE))
    type_in(asked, 3, 7, words="cardiologue")
    type_in(asked, 3, words="ergothérapeute")
    type_in(asked, 3)
    assert counts(asked, 3)[-1] == 1
    assert sum(counts(asked, 3)) + result(asked, 3).unanswered == result(asked, 3).sheets == 3


def test_words_written_where_there_is_no_longer_a_line_are_counted_all_the_same(asked: Store) -> None:
    type_in(asked, 3, words="cardiologue")
    update_question(asked, view(asked, 3).id, Change(SurveyQuestion, other=""))
    assert result(asked, 3).boxes[-1].label == "autre, en toutes lettres"
    assert result(asked, 3).answered == 1


def test_a_question_of_words_has_no_box(asked: Store) -> None:
    type_in(asked, 10, words="Merci")
    assert (result(asked, 10).boxes, result(asked, 10).answered) == ((), 1)


def test_the_title_says_how_many_boxes_at_most(asked: Store) -> None:
    assert result(asked, 3).asked == "Qui vous manque le plus\u202f? (deux au plus)"
    assert result(asked, 2).asked.endswith("soin\u202f?")


def test_a_sheet_taken_out_is_no_longer_counted(asked: Store) -> None:
    sheet = type_in(asked, 1, 0)
    delete_sheet(asked, sheet)
    assert (counts(asked, 1)[0], result(asked, 1).sheets) == (0, 0)
    asked.undo()
    assert counts(asked, 1)[0] == 1


def test_words_are_quoted_once_read_and_apart_from_their_questions(asked: Store) -> None:
    said = ("Un minibus", "merci", "Merci", "Mme Roux est partie", "À bientôt")
    for words in said:
        type_in(asked, 10, words=words)
    assert quotes(results(asked.reader)) == ()
    for row in result(asked, 10).words:
        if "Roux" not in row.words:
            set_quotable(asked, row.id, True)
    assert quotes(results(asked.reader)) == ("À bientôt", "Merci", "Un minibus")


def test_words_of_fewer_than_five_sheets_are_not_quoted(asked: Store) -> None:
    for words in ("un", "deux", "trois", "quatre"):
        sheet = type_in(asked, 10, words=words)
    write_words(asked, sheet, view(asked, 3).id, "cinq")
    for one in results(asked.reader):
        for row in one.words:
            set_quotable(asked, row.id, True)
    assert quotes(results(asked.reader)) == ()
