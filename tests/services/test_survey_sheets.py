"""Sheets typed in box by box, corrected, taken out, undone."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.questionnaire import QuestionView, SurveySheet, SurveyTick, SurveyWords
from msp_desktop.services import survey_sheets as service
from msp_desktop.services.questionnaire import propose_questions, questions

TODAY = date(2026, 4, 28)


@pytest.fixture
def asked(store: Store) -> Store:
    propose_questions(store)
    return store


def view(store: Store, number: int) -> QuestionView:
    return questions(store.reader)[number - 1]


def test_of_a_question_of_one_box_the_last_one_ticked_stays(asked: Store) -> None:
    sheet, boxes = service.add_sheet(asked, TODAY), view(asked, 1).choices
    service.toggle(asked, sheet.id, boxes[0].id)
    service.toggle(asked, sheet.id, boxes[2].id)
    assert service.sheet_answers(asked.reader, sheet.id).ticked == {boxes[2].id}
    asked.undo()
    assert service.sheet_answers(asked.reader, sheet.id).ticked == {boxes[0].id}
    service.toggle(asked, sheet.id, boxes[0].id)
    assert service.sheet_answers(asked.reader, sheet.id).is_blank()


def test_of_a_question_of_several_all_stay_and_other_sheets_are_not_touched(asked: Store) -> None:
    boxes = view(asked, 2).choices
    first, second = service.add_sheet(asked, TODAY), service.add_sheet(asked, TODAY)
    for sheet, box in ((first, 1), (first, 2), (second, 1), (second, 3)):
        service.toggle(asked, sheet.id, boxes[box].id)
    assert service.sheet_answers(asked.reader, first.id).ticked == {boxes[1].id, boxes[2].id}
    assert service.sheet_answers(asked.reader, second.id).ticked == {boxes[1].id, boxes[3].id}


def test_words_written_are_kept_until_nothing_is_left_of_them(asked: Store) -> None:
    sheet, last = service.add_sheet(asked, TODAY), view(asked, 10)
    service.write_words(asked, sheet.id, last.id, "Merci")
    service.write_words(asked, sheet.id, last.id, "Merci à tous")
    assert service.sheet_answers(asked.reader, sheet.id).words == {last.id: "Merci à tous"}
    service.write_words(asked, sheet.id, last.id, "  ")
    assert asked.reader.all(SurveyWords) == []
    service.write_words(asked, sheet.id, last.id, " ")
    assert asked.reader.all(SurveyWords) == []


def test_words_changed_are_to_be_read_again_before_they_are_quoted(asked: Store) -> None:
    sheet, last = service.add_sheet(asked, TODAY), view(asked, 10)
    service.write_words(asked, sheet.id, last.id, "Merci")
    (row,) = asked.reader.all(SurveyWords)
    service.set_quotable(asked, row.id, True)
    service.write_words(asked, sheet.id, last.id, "Merci à Mme Roux")
    assert not asked.reader.one(SurveyWords, row.id).quotable


def test_a_sheet_taken_out_goes_with_all_it_says_and_comes_back_whole(asked: Store) -> None:
    first, second = service.add_sheet(asked, TODAY), service.add_sheet(asked, TODAY)
    service.toggle(asked, first.id, view(asked, 1).choices[0].id)
    service.write_words(asked, first.id, view(asked, 10).id, "Merci")
    said = service.sheet_answers(asked.reader, first.id)
    service.delete_sheet(asked, first.id)
    assert [sheet.id for sheet in service.sheets(asked.reader)] == [second.id]
    assert service.number_of(asked.reader, second.id) == 1
    assert asked.reader.all(SurveyTick) == []
    asked.undo()
    assert service.sheet_answers(asked.reader, first.id) == said
    assert service.number_of(asked.reader, second.id) == 2


def test_a_sheet_begins_with_what_is_first_on_it_in_one_step(asked: Store) -> None:
    ticked = service.begin_with(asked, view(asked, 1).choices[1].id, TODAY)
    written = service.begin_in_words(asked, view(asked, 10).id, "Merci", TODAY)
    assert service.sheet_answers(asked.reader, ticked.id).ticked == {view(asked, 1).choices[1].id}
    assert service.sheet_answers(asked.reader, written.id).words == {view(asked, 10).id: "Merci"}
    asked.undo()
    assert [sheet.id for sheet in service.sheets(asked.reader)] == [ticked.id]
    asked.undo()
    assert asked.reader.all(SurveySheet) == []
    assert service.number_of(asked.reader, ticked.id) == 0


def test_a_blank_sheet_counts(asked: Store) -> None:
    blank = service.add_sheet(asked, TODAY)
    assert service.sheet_answers(asked.reader, blank.id).is_blank()
    assert service.number_of(asked.reader, blank.id) == 1
