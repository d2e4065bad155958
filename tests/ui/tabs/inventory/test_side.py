"""The side panel: charts, and the age of retirement that one may adjust."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import Inventory
from msp_desktop.i18n import _
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.inventory.side import SidePanel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.chart_view import ChartView
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.ui.find import button

KEY = Qt.Key


@pytest.fixture
def age(window: MainWindow) -> QLineEdit:
    window.go_to("inventory")
    (side,) = window.current_page().findChildren(SidePanel)
    assert side.findChildren(QSpinBox) == []
    return next(line for line in side.findChildren(QLineEdit) if line.accessibleName() == _("Retirement age"))


def stored(window: MainWindow) -> int:
    assert window.workspace is not None
    return window.workspace.reader.one(Inventory, 1).retirement_age


def test_an_age_typed_is_written_while_one_types_on_and_undone_in_its_field(
    age: QLineEdit, window: MainWindow, qtbot: QtBot
) -> None:
    assert age.text() == "67 ans"
    age.setFocus()
    age.selectAll()
    qtbot.keyClicks(age, "64")
    qtbot.waitUntil(lambda: stored(window) == 64, timeout=3000)
    qtbot.keyClick(age, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(window) == 67
    assert age.text() == "67 ans"


@pytest.mark.parametrize("words", ["12", "", "deux", "64,5"])
def test_an_age_out_of_sense_is_marked_and_not_written(
    age: QLineEdit, window: MainWindow, qtbot: QtBot, words: str
) -> None:
    age.setFocus()
    age.selectAll()
    qtbot.keyClick(age, KEY.Key_Delete)
    qtbot.keyClicks(age, words)
    qtbot.keyClick(age, KEY.Key_Tab)
    assert age.property("wrong") is True
    assert age.toolTip() == "Écrivez un nombre de 55 à 80."
    assert stored(window) == 67
    age.setText("")
    qtbot.keyClicks(age, "65 ans")
    qtbot.keyClick(age, KEY.Key_Return)
    assert not age.property("wrong")
    assert stored(window) == 65


def test_an_age_only_looked_at_writes_nothing(age: QLineEdit, window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    label = window.workspace.store.history.undo_label()
    age.setFocus()
    qtbot.keyClick(age, KEY.Key_Tab)
    assert window.workspace.store.history.undo_label() == label


def test_the_figures_take_the_place_of_the_charts_and_none_of_their_names_is_cut(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 697)
    window.go_to("inventory")
    (side,) = window.current_page().findChildren(SidePanel)
    toggle = button(side, _("See the figures as tables"))
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    tables = side.findChildren(RecordTable)
    assert [table.isVisible() for table in tables] == [True] * 3
    assert not any(chart.isVisible() for chart in side.findChildren(ChartView))
    for table in tables:
        assert table.accessibleName()
        assert not table.horizontalScrollBar().isVisible()
        metrics = table.fontMetrics()
        for row in table.rows.rows():
            room = table.columnWidth(0) - theme().px(16)
            assert metrics.horizontalAdvance(row.cells[0]) <= room, row.cells
    shown = {row.cells[0]: row.cells[1:] for row in tables[0].rows.rows()}
    assert shown["Médecins"] == ("1", "2", "3")
    qtbot.mouseClick(button(side, _("Back to the charts")), Qt.MouseButton.LeftButton)
    assert all(chart.isVisible() for chart in side.findChildren(ChartView))


@pytest.mark.parametrize("width", [1024, 1366, 2560])
def test_a_chart_is_never_wider_than_its_panel(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 697)
    window.go_to("inventory")
    (side,) = window.current_page().findChildren(SidePanel)
    qtbot.wait(30)
    for chart in side.findChildren(ChartView):
        assert chart.sizeHint().width() <= chart.width()
        assert chart.mapTo(side, chart.rect().topRight()).x() < side.width()
