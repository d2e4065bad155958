"""Words that are not understood, or that the disk refuses: undone first, never lost by Escape or by closing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import AgendaItem
from msp_desktop.i18n import _
from msp_desktop.services import timeline
from msp_desktop.services.meetings import meeting_lines
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.messages import choose
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import named, says
from tests.ui.modal import dialog

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def action(window: MainWindow, key: int) -> Action:
    return space(window).reader.one(Action, key)


def planned(window: MainWindow, key: int) -> DateField:
    """Show an action, another step of the history before it, and put the keyboard in its day."""
    window.go_to("timeline", key)
    field = named(window.current_page(), DateField, _("Planned for"))
    field.setFocus()
    return field


def retype(qtbot: QtBot, field: Any, words: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, words)


@pytest.fixture
def other(window: MainWindow) -> int:
    """A step of the history out of sight: the note of another action."""
    timeline.update_action(space(window).store, 3, Change(Action, notes="une note"))
    return 3


def test_words_not_understood_are_the_first_step_undone(window: MainWindow, qtbot: QtBot, other: int) -> None:
    field = planned(window, 2)
    before = field.text()
    retype(qtbot, field, "31/02/2026")
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert field.text() == before
    assert not field.property("wrong")
    assert field.hasFocus()
    assert not space(window).drafts.waiting()
    assert action(window, other).notes == "une note", "nothing else is undone"
    assert says(window, _("Taken back: {step}").format(step=_("Planned for")))
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert action(window, other).notes == "", "the second step is the one before"


def test_words_not_understood_are_undone_though_the_history_is_empty(window: MainWindow, qtbot: QtBot) -> None:
    field = planned(window, 2)
    before = field.text()
    retype(qtbot, field, "31/02/2026")
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert field.text() == before
    assert not space(window).drafts.waiting()


def test_words_the_disk_refuses_are_the_first_step_undone(
    window: MainWindow, qtbot: QtBot, other: int, said: list[str]
) -> None:
    window.go_to("timeline", 2)
    note = named(window.current_page(), QPlainTextEdit, _("Notes on this action"))
    note.setFocus()
    before = note.toPlainText()
    space(window).store.read_only = True
    qtbot.keyClicks(note, "zzz")
    qtbot.keyClick(note, KEY.Key_Z, CONTROL)
    space(window).store.read_only = False
    assert note.toPlainText() == before
    assert action(window, other).notes == "une note"


def test_nothing_is_undone_behind_words_that_wait_elsewhere(window: MainWindow, qtbot: QtBot, other: int) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    named(window.current_page(), QPlainTextEdit, _("Notes on this action")).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Z, CONTROL)
    assert field.text() == "31/02/2026"
    assert action(window, other).notes == "une note"
    assert says(window, _("Nothing is undone while this waits: {fields}").format(fields=_("Planned for")))


def test_of_several_only_the_words_where_the_keyboard_is_are_undone(window: MainWindow, qtbot: QtBot) -> None:
    first = planned(window, 2)
    retype(qtbot, first, "31/02/2026")
    second = planned(window, 4)
    before = second.text()
    retype(qtbot, second, "32/03/2026")
    qtbot.keyClick(second, KEY.Key_Z, CONTROL)
    assert second.text() == before
    assert planned(window, 2).text() == "31/02/2026"


def test_a_cell_not_understood_is_undone_alone(window: MainWindow, qtbot: QtBot, other: int) -> None:
    window.go_to("meetings")
    table = named(window.current_page(), RecordTable, _("Agenda"))
    item = meeting_item(window)
    table.edit_cell(item.id, 2)
    editor = table.findChild(QLineEdit)
    before = editor.text()
    retype(qtbot, editor, "un quart")
    qtbot.keyClick(editor, KEY.Key_Z, CONTROL)
    assert editor.text() == before
    assert editor.hasFocus()
    assert action(window, other).notes == "une note"


def meeting_item(window: MainWindow) -> AgendaItem:
    reader = space(window).reader
    return reader.all(AgendaItem, order="position", meeting_id=meeting_lines(reader)[0].id)[0]


def test_the_calendar_opens_on_the_record_shown_though_words_wait(window: MainWindow, qtbot: QtBot) -> None:
    workspace = space(window)
    for key, day in ((2, date(2026, 6, 2)), (4, date(2027, 9, 4))):
        timeline.update_action(workspace.store, key, Change(Action, planned_on=day))
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    planned(window, 4)
    assert planned(window, 2).value == date(2026, 6, 2)
    assert field.text() == "31/02/2026"
    assert field.property("wrong")


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_closing_with_words_that_wait_can_be_gone_back_from(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    window.go_to("meetings")
    with monkeypatch.context() as real:
        real.setattr("msp_desktop.ui.shell.messages.choose", choose)

        def leave(box: QMessageBox) -> None:
            assert _("Planned for") in box.text()
            qtbot.keyClick(box, KEY.Key_Escape) if way == "escape" else box.close()

        with dialog(QMessageBox, leave):
            window.close()
    assert window.isVisible()
    assert window.current_key() == "timeline"
    assert window.focusWidget() is field
    assert field.text() == "31/02/2026"


def test_going_back_from_another_dossier_keeps_this_one(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    workspace = space(window)
    with monkeypatch.context() as back:
        back.setattr("msp_desktop.ui.shell.messages.choose", lambda *_args, **_more: 0)
        window.change_commune()
        assert not window.open_dossier(workspace.store.path)
    assert window.workspace is workspace
    assert window.current_key() == "timeline"
