"""Cells of tables: written while one types, undone by the window, never filled by merely being opened."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional
from msp_desktop.domain.meetings import AgendaItem, Attendance, Reply
from msp_desktop.services.meetings import meeting_lines
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.ui.find import button

CONTROL = Qt.KeyboardModifier.ControlModifier


def table_named(window: MainWindow, name: str) -> RecordTable:
    return next(t for t in window.current_page().findChildren(RecordTable) if t.accessibleName() == name)


def agenda(window: MainWindow) -> list[AgendaItem]:
    assert window.workspace is not None
    reader = window.workspace.reader
    return reader.all(AgendaItem, order="position", meeting_id=meeting_lines(reader)[0].id)


def open_title(window: MainWindow, qtbot: QtBot) -> tuple[RecordTable, QLineEdit]:
    window.go_to("meetings")
    table = table_named(window, i18n._("Agenda"))
    table.setFocus()
    table.edit_cell(agenda(window)[0].id, 1)
    return table, table.findChild(QLineEdit)


def column_of(table: RecordTable, title: str) -> int:
    return next(index for index, column in enumerate(table.rows.columns) if column.title == title)


def test_a_cell_is_written_while_one_types_and_its_editor_stays(window: MainWindow, qtbot: QtBot) -> None:
    _table, editor = open_title(window, qtbot)
    qtbot.keyClicks(editor, "Tour d")
    editor.setCursorPosition(2)
    qtbot.waitUntil(lambda: agenda(window)[0].title == "Tour d", timeout=10_000)
    assert editor.isVisible()
    assert editor.hasFocus()
    assert (editor.text(), editor.cursorPosition(), editor.selectedText()) == ("Tour d", 2, "")
    editor.end(False)
    qtbot.keyClicks(editor, "e table")
    qtbot.waitUntil(lambda: agenda(window)[0].title == "Tour de table", timeout=10_000)


def test_ctrl_z_in_a_cell_takes_back_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    before = None
    _table, editor = open_title(window, qtbot)
    before = agenda(window)[0].title
    qtbot.keyClicks(editor, "Autre")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert agenda(window)[0].title == before
    assert editor.text() == before
    qtbot.keyClick(editor, Qt.Key.Key_Y, CONTROL)
    assert agenda(window)[0].title == "Autre"
    assert editor.text() == "Autre"


def test_escape_gives_a_cell_back_what_stood_in_it_even_once_written(window: MainWindow, qtbot: QtBot) -> None:
    _table, editor = open_title(window, qtbot)
    before = agenda(window)[0].title
    qtbot.keyClicks(editor, "Autre")
    qtbot.waitUntil(lambda: agenda(window)[0].title == "Autre", timeout=10_000)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert agenda(window)[0].title == before


def test_undo_of_a_row_one_writes_in_leaves_the_keyboard_in_the_table(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.go_to("referent")
    table = table_named(window, i18n._("Who is told what"))
    adding = button(window.current_page(), i18n._("Add a row"))
    qtbot.waitUntil(adding.isVisible)
    adding.setFocus()
    qtbot.keyClick(adding, Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert table.viewport().isAncestorOf(focused)
    window.workspace.undo()
    assert QApplication.focusWidget() is table


def test_the_window_closes_with_a_cell_open_and_keeps_its_words(window: MainWindow, qtbot: QtBot) -> None:
    _table, editor = open_title(window, qtbot)
    qtbot.keyClicks(editor, "Garde")
    assert window.workspace is not None
    path = window.workspace.store.path
    window.close_dossier()
    qtbot.wait(50)
    assert window.open_dossier(path)
    assert agenda(window)[0].title == "Garde"


def test_a_cell_opened_and_left_writes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    table, editor = open_title(window, qtbot)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.current_row().id == agenda(window)[1].id)
    table.edit_cell(agenda(window)[0].id, 2)
    window.flush()
    assert window.workspace is not None
    assert window.workspace.store.history.undo_label() is None


def test_half_a_length_does_not_open_a_box_while_one_types(window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    window.go_to("meetings")
    table = table_named(window, i18n._("Agenda"))
    table.setFocus()
    table.edit_cell(agenda(window)[0].id, 2)
    before = agenda(window)[0].minutes
    editor = table.findChild(QLineEdit)
    qtbot.keyClicks(editor, "un quart")
    qtbot.wait(1400)
    assert said == []
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert agenda(window)[0].minutes == before
    assert window.workspace is not None
    assert not window.workspace.drafts.waiting()


def test_lines_pasted_into_a_cell_become_one(window: MainWindow, qtbot: QtBot) -> None:
    _table, editor = open_title(window, qtbot)
    QGuiApplication.clipboard().setText("Un\r\ndeux\n")
    qtbot.keyClick(editor, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: agenda(window)[0].title == "Un deux")


@pytest.mark.parametrize(("title", "attribute"), [("Departure", "departure"), ("Age", "age_band")])
def test_an_unknown_choice_opened_and_left_stays_unknown(
    window: MainWindow, qtbot: QtBot, title: str, attribute: str
) -> None:
    window.go_to("inventory", "professionals")
    assert window.workspace is not None
    table = table_named(window, i18n._("Professionals"))
    row = table.rows.rows()[0]
    unknown: Any = {"departure": Departure.UNKNOWN, "age_band": AgeBand.UNKNOWN}[attribute]
    with window.workspace.store.write("essai", undoable=False) as tx:
        tx.update(row.id, Change(HealthProfessional, **{attribute: unknown}))
    table.setFocus()
    table.edit_cell(row.id, column_of(table, i18n._(title)))
    combo = table.findChild(QComboBox)
    qtbot.waitUntil(lambda: combo.view().isVisible())  # its list opens by itself
    assert combo.currentText() in ("non renseigné", "non connu", "–")
    qtbot.keyClick(combo.view(), Qt.Key.Key_Escape)
    qtbot.wait(50)
    table.clearFocus()
    window.flush()
    stored = window.workspace.reader.one(HealthProfessional, row.id)
    assert getattr(stored, attribute) is unknown
    assert window.workspace.store.history.undo_label() is None


def test_a_choice_is_written_and_can_be_made_unknown_again(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("inventory", "professionals")
    assert window.workspace is not None
    table = table_named(window, i18n._("Professionals"))
    row = next(r for r in table.rows.rows() if r.row.departure is not Departure.UNKNOWN)
    table.setFocus()
    table.edit_cell(row.id, column_of(table, i18n._("Departure")))
    combo = table.findChild(QComboBox)
    qtbot.waitUntil(lambda: combo.view().isVisible())
    index = combo.findText("non renseigné")
    combo.view().setCurrentIndex(combo.model().index(index, 0))
    qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: window.workspace.reader.one(HealthProfessional, row.id).departure is Departure.UNKNOWN  # type: ignore[union-attr]
    )


def test_every_choice_column_knows_which_choice_a_row_has(window: MainWindow) -> None:
    wrong = []
    for tab in ("inventory", "meetings", "referent"):
        window.go_to(tab)
        for table in window.current_page().findChildren(RecordTable):
            for column in table.rows.columns:
                if column.choices is None:
                    continue
                offered = [value for value, _words in column.choices()]
                wrong += [
                    f"{table.accessibleName()}, {column.title}: {column.edited(row)!r}"
                    for row in table.rows.rows()
                    if column.value is None or column.edited(row) not in offered
                ]
    assert wrong == []


def test_a_reply_is_chosen_in_one_list(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")
    assert window.workspace is not None
    table = table_named(window, i18n._("Guests"))
    row = next(r for r in table.rows.rows() if r.reply is Reply.NONE)
    table.setFocus()
    table.edit_cell(row.id, 1)
    combo = table.findChild(QComboBox)
    qtbot.waitUntil(lambda: combo.view().isVisible())
    combo.view().setCurrentIndex(combo.model().index(combo.findText(i18n._("will come")), 0))
    qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.reader.one(Attendance, row.id).reply is Reply.COMING)  # type: ignore[union-attr]


def test_no_cell_opens_in_a_dossier_that_can_only_be_read(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.workspace.drafts.locked = True
    window.go_to("meetings")
    table = table_named(window, i18n._("Agenda"))
    table.setFocus()
    table.select(agenda(window)[0].id)
    table.setCurrentIndex(table.rows.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClicks(table, "mot")
    assert table.findChild(QLineEdit) is None
    assert not window.workspace.drafts.waiting()


@pytest.mark.parametrize("leave", ["escape", "enter", "elsewhere"])
@pytest.mark.parametrize(("page", "part"), [("inventory", "professionals"), ("inventory", "needs"), ("meetings", None)])
def test_any_choice_opened_by_the_mouse_and_left_is_what_it_was(
    window: MainWindow, qtbot: QtBot, page: str, part: str | None, leave: str
) -> None:
    window.go_to(page, part)
    assert window.workspace is not None
    tried = 0
    for table in window.current_page().findChildren(RecordTable):
        if not table.isVisible() or not table.rows.rows():
            continue
        for number, column in enumerate(table.rows.columns):
            if column.choices is None or table.isColumnHidden(number):
                continue
            row = table.rows.rows()[0]
            before = column.edited(row)
            index = table.model().index(0, number)
            table.scrollTo(index)
            qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
            combo = table.findChild(QComboBox)
            if combo is None:
                table.edit(index)
                combo = table.findChild(QComboBox)
            qtbot.waitUntil(lambda combo=combo: combo.view().isVisible())
            if leave == "elsewhere":
                combo.hidePopup()
                qtbot.waitUntil(lambda table=table: not table.findChildren(QComboBox))
                name = table.model().index(0, 0)  # a click on an answer opens the list of them
                table.scrollTo(name)
                qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(name).center())
            elif leave == "enter":
                qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
            else:
                qtbot.keyClick(combo.view(), Qt.Key.Key_Escape)
                table.setFocus()  # the list is closed; the cell too, when the keyboard leaves it
            qtbot.waitUntil(lambda table=table: not table.findChildren(QComboBox))
            window.flush()
            assert column.edited(table.rows.rows()[0]) == before, column.title
            tried += 1
    assert tried > (3 if part == "professionals" else 0)
    assert window.workspace.store.history.undo_label() is None


def test_a_row_that_comes_back_by_ctrl_z_is_chosen_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")
    table = table_named(window, i18n._("Agenda"))
    table.setFocus()
    first = agenda(window)[0].id
    table.select(first)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: agenda(window)[0].id != first)
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyPress(handle, Qt.Key.Key_Z, CONTROL)
    try:
        qtbot.waitUntil(lambda: agenda(window)[0].id == first)
        assert table.selected_ids() == [first]
    finally:
        QTest.keyRelease(handle, Qt.Key.Key_Z)
