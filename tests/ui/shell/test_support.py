"""« À propos », where the data lie, the diagnostic, through the Help menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, qVersion
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop import __version__, log
from msp_desktop.paths import data_folder
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.dialogs.about import About
from msp_desktop.ui.main_window import MainWindow
from tests.conftest import NOW
from tests.dossiers import open_sample


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    opened = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(opened)
    opened.show_store(open_sample(tmp_path))
    opened.show()
    yield opened
    opened.close_dossier()


def menu_entry(window: MainWindow, words: str) -> QAction:
    return next(action for action in window.findChildren(QAction) if action.text() == words)


def test_the_diagnostic_goes_to_the_clipboard(window: MainWindow) -> None:
    menu_entry(window, "Copier les informations de diagnostic").trigger()
    text = QGuiApplication.clipboard().text()
    for words in (__version__, f"Qt {qVersion()}", "Écrans", "Thème", "Commune 1"):
        assert words in text
    assert "Saint-Exemple" not in text
    assert "copiées" in window._status._said.text()


def test_the_place_of_the_data_is_said(window: MainWindow) -> None:
    menu_entry(window, "Ouvrir l’emplacement des données").trigger()
    assert str(data_folder()) in window._status._said.text()


def test_menu_commands_are_noted_by_name(window: MainWindow) -> None:
    log.begin()
    menu_entry(window, "Ouvrir l’emplacement des données").trigger()
    menu_entry(window, "Enregistrer").trigger()
    log.write_down()
    lines = "\n".join(log.last_lines(10))
    log.forget()
    assert "command open_data_location" in lines
    assert "command say_saved" in lines


def test_about_shows_the_licence_of_the_component_chosen_by_keyboard(qtbot: QtBot) -> None:
    dialog = About()
    qtbot.addWidget(dialog)
    dialog.show()
    assert "MIT License" in dialog.text.toPlainText()
    dialog.table.select("SQLite")
    assert "domaine public" in dialog.text.toPlainText()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Up)
    assert dialog.text.toPlainText().startswith("SQLAlchemy 2.")
    assert dialog.text.accessibleName()
    assert dialog.table.accessibleName()


def test_about_opens_from_the_menu_and_copies_the_diagnostic(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, About)
        for button in box.findChildren(QPushButton):
            if "diagnostic" in button.text():
                button.click()
        assert not box._said.isHidden()
        box.accept()

    QTimer.singleShot(0, press)
    menu_entry(window, "À propos").trigger()
    assert __version__ in QGuiApplication.clipboard().text()
