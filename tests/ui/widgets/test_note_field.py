"""A text of several lines that writes itself and grows with what is in it."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.limits import NOTE
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField, text_of

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A note above a line, the note focused."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 500)
    box = QVBoxLayout(page)
    note = NoteField("Notes", least=2, most=6)
    box.addWidget(note)
    box.addWidget(LineField("Suivant"))
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    note.setFocus()
    return page


@pytest.fixture
def note(page: QWidget) -> NoteField:
    return page.findChildren(NoteField)[0]


@pytest.fixture
def written(note: NoteField) -> list[str]:
    words: list[str] = []
    note.request_write.connect(words.append)
    return words


def test_enter_begins_a_line_and_tab_leaves_the_note(note: NoteField, written: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(note, "un")
    qtbot.keyClick(note, KEY.Key_Return)
    qtbot.keyClicks(note, "deux")
    assert written == []
    qtbot.keyClick(note, KEY.Key_Tab)
    assert written == ["un\ndeux"]
    assert not note.hasFocus()


def test_where_enter_leaves_it_begins_no_line(note: NoteField, qtbot: QtBot) -> None:
    note.enter_leaves = True
    with qtbot.waitSignal(note.entered):
        qtbot.keyClick(note, KEY.Key_Return)
    assert text_of(note) == ""


def test_a_pause_writes_the_note_by_itself(note: NoteField, written: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(note, "mot")
    qtbot.waitUntil(lambda: written == ["mot"], timeout=5000)


def test_spaces_that_do_not_break_are_kept(note: NoteField, written: list[str]) -> None:
    note.insertPlainText("18\u202fh\u202f30\u00a0: «\u00a0oui\u00a0»")
    note.flush()
    assert written == ["18\u202fh\u202f30\u00a0: «\u00a0oui\u00a0»"]


def test_showing_a_stored_text_writes_nothing(note: NoteField, written: list[str], qtbot: QtBot) -> None:
    note.show_value("un\ndeux")
    note.flush()
    assert (text_of(note), written, note.waiting()) == ("un\ndeux", [], False)


def test_the_cursor_stays_where_one_types_when_the_rest_changes(note: NoteField) -> None:
    note.show_value("un deux trois")
    cursor = note.textCursor()
    cursor.setPosition(3)
    note.setTextCursor(cursor)
    note.show_value("un deux trois quatre")
    assert note.textCursor().position() == 3


def test_a_shorter_text_takes_the_cursor_back_within_it(note: NoteField) -> None:
    note.show_value("un deux trois")
    cursor = note.textCursor()
    cursor.setPosition(12)
    note.setTextCursor(cursor)
    note.show_value("un")
    assert note.textCursor().position() <= 2


def test_a_note_grows_with_its_lines_up_to_its_most(note: NoteField, qtbot: QtBot) -> None:
    heights = []
    for lines in (1, 2, 4, 6, 40):
        note.show_value("\n".join(["mot"] * lines))
        heights.append(note.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_undo_is_left_to_the_window(note: NoteField, written: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(note, "mot")
    qtbot.keyClick(note, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (text_of(note), written) == ("mot", ["mot"])


def test_markup_is_text(note: NoteField) -> None:
    note.show_value("<b>gras</b> & <img src=x>")
    assert text_of(note) == "<b>gras</b> & <img src=x>"


def test_what_word_pastes_stands_there_on_lines_of_its_own(note: NoteField, written: list[str], qtbot: QtBot) -> None:
    copied = QMimeData()
    copied.setText("Téléphone\u000bbureau\u000cle mardi\u0085fin\u2028ici\u200a\x07")
    note.insertFromMimeData(copied)
    assert text_of(note).split("\n") == ["Téléphone", "bureau", "le mardi", "fin", "ici\u200a"]


def test_a_word_without_end_is_shown_at_once_and_the_next_text_ends_its_lines_between_words(note: NoteField) -> None:
    """Qt takes minutes where lines end between words."""
    begun = time.process_time()
    note.show_value("0" * NOTE)
    assert note.document().size().height() > 1000
    assert time.process_time() - begun < 20  # a second or two
    note.show_value("des mots")
    assert note.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
