"""The line at the foot of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.theme import apply_theme

SENTENCES = ("Prêt", "Action renommée", "Une phrase\nde plusieurs lignes", "m" * 3000)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1366])
def test_what_it_says_moves_nothing_above_it(window: MainWindow, qtbot: QtBot, percent: int, width: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", percent)
    window.resize(width, 697)
    qtbot.wait(300)  # until the panels of the first tab stand
    heights = set()
    for sentence in SENTENCES:
        for can_undo in (False, True):
            window._status.say(sentence, can_undo=can_undo)
            qtbot.wait(20)
            if can_undo:
                window._status._undo.setFocus()
                qtbot.wait(20)
            heights.add((window._pages.height(), window._status.height()))
    assert len(heights) == 1, heights
    assert window._status._undo.isVisible()
    compact = not window.menuBar().isVisible()
    assert window._status.height() == round((26 if compact else 28) * percent / 100)
