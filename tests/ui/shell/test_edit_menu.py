"""« Couper, Copier, Coller, Tout sélectionner » on the field or the table that has the keyboard, and the size of the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QTableView
from pytestqt.qtbot import QtBot

from msp_desktop.ui.main_window import MainWindow
from tests.ui.find import named


@pytest.fixture
def menu(window: MainWindow) -> QMenu:
    found = next(one.menu() for one in window.menuBar().actions() if one.text().replace("&", "") == "Édition")
    assert isinstance(found, QMenu)
    return found


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().split("\t")[0] == words)


def press(qtbot: QtBot, menu: QMenu, words: str) -> None:
    menu.popup(menu.parentWidget().mapToGlobal(menu.parentWidget().rect().center()))
    assert entry(menu, words).isEnabled()
    entry(menu, words).trigger()
    menu.close()
    qtbot.wait(30)


def test_each_acts_on_the_field_and_what_cannot_be_done_is_greyed(
    window: MainWindow, menu: QMenu, qtbot: QtBot
) -> None:
    assert entry(menu, "Copier").text() == "Copier\tCtrl+C"
    window.search()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "sante")
    menu.aboutToShow.emit()
    assert not entry(menu, "Copier").isEnabled()
    press(qtbot, menu, "Tout sélectionner")
    press(qtbot, menu, "Couper")
    assert (field.text(), QGuiApplication.clipboard().text()) == ("", "sante")
    press(qtbot, menu, "Coller")
    assert field.text() == "sante"
    field.selectAll()
    QGuiApplication.clipboard().clear()
    press(qtbot, menu, "Copier")
    assert QGuiApplication.clipboard().text() == "sante"


def test_a_row_and_a_table_are_copied(window: MainWindow, menu: QMenu, qtbot: QtBot) -> None:
    actions = named(window, QListView, "Actions par phase")
    actions.setFocus()
    actions.setCurrentIndex(actions.model().index(1, 0))
    press(qtbot, menu, "Copier")
    assert "Contacter la fédération" in QGuiApplication.clipboard().text()
    window.go_to("inventory", "professionals")
    table = next(one for one in window.findChildren(QTableView) if one.isVisible() and one.model().rowCount() > 2)
    window.activateWindow()  # the menu took that, without a window manager
    table.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is table)
    table.setCurrentIndex(table.model().index(0, 0))
    press(qtbot, menu, "Copier")
    first = QGuiApplication.clipboard().text()
    assert first
    assert "\t" not in first
    press(qtbot, menu, "Tout sélectionner")
    press(qtbot, menu, "Copier")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == table.model().rowCount()
    assert len({line.count("\t") for line in lines}) == 1
    assert lines[0].startswith(first)


def test_the_text_grows_and_shrinks_by_keys_that_the_menu_shows(window: MainWindow, qtbot: QtBot) -> None:
    shortcuts = {one.text(): one.shortcut().toString() for one in window.findChildren(QAction) if one.text()}
    assert (shortcuts["Plus grand"], shortcuts["Plus petit"], shortcuts["Taille habituelle"]) == (
        "Alt++",
        "Alt+-",
        "Alt+0",
    )
    for keys, percent in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Plus, 125), (Qt.Key.Key_Minus, 110), (Qt.Key.Key_0, 100)):
        qtbot.keyClick(window, keys, Qt.KeyboardModifier.AltModifier)
        assert window.preferences.text_percent == percent
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.AltModifier)
    assert window.preferences.text_percent == 100
