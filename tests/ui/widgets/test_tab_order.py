"""Tab goes as one reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.tab_order import focusable
from tests.ui.heard.test_order import named


def test_a_grid_is_read_line_after_line(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    grid = QGridLayout(root)
    for row, column in ((1, 1), (0, 1), (1, 0), (0, 0)):
        grid.addWidget(named(f"{row}{column}"), row, column)
    assert [one.objectName() for one in focusable(root)] == ["00", "01", "10", "11"]


def test_tab_goes_to_what_was_put_in_between_since_the_window_opened(qtbot: QtBot) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    box = QVBoxLayout(dialog)
    first, last = named("1"), named("3")
    box.addWidget(first)
    box.addWidget(last)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    box.insertWidget(1, named("2"))
    qtbot.wait(20)  # Qt shows it at the next event
    first.setFocus()
    seen = []
    for _turn in range(3):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        focused = dialog.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
    assert seen == ["2", "3", "1"]
