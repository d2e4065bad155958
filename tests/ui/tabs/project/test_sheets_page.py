"""The page of the fiches action: grouped by axis, folded and moved by keyboard, written in the table and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet, Axis, IndicatorValue, SheetFunding, SheetState, SheetStep
from msp_desktop.domain.change import Change
from msp_desktop.i18n import _
from msp_desktop.services import action_sheets, sheet_figures
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.funding_bar import FundingBar
from msp_desktop.ui.tabs.project.sheet_steps import SheetSteps
from msp_desktop.ui.tabs.project.sheet_table import SheetTable, TotalRow
from msp_desktop.ui.tabs.project.sheets_page import SheetsPage, make
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.segments import Segments
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW, TODAY
from tests.ui.find import button, named, says


@pytest.fixture
def page(qtbot: QtBot, sample: Store) -> Iterator[SheetsPage]:
    workspace = Workspace(sample, lambda: NOW)
    made = make(workspace)
    assert isinstance(made, SheetsPage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    made.resize(900, 560)
    made.panel.resize(416, 900)
    made.show()
    made.panel.show()
    yield made
    workspace.flush()


def table(page: SheetsPage) -> SheetTable:
    return named(page, SheetTable, _("Action sheets"))


def keys(page: SheetsPage) -> list[object]:
    return [row.id for row in table(page).rows.rows()]


def small(page: SheetsPage, name: str) -> RecordTable:
    assert page.panel is not None
    return named(page.panel, RecordTable, name)


def cells(shown: RecordTable) -> list[list[str]]:
    model = shown.rows
    return [
        [str(model.index(row, column).data()) for column in range(len(model.columns))]
        for row in range(model.rowCount())
    ]


def type_in(qtbot: QtBot, shown: RecordTable, key: object, title: str, words: str) -> None:
    shown.edit_field(key, title)
    editor = next(one for one in shown.findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.wait(20)  # Qt takes its turn to write


def test_axes_head_their_sheets_and_the_totals_stay_below(page: SheetsPage) -> None:
    assert keys(page)[:6] == ["axis 1", 1, 2, 3, 4, "axis 2"]
    assert cells(table(page))[3][4:7] == ["1 sur 3, en retard", "22\u202f000\u00a0€", "5\u202f000\u00a0€"]
    total = named(page, TotalRow, _("Total")).accessibleDescription()
    assert "8 fiches, 3 axes" in total
    assert "81\u202f000\u00a0€" in total
    assert says(page, "Il manque 40\u202f000\u00a0€ sur 81\u202f000\u00a0€")
    assert "à trouver 40\u202f000\u00a0€" in named(page, FundingBar, _("Budget by funder")).accessibleDescription()


def test_an_axis_folds_and_opens_with_the_arrows(page: SheetsPage, qtbot: QtBot) -> None:
    shown = table(page)
    shown.select("axis 1")
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert keys(page)[:2] == ["axis 1", "axis 2"]
    assert shown.chosen_id() == "axis 1"
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert keys(page)[:2] == ["axis 1", 1]
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert keys(page)[1] == "axis 2"
    page.show_target(1)
    assert keys(page)[1] == 1
    assert page.target() == 1


def test_nobody_writes_in_the_row_of_an_axis(page: SheetsPage, qtbot: QtBot, sample: Store) -> None:
    shown = table(page)
    shown.select("axis 1")
    qtbot.keyClicks(shown, "abc")
    assert not [one for one in shown.findChildren(QLineEdit) if one.isVisible()]


def test_cells_are_written_and_a_step_ticked_is_undone(page: SheetsPage, qtbot: QtBot, sample: Store) -> None:
    type_in(qtbot, table(page), 1, _("Due"), "1er mars 2027")
    assert sample.reader.one(ActionSheet, 1).due_on == date(2027, 3, 1)
    page.show_target(8)
    assert page.panel is not None
    box = next(one for one in page.panel.findChildren(QCheckBox) if "sentiers" in one.accessibleName())
    box.click()
    assert sample.reader.one(ActionSheet, 8).state is SheetState.DOING
    sample.undo()
    assert sample.reader.one(ActionSheet, 8).state is SheetState.TODO


def test_the_boxes_of_steps_serve_for_each_sheet_and_a_tick_draws_its_row_alone(
    page: SheetsPage, sample: Store
) -> None:
    action_sheets.add_step(sample, 2, "Appeler la fédération")
    assert page.panel is not None
    page.show_target(1)
    page.show_target(2)
    steps = page.panel.findChild(SheetSteps)
    assert steps is not None
    boxes = [box for box in steps.findChildren(QCheckBox) if box.isVisibleTo(steps)]
    every = set(steps.findChildren(QCheckBox))
    page.show_target(1)
    page.show_target(2)
    assert [box for box in steps.findChildren(QCheckBox) if box.isVisibleTo(steps)] == boxes
    assert set(steps.findChildren(QCheckBox)) == every
    drawn: list[tuple[int, int]] = []
    table(page).rows.dataChanged.connect(lambda first, last: drawn.append((first.row(), last.row())))
    last = next(box for box in boxes if "Appeler la fédération" in box.accessibleName())
    last.click()
    (step,) = sample.reader.all(SheetStep, sheet_id=2, text="Appeler la fédération")
    assert step.done_on == TODAY
    rows = keys(page)
    assert set(drawn) == {(at, at) for at in (rows.index("axis 1"), rows.index(2))}


def test_a_value_typed_today_and_a_sum_not_understood(page: SheetsPage, qtbot: QtBot, sample: Store) -> None:
    page.show_target(1)
    type_in(qtbot, small(page, _("Indicators")), 1, _("Now"), "3,5")
    assert sample.reader.all(IndicatorValue, measured_on=TODAY)[0].value == 3.5
    budget = small(page, _("Budget"))
    type_in(qtbot, budget, 2, _("Obtained"), "2 000")
    assert sample.reader.one(SheetFunding, 2).obtained == 2000
    assert page.panel is not None
    assert says(page.panel, "4\u202f000\u00a0€ à trouver")
    type_in(qtbot, budget, 2, _("Obtained"), "beaucoup")
    assert sample.reader.one(SheetFunding, 2).obtained == 2000


def test_a_sheet_moves_and_goes_by_keyboard(page: SheetsPage, qtbot: QtBot, sample: Store) -> None:
    shown = table(page)
    shown.select(2)
    qtbot.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keys(page)[1:3] == [2, 1]
    assert shown.chosen_id() == 2
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert 2 not in keys(page)
    sample.undo()
    assert shown.chosen_id() == 2


def test_the_calendar_and_the_totals_take_the_place_of_the_figures(page: SheetsPage) -> None:
    named(page, Segments, _("What is shown")).chosen.emit("days")
    shown = table(page)
    assert not shown.isColumnHidden(7)
    assert cells(shown)[1][7] == "janv. 2026 – juin 2027"
    named(page, Segments, _("What is shown")).chosen.emit("sums")
    assert cells(named(page, RecordTable, _("By year")))[0][:3] == ["2025", "4\u202f000\u00a0€", "4\u202f000\u00a0€"]
    assert cells(named(page, RecordTable, _("By axis")))[-1][1] == "81\u202f000\u00a0€"


def test_words_that_wait_are_found_under_their_sheet(page: SheetsPage) -> None:
    assert page.place_of(DraftKey("ActionSheet", 3, "aim")) == 3
    assert page.place_of(DraftKey("SheetStep", 1, "text")) == 1
    assert page.place_of(DraftKey("Axis", 2, "title")) == "axis 2"
    assert page.place_of(DraftKey("AxisObjective", 1, "text")) == "axis 1"
    assert page.place_of(DraftKey("Person", 1, "notes")) is None


def test_an_empty_plan_says_what_to_do_and_a_first_axis_opens_it(page: SheetsPage, sample: Store) -> None:
    for number in (1, 2, 3):
        action_sheets.delete_axis(sample, number)
    assert says(page, _("Begin with an axis."))
    assert button(page, _("Add an axis")).isVisible()
    axis = action_sheets.add_axis(sample, "Prévention")
    assert keys(page) == [f"axis {axis.id}"]
    sheet = action_sheets.add_sheet(sample, axis.id, "x" * 300)
    sheet_figures.add_funding(sample, sheet.id, "", 2026)
    assert says(page, _("No budget yet"))


def test_no_column_is_cut_where_the_page_is_narrow(page: SheetsPage, qtbot: QtBot) -> None:
    for width in (900, 700, 594):
        page.resize(width, 300)
        qtbot.wait(50)
        shown = table(page)
        assert shown.isColumnHidden(2) == (width < 760)
        assert shown.isColumnHidden(3) == (width < 660)
        right = shown.columnViewportPosition(6) + shown.columnWidth(6)
        assert right <= shown.viewport().width(), width


def test_a_sum_is_seen_whole_while_it_is_typed(page: SheetsPage) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 100)
    assert page.panel is not None
    page.panel.resize(416, 560)
    shown = small(page, "Budget")
    titles = [one.title for one in shown.rows.columns]
    column = titles.index(_("Planned"))
    shown.edit_field(shown.rows.rows()[0].id, _("Planned"))
    editor = next(one for one in shown.findChildren(QLineEdit) if one.isVisible())
    assert editor.width() >= shown.columnWidth(column) - 2


def test_neither_a_low_screen_nor_long_titles_of_axes_make_the_window_larger(page: SheetsPage, sample: Store) -> None:
    assert page.panel is not None
    before = page.panel.minimumSizeHint().width()
    action_sheets.update_axis(sample, 1, Change(Axis, title="Accès aux soins de proximité " * 20))
    action_sheets.add_objective(sample, 1, "Que chacun ait un médecin traitant près de chez lui " * 20)
    page.show_target("axis 1")
    page.show_target(1)
    assert page.panel.minimumSizeHint().width() == before
    assert page.minimumSizeHint().height() < 224  # what 1366 × 768 at 125 % leaves under the heads of the page
