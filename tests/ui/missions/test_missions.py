"""The missions stay the widgets they are: focus, scroll and what is typed survive each act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from msp_desktop.domain.missions import Mission
from msp_desktop.i18n import _
from msp_desktop.services.missions import OWN
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.missions.mission_row import MissionRow
from msp_desktop.ui.tabs.referent.tab import ReferentTab
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.line_field import LineField

KEY = Qt.Key


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> ReferentTab:
    window.go_to("referent")
    page = window.current_page()
    assert isinstance(page, ReferentTab)
    qtbot.waitUntil(lambda: page.findChildren(MissionRow)[0].isVisible())
    return page


def area(tab: ReferentTab) -> QScrollArea:
    return next(found for found in tab.findChildren(QScrollArea) if found.accessibleName() == _("The référent's sheet"))


def last_row(tab: ReferentTab) -> MissionRow:
    row = tab.findChildren(MissionRow)[-1]
    area(tab).ensureWidgetVisible(row)
    return row


def reword(row: MissionRow) -> LineField:
    next(entry for entry in row.menu().actions() if entry.text() == _("Reword")).trigger()
    return row.findChildren(LineField)[0]


def test_a_mission_is_reworded_where_it_stands(tab: ReferentTab, window: MainWindow, qtbot: QtBot) -> None:
    row = last_row(tab)
    place, rows = area(tab).verticalScrollBar().value(), tab.findChildren(MissionRow)
    line = reword(row)
    qtbot.keyClicks(line, "Tenir le fil")
    qtbot.keyClick(line, KEY.Key_Return)
    assert window.workspace is not None
    assert "Tenir le fil" in {mission.text for mission in window.workspace.reader.all(Mission)}
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert row.isAncestorOf(focused)
    assert not line.isVisible()
    assert tab.findChildren(MissionRow) == rows
    assert area(tab).verticalScrollBar().value() == place


def test_escape_gives_the_words_back_even_once_they_are_written(
    tab: ReferentTab, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    before = window.workspace.reader.all(Mission)
    line = reword(last_row(tab))
    qtbot.keyClicks(line, "Tenir le fil")
    window.workspace.flush()
    assert window.workspace.reader.all(Mission) != before
    qtbot.keyClick(line, KEY.Key_Escape)
    assert window.workspace.reader.all(Mission) == before
    assert not line.isVisible()


def test_a_mission_ticked_keeps_the_keyboard_and_its_place(tab: ReferentTab, window: MainWindow, qtbot: QtBot) -> None:
    row = last_row(tab)
    place = area(tab).verticalScrollBar().value()
    box = row.findChildren(QCheckBox)[0]
    kept = box.isChecked()
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_Space)
    assert box.isChecked() is not kept
    assert QApplication.focusWidget() is box
    assert area(tab).verticalScrollBar().value() == place
    assert window.workspace is not None
    window.workspace.undo()
    assert box.isChecked() is kept
    assert QApplication.focusWidget() is box


def test_a_mission_moved_keeps_the_keyboard(tab: ReferentTab, window: MainWindow) -> None:
    row = tab.findChildren(MissionRow)[0]
    more = row.findChildren(QPushButton)[0]
    more.setFocus()
    next(entry for entry in row.menu().actions() if entry.text() == _("Move down")).trigger()
    assert QApplication.focusWidget() is more


def test_missions_are_added_one_after_the_other(tab: ReferentTab, window: MainWindow, qtbot: QtBot) -> None:
    new = next(found for found in tab.findChildren(AddLine) if found.accessibleName() == _("A new mission"))
    new.setFocus()
    for words in ("Le transport", "Les aidants"):
        qtbot.keyClicks(new, words)
        qtbot.keyClick(new, KEY.Key_Return)
        assert QApplication.focusWidget() is new
    assert window.workspace is not None
    own = [mission.text for mission in window.workspace.reader.all(Mission, theme=OWN)]
    assert own[-2:] == ["Le transport", "Les aidants"]
