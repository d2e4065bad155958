"""What is chosen in the register is what the panel shows, after every act."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import HealthProfessional, Need
from msp_desktop.i18n import _
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from msp_desktop.ui.widgets.record_table import RecordTable

KEY = Qt.Key


@pytest.fixture
def tab(window: MainWindow) -> InventoryTab:
    window.go_to("inventory", "professionals")
    page = window.current_page()
    assert isinstance(page, InventoryTab)
    return page


def table(tab: InventoryTab, register: str = "professionals") -> RecordTable:
    return tab.registers.tables[register]


def click_row(tab: InventoryTab, number: int, qtbot: QtBot) -> None:
    shown = table(tab)
    box = shown.visualRect(shown.rows.index(number, 0))
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def button(tab: QWidget, name: str) -> QAbstractButton:
    return next(found for found in tab.findChildren(QAbstractButton) if found.accessibleName() == name)


def shown_name(tab: InventoryTab) -> str | None:
    return tab.form._title.text() if tab.form.isVisible() else None


def chosen_name(tab: InventoryTab) -> str | None:
    chosen = table(tab).rows.row_with(table(tab).chosen_id())
    return chosen.name if chosen is not None else None


def test_after_a_deletion_the_neighbour_is_chosen_and_shown_and_undo_chooses_who_comes_back(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    click_row(tab, 1, qtbot)
    gone, neighbour = table(tab).rows.row_at(1).name, table(tab).rows.row_at(2).name
    assert shown_name(tab) == gone
    delete = button(tab, _("Delete this professional"))
    delete.setFocus()
    qtbot.keyClick(delete, KEY.Key_Space)
    assert shown_name(tab) == chosen_name(tab) == neighbour
    assert QApplication.focusWidget() is table(tab)
    assert window.workspace is not None
    count = len(window.workspace.reader.all(HealthProfessional))
    qtbot.keyClick(table(tab), KEY.Key_Space)
    assert len(window.workspace.reader.all(HealthProfessional)) == count
    window.workspace.undo()
    assert shown_name(tab) == chosen_name(tab) == gone


def test_the_last_one_deleted_leaves_the_charts(tab: InventoryTab, window: MainWindow, qtbot: QtBot) -> None:
    shown = table(tab)
    shown.setFocus()
    shown.selectAll()
    qtbot.keyClick(shown, KEY.Key_Delete)
    assert window.workspace is not None
    assert window.workspace.reader.all(HealthProfessional) == []
    assert tab.side.isVisible()
    window.workspace.undo()
    assert len(window.workspace.reader.all(HealthProfessional)) == len(shown.rows.rows()) > 2


def test_after_see_the_charts_the_row_clicked_again_is_shown(tab: InventoryTab, qtbot: QtBot) -> None:
    click_row(tab, 1, qtbot)
    name = shown_name(tab)
    button(tab, _("See the charts")).click()
    assert tab.side.isVisible()
    assert chosen_name(tab) is None
    assert QApplication.focusWidget() is table(tab)
    click_row(tab, 1, qtbot)
    assert shown_name(tab) == chosen_name(tab) == name


def test_another_register_shows_no_professional(tab: InventoryTab, qtbot: QtBot) -> None:
    click_row(tab, 1, qtbot)
    name = shown_name(tab)
    tab.registers.show_register("offers")
    assert tab.side.isVisible()
    tab.registers.show_register("professionals")
    assert shown_name(tab) == chosen_name(tab) == name


def test_arrows_choose_and_show_and_another_professional_is_shown_from_the_top(tab: InventoryTab, qtbot: QtBot) -> None:
    click_row(tab, 0, qtbot)
    bar = tab.form.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    seen: list[str | None] = []
    tab.registers.moved.connect(lambda: seen.append(chosen_name(tab)))
    table(tab).setFocus()
    qtbot.keyClick(table(tab), KEY.Key_Down)
    assert seen == [table(tab).rows.row_at(1).name]
    assert shown_name(tab) == seen[0]
    assert bar.value() == 0


def test_what_is_typed_in_the_card_keeps_the_keyboard_the_cursor_and_the_scroll(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    click_row(tab, 1, qtbot)
    area = tab.form.findChildren(QScrollArea)[0]
    source = tab.form.form.editor("source")
    assert isinstance(source, QLineEdit)
    source.setFocus()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.ensureWidgetVisible(source)
    place = area.verticalScrollBar().value()
    qtbot.keyClicks(source, "annuaire ")
    assert window.workspace is not None
    window.workspace.flush()
    qtbot.keyClicks(source, "2026")
    assert QApplication.focusWidget() is source
    assert "annuaire 2026" in source.text()  # the cursor stayed where it was
    assert area.verticalScrollBar().value() == place


@pytest.mark.parametrize("register", ["needs", "opportunities"])
def test_a_row_added_and_given_up_is_not_kept(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot, register: str
) -> None:
    tab.registers.show_register(register)
    shown = table(tab, register)
    count = len(shown.rows.rows())
    tab.registers.add.click()
    assert len(shown.rows.rows()) == count + 1
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert len(shown.rows.rows()) == count
    assert window.workspace is not None
    assert _("added") not in (window.workspace.store.history.undo_label() or "")


def test_a_row_added_and_left_for_another_place_is_not_kept(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    before = window.workspace.reader.all(Need)
    tab.registers.show_register("needs")
    tab.registers.add.click()
    tab.registers.filter.setFocus()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.reader.all(Need) == before)


def test_a_row_in_which_something_was_typed_is_kept(tab: InventoryTab, window: MainWindow, qtbot: QtBot) -> None:
    tab.registers.show_register("needs")
    tab.registers.add.click()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Un dentiste")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is table(tab, "needs"))
    tab.registers.show_register("offers")
    assert window.workspace is not None
    assert "Un dentiste" in [need.title for need in window.workspace.reader.all(Need)]
