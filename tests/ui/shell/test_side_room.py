"""The window's own panel stands over any tab's, at any size, and gives the keyboard back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.exchange_panel import ExchangePanel
from msp_desktop.ui.shell.window_panel import WindowPanel
from msp_desktop.ui.widgets.after_paint import all_done
from msp_desktop.ui.widgets.elided import ElidedLink
from tests.ui.find import button

KEY = "vigilances"


def panel(window: MainWindow) -> WindowPanel:
    return window.findChildren(WindowPanel)[0]


def opened(window: MainWindow) -> WindowPanel:
    window.open_panel(KEY)
    return panel(window)


@pytest.mark.parametrize("tab", TAB_KEYS)
def test_it_takes_the_place_of_each_tabs_own_panel(window: MainWindow, qtbot: QtBot, tab: str) -> None:
    window.go_to(tab)
    shown = window.current_tab()
    assert shown is not None
    qtbot.wait(1)
    own = shown.own_panel()
    before = own.isVisibleTo(shown) if own is not None else False
    made = opened(window)
    assert made.isVisible()
    assert made.width() == 456
    assert own is None or not own.isVisible()
    qtbot.waitUntil(lambda: shown.width() <= window.width() - 456)
    window.turn_panel(KEY)
    assert not made.isVisible()
    assert own is None or own.isVisibleTo(shown) is before
    assert shown.width() == window.width()


def test_another_tab_gives_way_too_while_it_is_open(window: MainWindow) -> None:
    made = opened(window)
    window.go_to("meetings")
    tab = window.current_tab()
    assert tab is not None
    own = tab.own_panel()
    assert own is not None
    assert made.isVisible()
    assert not own.isVisible()
    window.turn_panel(KEY)
    assert own.isVisible()
    window.go_to("timeline")
    first = window.current_tab()
    assert first is not None
    side = first.own_panel()
    assert side is not None
    assert side.isVisible()


def test_escape_closes_it_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.current_tab()
    assert tab is not None
    tab.focus_main()
    before = QApplication.focusWidget()
    assert before is not None
    made = opened(window)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert made.isAncestorOf(inside)
    qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert QApplication.focusWidget() is before


def test_what_is_opened_from_the_panel_it_hides_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """The exchanges of an action stand in its panel, in whose place they are shown."""
    assert window.workspace is not None
    reader = window.workspace.reader
    exchange = next(one for one in reader.all(Exchange) if one.action_id is not None)
    window.go_to("timeline", exchange.action_id)
    qtbot.waitUntil(lambda: all_done(window))
    tab = window.current_tab()
    assert tab is not None
    side = tab.own_panel()
    assert side is not None
    link = next(one for one in side.findChildren(ElidedLink) if exchange.subject in one.accessibleName())
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    focused, shown = QApplication.focusWidget(), window.findChild(ExchangePanel)
    assert focused is not None
    assert shown.isVisible()
    assert shown.isAncestorOf(focused)


@pytest.mark.parametrize(("width", "least"), [(1024, 300), (1366, 300)])
def test_a_narrow_window_is_no_wider_for_it(window: MainWindow, width: int, least: int) -> None:
    window.resize(width, 640)
    made = opened(window)
    assert window.width() == width
    assert least <= made.width() <= 456
    assert made.geometry().right() <= width


def test_it_is_there_again_in_another_text_size(window: MainWindow) -> None:
    opened(window)
    try:
        window.set_theme("light", 150)
        assert window.panel_open() == KEY
        assert [made.isVisible() for made in window.findChildren(WindowPanel)][-1]
    finally:
        window.set_theme("light", 100)


def test_it_goes_with_the_dossier(window: MainWindow) -> None:
    opened(window)
    button(window, "Fermer ce panneau")
    window.close_dossier()
    assert window.panel_open() is None
