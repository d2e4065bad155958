"""A dialog that needs more than the screen has scrolls as a whole; one that does not stays as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.fit_screen import fit_screen


def dialog_of(lines: int) -> QDialog:
    dialog = QDialog()
    box = QVBoxLayout(dialog)
    for _line in range(lines):
        box.addWidget(QLineEdit())
    box.addWidget(QPushButton("Fermer"))
    fit_screen(dialog)
    return dialog


def test_a_dialog_higher_than_the_screen_scrolls_and_keeps_the_keyboard(qtbot: QtBot) -> None:
    dialog = dialog_of(60)
    qtbot.addWidget(dialog)
    second = dialog.findChildren(QLineEdit)[1]
    second.setFocus()
    dialog.show()
    qtbot.wait(30)
    room = dialog.screen().availableGeometry()
    assert dialog.height() <= room.height()
    assert dialog.width() <= room.width()
    (area,) = dialog.findChildren(QScrollArea)
    button = dialog.findChildren(QPushButton)[0]
    area.ensureWidgetVisible(button)
    assert button.visibleRegion().boundingRect().height() == button.height()
    assert dialog.focusWidget() is second


def test_a_dialog_that_grows_past_the_screen_while_open_scrolls_too(qtbot: QtBot) -> None:
    dialog = dialog_of(2)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChildren(QScrollArea) == []
    for _line in range(60):
        dialog.layout().addWidget(QLineEdit())  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: len(dialog.findChildren(QScrollArea)) == 1)
    assert dialog.height() <= dialog.screen().availableGeometry().height()
