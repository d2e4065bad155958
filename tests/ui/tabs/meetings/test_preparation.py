"""What three parties prepare: ticked, added and undone without a widget made anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from msp_desktop.domain.meetings import Party, Preparation
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.meetings.preparation import PreparationForm
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.tick import Tick

KEY = Qt.Key


@pytest.fixture
def form(window: MainWindow) -> PreparationForm:
    window.go_to("meetings")
    return window.current_page().findChildren(PreparationForm)[0]


def test_a_tick_keeps_the_keyboard_and_every_widget(form: PreparationForm, window: MainWindow, qtbot: QtBot) -> None:
    ticks = form.findChildren(Tick)
    box = ticks[0].findChildren(QCheckBox)[0]
    before = box.isChecked()
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_Space)
    assert QApplication.focusWidget() is box
    assert box.isChecked() is not before
    assert form.findChildren(Tick) == ticks
    assert window.workspace is not None
    window.workspace.undo()
    assert box.isChecked() is before
    assert QApplication.focusWidget() is box


def test_things_to_prepare_are_added_one_after_the_other(
    form: PreparationForm, window: MainWindow, qtbot: QtBot
) -> None:
    line = form.findChildren(AddLine)[1]
    line.setFocus()
    for words in ("Les tasses", "Les plans"):
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, KEY.Key_Return)
        assert QApplication.focusWidget() is line
    assert window.workspace is not None
    added = window.workspace.reader.all(Preparation, order="id")[-2:]
    assert [(row.text, row.party) for row in added] == [
        ("Les tasses", Party.MUNICIPAL_TEAM),
        ("Les plans", Party.MUNICIPAL_TEAM),
    ]
