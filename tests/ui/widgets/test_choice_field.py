"""A list to choose in: nothing changes by accident."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.inventory_words import TRI
from msp_desktop.ui.widgets.choice_field import ChoiceField

KEY = Qt.Key


@pytest.fixture
def choice(qtbot: QtBot) -> ChoiceField:
    field = ChoiceField("Prêt", [(value, words) for value, words in TRI.items()])
    qtbot.addWidget(field)
    field.show()
    return field


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    turn = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, turn)


@pytest.mark.parametrize("value", list(Tri))
def test_a_value_shown_is_the_same_value_and_not_its_text(choice: ChoiceField, value: Tri) -> None:
    choice.show_typed(value)
    assert choice.value() is value
    assert choice.currentText() == TRI[value]


def test_a_value_that_is_not_offered_shows_nothing(choice: ChoiceField) -> None:
    choice.show_typed("peut-être")
    assert (choice.value(), choice.currentText()) == (None, "")


def test_showing_a_value_asks_for_nothing_and_choosing_does(choice: ChoiceField, qtbot: QtBot) -> None:
    asked: list[Any] = []
    choice.request_value.connect(asked.append)
    choice.show_typed(Tri.NO)
    assert asked == []
    choice.setFocus()
    qtbot.keyClick(choice, KEY.Key_Up)
    assert asked == [Tri.YES]


def test_the_wheel_changes_nothing(choice: ChoiceField) -> None:
    choice.show_typed(Tri.YES)
    turn_wheel(choice)
    assert choice.value() is Tri.YES


def test_other_choices_take_the_place_of_the_first(choice: ChoiceField) -> None:
    choice.set_choices([(1, "un"), (2, "deux")])
    choice.show_typed(2)
    assert (choice.count(), choice.value()) == (2, 2)
