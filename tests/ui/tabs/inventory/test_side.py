"""The side panel: charts, and the age of retirement that one may adjust."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import Inventory
from msp_desktop.i18n import _
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.side import SidePanel

KEY = Qt.Key


@pytest.fixture
def age(window: MainWindow) -> QLineEdit:
    window.go_to("inventory")
    (side,) = window.current_page().findChildren(SidePanel)
    assert side.findChildren(QSpinBox) == []
    return next(line for line in side.findChildren(QLineEdit) if line.accessibleName() == _("Retirement age"))


def stored(window: MainWindow) -> int:
    assert window.workspace is not None
    return window.workspace.reader.one(Inventory, 1).retirement_age


def test_an_age_typed_is_written_while_one_types_on_and_undone_in_its_field(
    age: QLineEdit, window: MainWindow, qtbot: QtBot
) -> None:
    assert age.text() == "67 ans"
    age.setFocus()
    age.selectAll()
    qtbot.keyClicks(age, "64")
    qtbot.waitUntil(lambda: stored(window) == 64, timeout=3000)
    qtbot.keyClick(age, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(window) == 67
    assert age.text() == "67 ans"


@pytest.mark.parametrize("words", ["12", "", "deux", "64,5"])
def test_an_age_out_of_sense_is_marked_and_not_written(
    age: QLineEdit, window: MainWindow, qtbot: QtBot, words: str
) -> None:
    age.setFocus()
    age.selectAll()
    qtbot.keyClick(age, KEY.Key_Delete)
    qtbot.keyClicks(age, words)
    qtbot.keyClick(age, KEY.Key_Tab)
    assert age.property("wrong") is True
    assert age.toolTip() == "Écrivez un nombre de 55 à 80."
    assert stored(window) == 67
    age.setText("")
    qtbot.keyClicks(age, "65 ans")
    qtbot.keyClick(age, KEY.Key_Return)
    assert not age.property("wrong")
    assert stored(window) == 65


def test_an_age_only_looked_at_writes_nothing(age: QLineEdit, window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    label = window.workspace.store.history.undo_label()
    age.setFocus()
    qtbot.keyClick(age, KEY.Key_Tab)
    assert window.workspace.store.history.undo_label() == label
