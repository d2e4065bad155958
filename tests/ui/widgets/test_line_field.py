"""A line that writes itself: on Enter, on leaving, a moment after the last key; and holds what is typed meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.line_field import LineField

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A window with two lines, the first focused."""
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    for name in ("Nom", "Prénom"):
        box.addWidget(LineField(name))
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def line(page: QWidget) -> LineField:
    field = page.findChildren(LineField)[0]
    field.setFocus()
    return field


@pytest.fixture
def written(line: LineField) -> list[str]:
    words: list[str] = []
    line.request_write.connect(words.append)
    return words


def test_a_line_is_written_once_on_enter(line: LineField, written: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "Roche")
    assert (written, line.waiting()) == ([], True)
    qtbot.keyClick(line, KEY.Key_Return)
    line.show_value("Roche")
    qtbot.keyClick(line, KEY.Key_Return)
    assert (written, line.waiting()) == (["Roche"], False)


def test_leaving_a_line_writes_it(line: LineField, written: list[str], page: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "Roche")
    page.findChildren(LineField)[1].setFocus()
    qtbot.waitUntil(lambda: written == ["Roche"])


def test_a_line_left_as_it_was_writes_nothing(line: LineField, written: list[str], page: QWidget, qtbot: QtBot) -> None:
    line.show_value("Roche")
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, KEY.Key_Backspace)
    page.findChildren(LineField)[1].setFocus()
    assert written == []


def test_a_pause_writes_the_line_by_itself(line: LineField, written: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "Roche")
    qtbot.waitUntil(lambda: written == ["Roche"], timeout=5000)


def test_lines_pasted_become_one_and_control_characters_go(line: LineField, written: list[str]) -> None:
    line.insert("un\ndeux\x07")
    line.textEdited.emit(line.text())
    line.flush()
    assert written == ["un deux"]


def test_what_is_stored_is_shown_from_its_beginning(line: LineField, page: QWidget) -> None:
    page.findChildren(LineField)[1].setFocus()
    line.show_value("Un nom très long " * 20)
    assert line.cursorPosition() == 0


def test_a_stored_value_that_lost_its_last_space_does_not_take_the_one_being_typed(
    line: LineField, written: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "Jean ")
    line.flush()
    line.show_value("Jean")
    assert line.text() == "Jean "
    qtbot.keyClicks(line, "Pierre")
    assert line.text() == "Jean Pierre"


def test_what_changed_elsewhere_takes_the_place_of_what_stood_there(line: LineField) -> None:
    line.show_value("Roche")
    line.show_value("Rochet")
    assert line.text() == "Rochet"


def test_a_stored_text_longer_than_one_types_is_kept_whole(line: LineField, written: list[str]) -> None:
    long = "x" * 5000
    line.show_value(long)
    line.flush()
    assert (line.text(), written) == (long, [])


def test_a_wrong_word_is_marked_for_the_eye_and_for_the_ear(line: LineField) -> None:
    line.show_wrong("Écrivez une date.")
    assert line.property("wrong")
    assert (line.toolTip(), line.accessibleDescription()) == ("Écrivez une date.", "Écrivez une date.")
    line.show_wrong("")
    assert not line.property("wrong")
    assert (line.toolTip(), line.accessibleDescription()) == ("", "")


def test_undo_is_left_to_the_window_once_what_is_typed_is_written(
    line: LineField, written: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "Roche")
    qtbot.keyClick(line, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Roche", "the line undoes nothing by itself"
    assert written == ["Roche"]


def test_a_line_is_named_for_those_who_do_not_see_it(line: LineField) -> None:
    assert line.accessibleName() == "Nom"


def test_a_paste_that_does_not_fit_whole_is_told(line: LineField, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.widgets.line_field.announce", lambda _widget, words: told.append(words))
    QGuiApplication.clipboard().setText("x" * line.maxLength())
    line.paste()
    assert told == []
    QGuiApplication.clipboard().setText("reste")
    line.paste()
    assert len(line.text()) == line.maxLength()
    assert len(told) == 1
    assert str(line.maxLength()) in told[0]
