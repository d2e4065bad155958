"""Buttons with a picture and words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.buttons import PlainButton


def test_a_button_reduced_to_its_picture_keeps_its_name_for_whoever_hears_it(qtbot: QtBot) -> None:
    button = PlainButton("Print", "print")
    qtbot.addWidget(button)
    button.setText("")
    assert button.accessibleName() == "Print"
    button.setText("Print 2 papers")
    assert button.accessibleName() == "Print 2 papers"
    button.setAccessibleName("Print the agenda")
    button.setText("Print")
    assert button.accessibleName() == "Print the agenda"
