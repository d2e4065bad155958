"""What assistive tools are told of titles, groups, pictures and painted items, within the program; `tests/heard` reads it from outside."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.heard import ITEMS, decoration, factory, group
from msp_desktop.ui.heard.items import Item
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, holder
from msp_desktop.ui.widgets.segments import Segments

NAME = QAccessible.Text.Name


@pytest.fixture(autouse=True)
def _heard(qapp: QApplication) -> Iterator[None]:
    factory.install(qapp)
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def told(widget: QWidget) -> QAccessibleInterface:
    """Return what is told of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


class Picture(QWidget):
    """Two things side by side, the second chosen."""

    heard_as = ITEMS
    chosen = 1

    def heard_items(self) -> list[Item]:
        boxes = (QRect(0, 0, 20, 10), QRect(30, 0, 20, 10))
        return [Item(f"chose {number}", box, number == self.chosen) for number, box in enumerate(boxes)]


def test_a_title_is_a_heading_of_its_words_and_a_label_is_none(qtbot: QtBot) -> None:
    head, plain = title("Missions"), Label("Missions")
    page = holder(column(head, plain))
    qtbot.addWidget(page)
    assert told(head).role() == QAccessible.Role.Heading
    head.setText("Missions gardées")
    assert told(head).text(NAME) == "Missions gardées"
    assert told(plain).role() == QAccessible.Role.StaticText


def test_a_group_has_the_name_it_was_given(qtbot: QtBot) -> None:
    inside = QPushButton("Oui")
    box = group(holder(column(inside)), "L’élu")
    qtbot.addWidget(box)
    assert (told(box).role(), told(box).text(NAME)) == (QAccessible.Role.Grouping, "L’élu")
    assert told(box).childCount() == 1


def test_painted_items_are_a_list_with_the_chosen_one(qtbot: QtBot) -> None:
    picture = Picture()
    qtbot.addWidget(picture)
    picture.show()
    whole = told(picture)
    assert (whole.role(), whole.childCount()) == (QAccessible.Role.List, 2)
    items = [whole.child(index) for index in range(2)]
    assert [item.text(NAME) for item in items] == ["chose 0", "chose 1"]
    assert [bool(item.state().selected) for item in items] == [False, True]
    assert items[1].rect().size() == QRect(30, 0, 20, 10).size()
    assert whole.indexOfChild(items[1]) == 1
    assert whole.child(2) is None


def test_items_of_a_picture_that_is_gone_may_still_be_asked(qtbot: QtBot, qapp: QApplication) -> None:
    """Qt keeps an item longer than its picture lives, and asks it what it is."""
    for _time in range(20):
        picture = Picture()
        whole = told(picture)
        keys = [QAccessible.uniqueId(whole.child(index)) for index in range(2)]
        picture.deleteLater()
        del picture, whole
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        for key in keys:
            item = QAccessible.accessibleInterface(key)
            assert (item.isValid(), item.text(NAME), item.parent()) == (False, "", None)


def test_segments_are_radio_buttons_and_tab_lands_on_the_chosen_one(qtbot: QtBot) -> None:
    first, last = QPushButton("avant"), QPushButton("après")
    choice = Segments("Registre", [(1, "Un"), (2, "Deux"), (3, "Trois")])
    choice.show_value(2)
    page = holder(column(first, choice, last))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    buttons = choice.findChildren(QPushButton)
    assert [told(button).role() for button in buttons] == [QAccessible.Role.RadioButton] * 3
    assert [bool(told(button).state().checked) for button in buttons] == [False, True, False]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is buttons[1]
    seen: list[int] = []
    choice.chosen.connect(seen.append)
    qtbot.keyClick(buttons[1], Qt.Key.Key_Right)
    assert seen == [3]
    assert QApplication.focusWidget() is buttons[2]
    qtbot.keyClick(buttons[2], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last


def test_a_picture_beside_words_is_passed_over(qtbot: QtBot) -> None:
    root = holder(column(made := decoration(QLabel()), Label("en retard")))
    qtbot.addWidget(root)
    root.show()
    assert told(made).state().invisible
    assert not told(root.findChildren(Label)[0]).state().invisible
