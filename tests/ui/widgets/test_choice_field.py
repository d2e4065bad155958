"""A list to choose in, and a line that proposes names: nothing changes by accident."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.inventory_words import TRI
from msp_desktop.ui.widgets.choice_field import ChoiceField, WhoField

KEY = Qt.Key


@pytest.fixture
def choice(qtbot: QtBot) -> ChoiceField:
    field = ChoiceField("Prêt", [(value, words) for value, words in TRI.items()])
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    box.addWidget(QPushButton("Avant"))
    field = WhoField("Qui", lambda: ["Anne Roche", "Jean Durand"])
    box.addWidget(field)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def who(page: QWidget) -> WhoField:
    return page.findChildren(WhoField)[0]


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


def test_the_wheel_changes_nothing(choice: ChoiceField, who: WhoField) -> None:
    choice.show_typed(Tri.YES)
    turn_wheel(choice)
    assert choice.value() is Tri.YES
    who.suggest(["Anne Roche", "Jean Durand"])
    who.show_value("Anne Roche")
    turn_wheel(who)
    assert who.text() == "Anne Roche"


def test_other_choices_take_the_place_of_the_first(choice: ChoiceField) -> None:
    choice.set_choices([(1, "un"), (2, "deux")])
    choice.show_typed(2)
    assert (choice.count(), choice.value()) == (2, 2)


def test_names_are_asked_for_when_one_comes_to_the_line(who: WhoField, qtbot: QtBot) -> None:
    assert who.count() == 0
    who.setFocus()
    qtbot.waitUntil(lambda: who.count() == 2)
    assert [who.itemText(index) for index in range(2)] == ["Anne Roche", "Jean Durand"]


def test_a_name_typed_is_written_as_typed_and_not_completed(who: WhoField, qtbot: QtBot) -> None:
    written: list[str] = []
    who.request_write.connect(written.append)
    who.setFocus()
    qtbot.keyClicks(who.lineEdit(), "Du")
    who.flush()
    assert (who.text(), written) == ("Du", ["Du"])


def test_new_names_leave_what_is_being_typed(who: WhoField, qtbot: QtBot) -> None:
    who.setFocus()
    qtbot.keyClicks(who.lineEdit(), "Jea")
    who.lineEdit().setCursorPosition(1)
    who.suggest(["Zoé Petit"])
    assert (who.text(), who.lineEdit().cursorPosition(), who.count()) == ("Jea", 1, 1)


def test_a_name_chosen_in_the_list_is_written(who: WhoField) -> None:
    written: list[str] = []
    who.request_write.connect(written.append)
    who.suggest(["Anne Roche", "Jean Durand"])
    who.setCurrentIndex(1)
    who.activated.emit(1)
    assert written == ["Jean Durand"]


def test_a_name_far_too_long_pushes_nothing_out_of_sight(who: WhoField) -> None:
    before = who.minimumSizeHint().width()
    who.suggest(["Anne-Marie " * 40])
    who.show_value("Anne-Marie " * 40)
    assert who.minimumSizeHint().width() == before


def test_a_line_nobody_may_type_in(who: WhoField, qtbot: QtBot) -> None:
    who.setReadOnly(True)
    qtbot.keyClicks(who.lineEdit(), "x")
    assert who.text() == ""
