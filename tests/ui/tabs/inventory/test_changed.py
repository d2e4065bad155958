"""« Ce qui a changé », by keyboard: there once an official file was read, and leading to the entries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.journal import Begin
from msp_desktop.ui.tabs.inventory.tab import CHANGED, FINDINGS, InventoryTab
from msp_desktop.ui.workspace import Workspace
from tests.services.open_data.what_changed_rows import read_file, told_changes
from tests.ui.find import button


@pytest.fixture
def tab(qtbot: QtBot, workspace: Workspace) -> Iterator[InventoryTab]:
    window = QWidget()
    window.resize(1366, 550)
    qtbot.addWidget(window)
    made = InventoryTab(workspace, parent=window)
    made.resize(1366, 550)
    workspace.changed.connect(made.refresh)  # as the window does
    window.show()
    yield made
    window.close()


def shown(tab: InventoryTab) -> list[str]:
    return [change.name for change in tab.changed.table.rows.rows()]


def test_the_page_is_there_once_a_file_was_read(tab: InventoryTab, workspace: Workspace) -> None:
    tab.show_target(CHANGED)
    assert tab.target() == (FINDINGS, 1, "")
    read_file(workspace.store)
    tab.show_target(CHANGED)
    assert tab.target() == CHANGED
    assert shown(tab) == []
    assert not button(tab.changed, "Ouvrir la fiche").isEnabled()
    workspace.undo()
    assert tab.target() != CHANGED  # the import that told it was taken back


def test_a_row_leads_to_its_entry_to_an_exchange_and_to_a_message(
    tab: InventoryTab, workspace: Workspace, qtbot: QtBot
) -> None:
    told_changes(workspace.store)
    tab.show_target(CHANGED)
    tab.focus_main()
    table = tab.changed.table
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert not button(tab.changed, "Noter un échange").isEnabled()  # a pharmacy is nobody
    qtbot.keyClick(table, Qt.Key.Key_Down)
    change = table.current_row()
    assert change.name == "Mme Zoé Nomsecretc"
    with qtbot.waitSignal(workspace.request_exchange) as exchange:
        qtbot.keyClick(button(tab.changed, "Noter un échange"), Qt.Key.Key_Space)
    assert exchange.args == [Begin(person_ids=(change.person_id,))]
    with qtbot.waitSignal(workspace.request_write) as letter:
        qtbot.keyClick(button(tab.changed, "Écrire"), Qt.Key.Key_Space)
    assert letter.args == [change.person_id]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert tab.target() == change.entry_id


def test_an_establishment_is_shown_among_the_offers(tab: InventoryTab, workspace: Workspace) -> None:
    told_changes(workspace.store)
    tab.show_target(CHANGED)
    tab.changed.table.select(next(one.id for one in tab.changed.table.rows.rows() if not one.person_id))
    button(tab.changed, "Ouvrir la fiche").click()
    assert tab.registers.shown == "offers"
    assert tab.registers.tables["offers"].current_row().name == "Pharmacie du Lavoir"


def test_a_town_or_a_profession_is_filtered(tab: InventoryTab, workspace: Workspace) -> None:
    told_changes(workspace.store)
    tab.show_target(CHANGED)
    tab.changed.filter.setText("sage")
    assert shown(tab) == ["Mme Zoé Nomsecretc"]
    tab.changed.filter.setText("saint-exemple")
    assert shown(tab) == ["Mme Zoé Nomsecretd"]
