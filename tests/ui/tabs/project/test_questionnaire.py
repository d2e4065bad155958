"""The questionnaire's page: begun, reworded, typed in by keyboard, read, and what it says to the inventory."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import Need
from msp_desktop.domain.questionnaire import SurveySheet, SurveyTick, SurveyWords
from msp_desktop.services.questionnaire import propose_questions, questions
from msp_desktop.services.survey_sheets import begin_with, sheet_answers
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.questionnaire_page import QuestionnairePage, make
from msp_desktop.ui.tabs.project.questionnaire_panel import QuestionnairePanel
from msp_desktop.ui.tabs.project.sheet_entry import SheetEntry
from msp_desktop.ui.widgets.list_rows import RowList
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, named, says
from tests.ui.modal import dialog


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> QuestionnairePage:
    propose_questions(workspace.store)
    made = make(workspace)
    assert isinstance(made, QuestionnairePage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    return made


def panel(page: QuestionnairePage) -> QuestionnairePanel:
    assert isinstance(page.panel, QuestionnairePanel)
    return page.panel


@pytest.fixture
def entry(qtbot: QtBot, page: QuestionnairePage, workspace: Workspace) -> SheetEntry:
    made = SheetEntry(workspace)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def press(entry: SheetEntry, keys: str) -> None:
    """Press keys where the keyboard is; « > » is Enter."""
    for key in keys:
        where = entry.focusWidget()
        if key == ">":
            QTest.keyClick(where, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(where, key)


def test_an_empty_questionnaire_begins_with_the_questions_proposed(qtbot: QtBot, workspace: Workspace) -> None:
    made = make(workspace)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    button(made, "Commencer par les questions proposées").click()
    assert len(questions(workspace.reader)) == 10
    assert named(made, RowList, "Questions aux habitants").model().rowCount() == 12
    assert made.target() == questions(workspace.reader)[0].id
    workspace.undo()
    assert questions(workspace.reader) == ()


def test_a_question_is_shown_with_its_boxes_and_who_answered(page: QuestionnairePage, workspace: Workspace) -> None:
    view = questions(workspace.reader)[2]
    page.show_target(view.id)
    assert says(panel(page), "Aucune feuille saisie")
    begin_with(workspace.store, view.choices[3].id, TODAY)
    assert says(panel(page), "1 feuille sur 1 y répond.")
    assert says(panel(page), "1, masqué sur le papier")


def test_targets_come_back_and_words_waiting_lead_to_their_row(page: QuestionnairePage, workspace: Workspace) -> None:
    view = questions(workspace.reader)[4]
    for target in ("paper", "needs", view.id):
        page.show_target(target)
        assert page.target() == target
    assert page.place_of(DraftKey("SurveyQuestion", view.id, "text")) == view.id
    assert page.place_of(DraftKey("SurveyChoice", view.choices[0].id, "label")) == view.id
    assert page.place_of(DraftKey("SurveyWords", ("new 1", view.id), "words")) == view.id
    assert page.place_of(DraftKey("Questionnaire", 1, "title")) == "paper"
    assert page.place_of(DraftKey("Person", 1, "notes")) is None


def test_a_pile_is_typed_in_by_keyboard_alone(entry: SheetEntry, workspace: Workspace) -> None:
    press(entry, "c>bc>da>")
    (sheet,) = workspace.reader.all(SurveySheet)
    first, second, third = questions(workspace.reader)[:3]
    said = sheet_answers(workspace.reader, sheet.id)
    assert said.ticked == {
        first.choices[2].id, second.choices[1].id, second.choices[2].id, third.choices[3].id, third.choices[0].id,
    }  # fmt: skip
    entry.next_sheet()
    assert entry.sheet_id is None
    press(entry, "a")
    assert len(workspace.reader.all(SurveySheet)) == 2
    assert entry.pile.count() == 3
    entry.next_sheet()
    entry.next_sheet()
    assert len(workspace.reader.all(SurveySheet)) == 2


def test_a_letter_pressed_again_unticks_and_of_one_box_the_last_stays(entry: SheetEntry, workspace: Workspace) -> None:
    press(entry, "abb")
    assert workspace.reader.all(SurveyTick) == []
    assert entry.sheet_id is not None
    press(entry, "ad")
    assert [box.isChecked() for box in entry.parts[0].boxes] == [False, False, False, True]


def test_words_written_on_a_new_sheet_begin_it_and_go_on_in_it(entry: SheetEntry, workspace: Workspace) -> None:
    words = entry.parts[-1].words
    assert words is not None
    words.setFocus()
    QTest.keyClicks(words, "Merci")
    entry.flush()
    QTest.keyClicks(words, " beaucoup")
    assert entry.sheet_id is not None
    entry.parts[0].boxes[0].click()
    assert [row.words for row in workspace.reader.all(SurveyWords)] == ["Merci beaucoup"]
    assert words.toPlainText() == "Merci beaucoup"
    assert len(workspace.reader.all(SurveySheet)) == 1
    entry.next_sheet()
    assert words.toPlainText() == ""


def test_an_earlier_sheet_is_corrected_taken_out_and_brought_back(entry: SheetEntry, workspace: Workspace) -> None:
    for letter in "ab":
        press(entry, letter)
        entry.next_sheet()
    entry.pile.setCurrentRow(0)
    first = entry.sheet_id
    assert entry.parts[0].boxes[0].isChecked()
    button(entry, "Retirer cette feuille").click()
    assert len(workspace.reader.all(SurveySheet)) == 1
    assert entry.sheet_id is None
    workspace.undo()
    assert {sheet.id for sheet in workspace.reader.all(SurveySheet)} >= {first}
    assert entry.pile.count() == 3


def test_the_page_reads_what_was_typed_once_the_sheets_are_closed(
    page: QuestionnairePage, workspace: Workspace
) -> None:
    page.show()
    page.show_target(questions(workspace.reader)[0].id)

    def act(entry: SheetEntry) -> None:
        press(entry, "a")
        assert says(panel(page), "Aucune feuille saisie")

    with dialog(SheetEntry, act) as seen:
        page.main.click()
    assert seen
    assert says(panel(page), "1 feuille sur 1 y répond.")


def test_a_blank_sheet_is_counted_when_asked(entry: SheetEntry, workspace: Workspace) -> None:
    button(entry, "La compter comme feuille blanche").click()
    assert len(workspace.reader.all(SurveySheet)) == 1
    assert entry.sheet_id is None


def test_undone_beyond_its_opening_the_dialog_closes(entry: SheetEntry, workspace: Workspace) -> None:
    workspace.undo()
    assert not entry.isVisible()


def test_needs_ticked_go_to_the_inventory(page: QuestionnairePage, workspace: Workspace) -> None:
    view = questions(workspace.reader)[6]
    for place, times in ((0, 8), (1, 7), (2, 6)):
        for _sheet in range(times):
            begin_with(workspace.store, view.choices[place].id, TODAY)
    page.show_target("needs")
    before = len(workspace.reader.all(Need))
    assert says(panel(page), "8\u00a0réponses sur 21\u00a0feuilles.")
    button(panel(page), "Ajouter à l’état des lieux").click()
    added = [need.title for need in workspace.reader.all(Need)][before:]
    assert added == ["Des soins sans rendez-vous", "Un transport vers les soins"]
    assert says(panel(page), "Déjà à l’état des lieux")
    workspace.undo()
    assert len(workspace.reader.all(Need)) == before
