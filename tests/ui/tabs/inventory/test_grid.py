"""The grid of findings: an open cell is a field as any other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.inventory_views import FindingState
from msp_desktop.i18n import _
from msp_desktop.services import inventory as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import LIMIT
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.finding_editor import PADDING, FindingNote
from msp_desktop.ui.tabs.inventory.finding_row import FINDING, STATE, THEME
from msp_desktop.ui.tabs.inventory.grid import USUAL, FindingsGrid
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from msp_desktop.ui.theme import apply_theme, theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.help_line import HelpLine
from tests.conftest import TODAY
from tests.ui.modal import dialog

KEY = Qt.Key


@pytest.fixture
def tab(window: MainWindow) -> InventoryTab:
    window.go_to("inventory")
    page = window.current_page()
    assert isinstance(page, InventoryTab)
    return page


def open_finding(tab: InventoryTab, row: int) -> FindingNote:
    tab.grid.grid.setCurrentCell(row, 2)
    tab.grid.grid.write_current()
    editor = QApplication.focusWidget()
    assert isinstance(editor, FindingNote)
    return editor


def finding(window: MainWindow, tab: InventoryTab, row: int) -> Finding:
    assert window.workspace is not None
    return window.workspace.reader.one(Finding, tab.grid.grid.findings()[row].id)


def test_what_is_typed_in_a_finding_is_written_while_one_types_on(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    editor = open_finding(tab, 1)
    editor.selectAll()
    typed = ""

    def written() -> bool:
        nonlocal typed
        qtbot.keyClicks(editor, "a")
        typed += "a"
        return finding(window, tab, 1).answer.startswith("aa")

    qtbot.waitUntil(written, timeout=int(LIMIT * 1000) + 3000)
    assert QApplication.focusWidget() is editor
    qtbot.keyClicks(editor, "b")
    assert editor.toPlainText() == typed + "b"


def test_ctrl_z_in_an_open_finding_takes_back_what_was_typed(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    before = finding(window, tab, 1).answer
    editor = open_finding(tab, 1)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert finding(window, tab, 1).answer == before
    assert editor.toPlainText() == before
    assert QApplication.focusWidget() is editor


def test_escape_gives_back_what_stood_there(tab: InventoryTab, window: MainWindow, qtbot: QtBot) -> None:
    before = finding(window, tab, 1).answer
    editor = open_finding(tab, 1)
    qtbot.keyClicks(editor, "x")
    assert window.workspace is not None
    window.workspace.flush()
    assert finding(window, tab, 1).answer != before
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert finding(window, tab, 1).answer == before
    assert not window.workspace.drafts.waiting()


def test_an_editor_opened_and_left_writes_nothing(tab: InventoryTab, window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    step = window.workspace.store.history.undo_label()
    open_finding(tab, 1)
    tab.made.setFocus()
    window.workspace.flush()
    assert window.workspace.store.history.undo_label() == step


def test_the_window_closes_while_a_finding_is_open_and_keeps_it(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    editor = open_finding(tab, 1)
    editor.selectAll()
    qtbot.keyClicks(editor, "encore")
    assert window.workspace is not None
    assert window.workspace.flush()
    assert finding(window, tab, 1).answer == "encore"


def test_a_question_added_is_chosen_and_its_finding_open_and_undo_leaves_a_neighbour(
    tab: InventoryTab, window: MainWindow, qtbot: QtBot
) -> None:
    grid = tab.grid.grid
    grid.setCurrentCell(0, 2)
    count = grid.rowCount()

    def ask(box: AskWords) -> None:
        box._field.setPlainText("Et le dimanche ?")
        box.accept()

    with dialog(AskWords, ask):
        tab._add_question(grid.findings()[0].theme)
    assert grid.rowCount() == count + 1
    chosen = grid.current()
    assert chosen is not None
    assert chosen.question == "Et le dimanche ?"
    assert isinstance(window.focusWidget(), FindingNote)
    grid.setFocus()
    assert window.workspace is not None
    window.workspace.undo()
    assert grid.rowCount() == count
    left = grid.current()
    assert left is not None
    assert left.id != chosen.id


def test_a_proposal_taken_leaves_the_keyboard_in_the_grid(tab: InventoryTab, window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    grid = tab.grid.grid
    row = next(row for row, view in enumerate(grid.findings()) if view.draft)
    service.write_finding(window.workspace.store, grid.findings()[row].id, "", window.workspace.today())
    grid.setCurrentCell(row, FINDING)
    tab.grid.take.setFocus()
    qtbot.keyClick(tab.grid.take, KEY.Key_Space)
    assert finding(window, tab, row).answer == grid.findings()[row].draft == grid.item(row, FINDING).text()
    assert QApplication.focusWidget() is grid
    assert grid.item(row, STATE).text() == _("read over")


def needed(grid: FindingsGrid, row: int) -> int:
    """Return how high a row must be for the words of its cells, inside the padding and the frame of the focus."""
    high = 0.0
    for column in range(3):
        item = grid.item(row, column)
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(item.font())
        document.setPlainText(item.text())
        margin = grid.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        document.setTextWidth(grid.columnWidth(column) - 2 * (theme().px(8) + 2 + margin))
        high = max(high, document.size().height())
    return min(round(high) + 2 * theme().px(PADDING), grid.most())


def unfit(grid: FindingsGrid) -> list[tuple[int, int, int]]:
    """Return the rows that are not as high as their words need, or as all are where there is room for it."""
    shown = [(row, grid.rowHeight(row), needed(grid, row)) for row in range(grid.rowCount())]
    usual = min(high for _row, high, _need in shown)
    assert usual <= max(theme().px(USUAL), min(need for _row, _high, need in shown) + 2)
    return [(row, high, need) for row, high, need in shown if abs(high - max(usual, need)) > 2]


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_each_row_is_as_high_as_its_words(window: MainWindow, tab: InventoryTab, qtbot: QtBot, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    grid = tab.grid.grid
    apply_theme(app, "light", percent)
    assert window.workspace is not None
    assert grid.rowCount() > 5

    def settles() -> None:
        qtbot.wait(20)
        qtbot.waitUntil(lambda: unfit(grid) == [], timeout=2000)

    for width in (1024, 2560, 1366):
        window.resize(width, 697)
        settles()
    grid.setCurrentCell(1, FINDING)
    window.workspace.attempt(service.write_finding, grid.findings()[1].id, "Six mots de plus. " * 6, TODAY)
    settles()
    editor = open_finding(tab, 1)
    qtbot.keyClick(editor, KEY.Key_Escape)
    settles()
    tab.refresh(frozenset())
    settles()
    service.write_finding(window.workspace.store, grid.findings()[1].id, "Six mots de plus. " * 90, TODAY)
    settles()
    assert grid.rowHeight(1) <= grid.viewport().height() / 2
    assert grid.item(1, FINDING).toolTip()


def test_a_row_is_measured_while_an_editor_stands_in_another(tab: InventoryTab, qtbot: QtBot) -> None:
    grid = tab.grid.grid
    open_finding(tab, 1)
    before = [grid.rowHeight(row) for row in range(grid.rowCount()) if row != 1]
    grid.setColumnWidth(1, 480)  # the findings have less room
    qtbot.wait(20)
    after = [grid.rowHeight(row) for row in range(grid.rowCount()) if row != 1]
    assert sum(after) > sum(before)


def shift_enter(grid: FindingsGrid, qtbot: QtBot) -> None:
    qtbot.keyClick(grid, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_all_eight_questions_are_seen_at_once(window: MainWindow, tab: InventoryTab, qtbot: QtBot) -> None:
    window.resize(1366, 697)
    grid = tab.grid.grid
    assert grid.rowCount() == 8
    qtbot.waitUntil(lambda: not grid.verticalScrollBar().isVisible())
    last = grid.visualItemRect(grid.item(7, FINDING))
    assert grid.viewport().rect().contains(last)
    proposed = next(view for view in grid.findings() if not view.answer and view.draft)
    row = grid.findings().index(proposed)
    assert proposed.draft in grid.item(row, FINDING).text()


def test_enter_opens_goes_down_and_shift_enter_begins_a_line(
    window: MainWindow, tab: InventoryTab, qtbot: QtBot
) -> None:
    grid = tab.grid.grid
    grid.setFocus()
    grid.setCurrentCell(1, FINDING)
    qtbot.keyClick(grid, KEY.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, FindingNote)
    assert grid.findings()[1].draft in editor.placeholderText()
    editor.selectAll()
    qtbot.keyClicks(editor, "une")
    qtbot.keyClick(editor, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "deux")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert finding(window, tab, 1).answer == "une\ndeux"
    assert QApplication.focusWidget() is grid
    assert grid.currentRow() == 2
    assert grid.state() != FindingsGrid.State.EditingState


def test_proposals_are_taken_one_after_the_other_by_keys_and_words_of_ones_own_stay(
    window: MainWindow, tab: InventoryTab, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    grid = tab.grid.grid
    written = {view.id: view.answer for view in grid.findings() if view.answer}
    waiting = [view for view in grid.findings() if view.state is FindingState.PROPOSED]
    assert len(waiting) > 1
    grid.setFocus()
    grid.choose(next(iter(written)))
    shift_enter(grid, qtbot)  # words of one's own: only goes on
    for view in waiting:
        now = grid.current()
        assert now is not None
        assert now.id == view.id
        shift_enter(grid, qtbot)
    assert {view.id: view.answer for view in grid.findings() if view.id in written} == written
    assert [view.state for view in grid.findings() if view.id not in written] == [FindingState.READ] * len(waiting)
    assert tab.grid.write.isVisible()
    assert not tab.grid.take.isVisible()
    window.workspace.undo()
    assert [view.id for view in grid.findings() if view.state is FindingState.PROPOSED] == [waiting[-1].id]


def test_one_writes_on_after_what_is_written_and_the_last_row_is_seen_whole(
    window: MainWindow, tab: InventoryTab, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    window.resize(1366, 697)
    grid = tab.grid.grid
    last = grid.rowCount() - 1
    service.write_finding(window.workspace.store, grid.findings()[last].id, "Une salle.", TODAY)
    editor = open_finding(tab, last)
    qtbot.keyClicks(editor, " Une autre.")
    qtbot.waitUntil(lambda: grid.viewport().rect().contains(grid.visualItemRect(grid.item(last, FINDING))))
    qtbot.keyClick(editor, KEY.Key_Return)
    assert finding(window, tab, last).answer == "Une salle. Une autre."


def test_every_row_tells_its_theme_to_who_does_not_see_it(tab: InventoryTab) -> None:
    grid = tab.grid.grid
    shown = [grid.item(row, THEME).text() for row in range(grid.rowCount())]
    told = [grid.item(row, THEME).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(grid.rowCount())]
    assert "" in shown
    assert all(told)
    assert list(dict.fromkeys(told)) == [words for words in shown if words]


def test_what_the_registers_propose_beside_ones_own_words_is_said_and_can_be_taken(
    window: MainWindow, tab: InventoryTab, qtbot: QtBot
) -> None:
    grid = tab.grid.grid
    row, view = next((row, view) for row, view in enumerate(grid.findings()) if view.answer and view.draft)
    assert window.workspace is not None
    service.write_finding(window.workspace.store, view.id, "Avec mes mots.", TODAY)
    grid.setCurrentCell(row, FINDING)
    assert says_help(tab, grid.findings()[row].draft)
    again = next(one for one in tab.grid.findChildren(LinkButton) if one.accessibleName() == _("Take the proposal"))
    assert again.isVisible()
    again.click()
    assert finding(window, tab, row).answer == grid.findings()[row].draft
    assert grid.currentRow() == row
    assert not again.isVisible()


def says_help(tab: InventoryTab, words: str) -> bool:
    (line,) = tab.grid.findChildren(HelpLine)
    return words in line.words()
