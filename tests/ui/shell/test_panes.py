"""F6 goes from one part of the window to the next, Shift+F6 back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.widgets.after_paint import all_done


def _part(window: MainWindow) -> str:
    """Return the part of the window the keyboard is in."""
    focused = QApplication.focusWidget()
    assert focused is not None
    tab, panel = window.current_tab(), window._room.panel()
    own = tab.own_panel() if tab is not None else None
    parts: list[tuple[str, QWidget | None]] = [
        ("panel", panel), ("own", own), ("page", window._pages), ("header", window._header), ("tabs", window._bar),
        ("status", window._status),
    ]  # fmt: skip
    return next(name for name, part in parts if part is not None and part.isAncestorOf(focused))


def test_f6_goes_round_the_parts_of_the_window_and_shift_f6_back(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.current_tab()
    assert tab is not None
    qtbot.waitUntil(lambda: all_done(window), timeout=10_000)  # until the panel stands
    tab.focus_main()
    in_list = QApplication.focusWidget()
    seen = []
    for _turn in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(_part(window))
    assert seen == ["own", "header", "tabs", "page"]
    assert QApplication.focusWidget() is in_list
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert _part(window) == "tabs"


def test_a_panel_of_the_window_and_what_can_be_undone_are_parts_too(window: MainWindow, qtbot: QtBot) -> None:
    window.open_panel("exchange", None)
    window._status.say("Une action a été supprimée", can_undo=True)
    tab = window.current_tab()
    assert tab is not None
    tab.focus_main()
    seen = []
    for _turn in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(_part(window))
    assert seen == ["panel", "status", "header"]


def test_where_there_is_no_dossier_f6_stays_in_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.close_dossier()
    window.show_start()
    qtbot.wait(20)
    window.step_pane(1)
    assert _part(window) == "page"
