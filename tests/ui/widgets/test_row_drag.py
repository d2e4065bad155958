"""A row taken by the mouse: what is shown on the way, where it goes, what leaves it where it was."""

from __future__ import annotations

import pytest
from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.row_drag import RowDrag

LEFT = Qt.MouseButton.LeftButton


class Row(Struct, frozen=True):
    id: int


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    made = RecordTable("Essai", [Column("Nombre", lambda row: str(row.id), lambda _row, _text: None)], sortable=False)
    qtbot.addWidget(made)
    made.show_rows([Row(number) for number in range(30)])
    made.resize(200, 160)
    made.show()
    return made


@pytest.fixture
def dropped(table: RecordTable) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    drag = RowDrag(table)
    drag.dropped.connect(lambda held, place: found.append((held, place)))
    return found


def at(table: RecordTable, row: int, part: float = 0.5) -> QPoint:
    place = table.visualRect(table.rows.index(row, 0))
    return QPoint(20, round(place.top() + place.height() * part))


def move(table: RecordTable, point: QPoint) -> None:
    view = table.viewport()
    kind, none = QMouseEvent.Type.MouseMove, Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(point), QPointF(view.mapToGlobal(point)), none, LEFT, keys)
    QApplication.sendEvent(view, event)


def test_a_line_shows_where_the_row_would_go(table: RecordTable, dropped: list[tuple[int, int]], qtbot: QtBot) -> None:
    line = table.findChildren(RowDrag)[0]._line
    qtbot.mousePress(table.viewport(), LEFT, pos=at(table, 1))
    move(table, at(table, 1) + QPoint(1, 1))
    assert not line.isVisible(), "a hand that trembles takes nothing"
    move(table, at(table, 3, 0.8))
    assert line.isVisible()
    assert abs(line.geometry().center().y() - table.visualRect(table.rows.index(4, 0)).top()) <= 2
    seen = table.viewport().grab(line.geometry()).toImage().pixelColor(5, 1)
    assert seen.name() == theme().color("accent").name()
    qtbot.mouseRelease(table.viewport(), LEFT, pos=at(table, 3, 0.8))
    assert not line.isVisible()
    assert dropped == [(1, 3)]


@pytest.mark.parametrize(
    ("held", "to", "part", "place"), [(3, 0, 0.1, 0), (3, 0, 0.9, 1), (0, 1, 0.9, 1), (0, 1, 0.1, None)]
)
def test_a_row_goes_between_the_two_where_it_is_let_go(
    table: RecordTable, dropped: list[tuple[int, int]], qtbot: QtBot, held: int, to: int, part: float, place: int | None
) -> None:
    qtbot.mousePress(table.viewport(), LEFT, pos=at(table, held))
    move(table, at(table, to))
    move(table, at(table, to, part))
    qtbot.mouseRelease(table.viewport(), LEFT, pos=at(table, to, part))
    assert dropped == ([] if place is None else [(held, place)])


def test_held_under_the_list_it_scrolls_to_the_rows_that_are_out_of_sight(
    table: RecordTable, dropped: list[tuple[int, int]], qtbot: QtBot
) -> None:
    qtbot.mousePress(table.viewport(), LEFT, pos=at(table, 0))
    under = QPoint(20, table.viewport().height() + 10)
    for _step in range(200):
        move(table, under)
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
    qtbot.mouseRelease(table.viewport(), LEFT, pos=under)
    assert dropped == [(0, 29)]


def test_escape_leaves_the_row_and_a_press_alone_still_chooses_and_opens(
    table: RecordTable, dropped: list[tuple[int, int]], qtbot: QtBot
) -> None:
    qtbot.mousePress(table.viewport(), LEFT, pos=at(table, 2))
    move(table, at(table, 0))
    move(table, at(table, 0, 0.1))
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    qtbot.mouseRelease(table.viewport(), LEFT, pos=at(table, 0, 0.1))
    assert dropped == []
    assert table.selected_ids() == [2]
    qtbot.mouseClick(table.viewport(), LEFT, pos=at(table, 1))
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at(table, 1))
    assert len(table.findChildren(QLineEdit)) == 1


def test_another_button_let_go_on_the_way_drops_nothing(
    table: RecordTable, dropped: list[tuple[int, int]], qtbot: QtBot
) -> None:
    qtbot.mousePress(table.viewport(), LEFT, pos=at(table, 1))
    move(table, at(table, 3, 0.8))
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.RightButton, pos=at(table, 3, 0.8))
    assert dropped == []
    qtbot.mouseRelease(table.viewport(), LEFT, pos=at(table, 3, 0.8))
    assert dropped == [(1, 3)]
