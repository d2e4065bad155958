"""Somebody who never stops for a second: whatever is typed in, its beginning is on the disk two seconds after it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.commune import Commune
from msp_desktop.i18n import _
from msp_desktop.services import kept_words
from msp_desktop.ui.dialogs.new_action import NewAction
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.grid import FindingsGrid
from tests.conftest import TODAY
from tests.ui.find import named

#: Milliseconds between two keys; seconds the words may be on the way, with what a busy machine adds.
PACE, SOON = 150, 2.0 + 1.5


def note(window: MainWindow) -> Any:
    window.go_to("timeline", 2)
    return named(window.current_page(), QPlainTextEdit, _("Notes on this action"))


def line(window: MainWindow) -> Any:
    window.go_to("referent")
    return named(window.current_page(), QLineEdit, _("Function"))


def begun(window: MainWindow) -> Any:
    window.go_to("timeline", 2)
    return named(window.current_page(), QLineEdit, _("Add something to do"))


def cell(window: MainWindow) -> Any:
    window.go_to("inventory", "offers")
    registers = window.current_page().registers  # type: ignore[attr-defined]
    table = registers.tables[registers.shown]
    typed = [place for place, column in enumerate(table.rows.columns) if column.write and column.choices is None]
    table.edit_cell(table.rows.rows()[0].id, typed[0])
    return QApplication.focusWidget()


def finding(window: MainWindow) -> Any:
    window.go_to("inventory", "findings")
    grid = next(grid for grid in window.current_page().findChildren(FindingsGrid) if grid.isVisible())
    grid.setCurrentCell(0, 2)
    grid.write_current()
    return QApplication.focusWidget()


def dialog(window: MainWindow) -> Any:
    assert window.workspace is not None
    box = NewAction(window.workspace, TODAY, window)
    box.show()
    return named(box, QLineEdit, _("Title of the action"))


@pytest.mark.parametrize("open_editor", [note, line, begun, cell, finding, dialog])
def test_what_is_typed_without_a_stop_is_on_the_disk_soon(
    window: MainWindow, qtbot: QtBot, open_editor: Callable[[MainWindow], Any]
) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    editor = open_editor(window)
    assert isinstance(editor, (QLineEdit, QPlainTextEdit))
    editor.setFocus()
    file = kept_words.file_for(store.reader.one(Commune, 1).uid, store.path)
    before = store.connection.total_changes
    first = time.monotonic()
    while store.connection.total_changes == before and not kept_words.read(file):
        assert time.monotonic() - first < SOON
        qtbot.keyClick(editor, Qt.Key.Key_A)
        qtbot.wait(PACE)
