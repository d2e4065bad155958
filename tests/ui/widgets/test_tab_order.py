"""Tab goes as one reads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QPlainTextEdit, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.tab_order import focusable, set_tab_order
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


def test_a_page_taken_away_takes_nothing_of_its_window_with_it(qtbot: QtBot) -> None:
    window, middle = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(middle)
    window.setCentralWidget(middle)
    box.addWidget(named("bar"))
    action = window.menuBar().addMenu("menu").addAction("undo")
    page = QWidget()
    inner = QVBoxLayout(page)
    for name in ("2", "1"):
        inner.insertWidget(0, named(name))
    box.insertWidget(0, page)
    window.show()
    set_tab_order(window)
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(action)


def test_tab_leaves_the_open_cell_of_a_table_for_what_follows_the_table(qtbot: QtBot) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    box = QVBoxLayout(dialog)
    table = QTableWidget(1, 1)
    table.setTabKeyNavigation(False)
    for one in (named("before"), table, named("after")):
        box.addWidget(one)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for back, leads_to in ((False, "after"), (True, "table")):
        cell = QPlainTextEdit(table.viewport())
        cell.setTabChangesFocus(True)
        cell.show()
        cell.setFocus()
        qtbot.waitUntil(cell.hasFocus)
        qtbot.keyClick(cell, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        focused = dialog.focusWidget()
        assert focused is not None
        assert focused is table if leads_to == "table" else focused.objectName() == leads_to
        cell.deleteLater()
