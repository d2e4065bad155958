"""Where there is little room the menus are in a button, and the frame's lines are lower."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.i18n import _
from msp_desktop.ui.main_window import MainWindow
from tests.ui.find import named


def button(window: MainWindow) -> QPushButton:
    return named(window, QPushButton, _("Menu"))


def test_the_menu_bar_gives_way_to_a_button_in_little_room_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    assert window.menuBar().isVisible()
    assert not button(window).isVisible()
    for width, height in ((1366, 580), (1093, 700)):
        window.resize(width, height)
        qtbot.waitUntil(lambda: button(window).isVisible())
        assert not window.menuBar().isVisible()
        window.resize(1366, 697)
        qtbot.waitUntil(lambda: window.menuBar().isVisible())
    window.resize(1093, 558)
    window.change_commune()  # the start page has no line for the button
    assert window.menuBar().isVisible()


def test_keys_of_the_menus_work_while_the_bar_is_hidden(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1093, 558)
    qtbot.waitUntil(lambda: not window.menuBar().isVisible())
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert window.panel_open() == "exchange"
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key() == "referent"


def test_alt_and_f10_open_the_menus_of_the_button_and_alt_with_a_key_does_not(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1093, 558)
    qtbot.waitUntil(lambda: button(window).isVisible())
    opened: list[QMenu] = []
    menu = button(window).menu()
    assert [action.text() for action in menu.actions()] == [one.text() for one in window.menuBar().actions()]
    menu.aboutToShow.connect(lambda: opened.append(menu))
    # showMenu holds its caller until the menu is closed: it is closed as soon as it opens.
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    QTest.keyClick(window, Qt.Key.Key_F10)
    assert len(opened) == 1
    QApplication.processEvents()
    QTest.keyPress(window, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert len(opened) == 2
    QTest.keyPress(window, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert len(opened) == 2


def test_a_page_that_needs_more_room_than_there_is_scrolls_as_a_whole(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(911, 430)
    qtbot.wait(50)
    assert (window.width(), window.height()) == (911, 430)
    page = window.current_page()
    assert page.width() >= page.minimumSizeHint().width()
    assert page.height() >= page.minimumSizeHint().height()
