"""What is told follows what is read, whatever was made first."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.heard.order import put_in_order


def named(name: str, parent: QWidget | None = None) -> QPushButton:
    button = QPushButton(name, parent)
    button.setObjectName(name)
    return button


def _told(root: QWidget) -> list[str]:
    """Return the buttons as Qt tells them: in the order of its children."""
    return [one.text() for one in root.findChildren(QPushButton)]


def test_children_follow_the_layouts(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    box = QVBoxLayout(root)
    third, first, second = named("3", root), named("1", root), named("2", root)
    for button in (first, second, third):
        box.addWidget(button)
    over = named("over", root)
    put_in_order(root)
    assert _told(root) == ["1", "2", "3", "over"]
    assert root.childAt(over.geometry().center()) is over


def test_the_left_pane_comes_before_the_right_one(qtbot: QtBot) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    splitter.addWidget(named("right"))
    splitter.insertWidget(0, named("left"))
    put_in_order(splitter)
    assert _told(splitter) == ["left", "right"]
