"""Several things ticked in a list that stays open: what is ticked is said on the button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.many_choice import ManyChoice


@pytest.fixture
def choice(qtbot: QtBot) -> ManyChoice:
    button = ManyChoice("Aussi", [(1, "élu"), (2, "agent"), (3, "association & co")], "rien d’autre")
    qtbot.addWidget(button)
    button.show()
    return button


def test_what_is_ticked_is_said_and_showing_it_asks_for_nothing(choice: ManyChoice) -> None:
    asked: list[object] = []
    choice.request_values.connect(asked.append)
    assert choice.accessibleName() == "Aussi\u00a0: rien d’autre"
    choice.show_values([3, 1])
    assert (choice.values(), asked) == ((1, 3), [])
    assert choice.accessibleName() == "Aussi\u00a0: élu, association & co"


def test_the_space_bar_ticks_and_the_list_stays(choice: ManyChoice, qtbot: QtBot) -> None:
    asked: list[object] = []
    choice.request_values.connect(asked.append)
    menu = choice.list
    menu.popup(choice.mapToGlobal(choice.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[1])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert (asked, menu.isVisible()) == ([(2,)], True)
    menu.setActiveAction(menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert asked[-1] == (1, 2)
    menu.close()


def test_what_is_said_elsewhere_is_not_offered(choice: ManyChoice) -> None:
    choice.show_values([1, 2], hidden=1)
    assert choice.values() == (2,)
