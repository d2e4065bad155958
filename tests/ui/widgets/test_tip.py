"""A tip is seen and heard as it was written."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.buttons import IconButton
from msp_desktop.ui.widgets.tip import show_tip


def _told(button: QPushButton) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)


def test_a_tip_is_told_without_its_markup_before_the_keyboard_is_there(qtbot: QtBot) -> None:
    button = QPushButton("Écrire")
    qtbot.addWidget(button)
    show_tip(button, "Maison & santé <b>")
    assert button.toolTip() == "<p>Maison &amp; santé &lt;b&gt;</p>"
    assert _told(button) == "Maison & santé <b>"
    show_tip(button, "")
    assert (button.toolTip(), _told(button)) == ("", "")


def test_a_description_of_its_own_is_told_in_place_of_the_tip(qtbot: QtBot) -> None:
    button = QPushButton("Écrire")
    qtbot.addWidget(button)
    button.setAccessibleDescription("la sienne")
    show_tip(button, "Ctrl + E")
    assert _told(button) == "la sienne"


def test_a_button_that_is_a_picture_tells_its_tip_at_once(qtbot: QtBot) -> None:
    button = IconButton("Modifier : Relire", "pencil")
    qtbot.addWidget(button)
    button.say("Modifier : Relire", "Modifier")
    assert (button.accessibleName(), _told(button)) == ("Modifier : Relire", "Modifier")
