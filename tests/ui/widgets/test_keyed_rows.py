"""Rows kept by key: a refresh takes neither the keyboard nor the word being typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.line_field import LineField

Rows = KeyedRows[tuple[int, str], LineField]


@pytest.fixture
def rows(qtbot: QtBot) -> Rows:
    made: Rows = KeyedRows(lambda v: v[0], lambda v: LineField(v[1]), lambda w, v: w.setAccessibleName(v[1]))
    window = QWidget()
    box = QVBoxLayout(window)
    box.addWidget(LineField("avant"))
    box.addWidget(made)
    box.addWidget(LineField("après"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    made.kept = window  # type: ignore[attr-defined]
    return made


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def test_a_row_keeps_its_widget_the_keyboard_and_the_cursor(rows: Rows, qtbot: QtBot) -> None:
    rows.show_values([(1, "un"), (2, "deux")])
    second = rows.row(2)
    assert second is not None
    second.setFocus()
    qtbot.keyClicks(second, "mot")
    second.setCursorPosition(1)
    rows.show_values([(3, "trois"), (2, "deux, changé"), (1, "un")])
    assert rows.row(2) is second
    assert focused() == "deux, changé"
    assert (second.text(), second.cursorPosition()) == ("mot", 1)
    qtbot.waitUntil(lambda: [row.y() for row in rows.rows()] == sorted(row.y() for row in rows.rows()))


def test_a_row_that_goes_hands_the_keyboard_to_its_neighbour(rows: Rows) -> None:
    rows.show_values([(1, "un"), (2, "deux"), (3, "trois")])
    second = rows.row(2)
    assert second is not None
    second.setFocus()
    rows.show_values([(1, "un"), (3, "trois")])
    assert focused() == "trois"
    rows.show_values([(1, "un")])
    assert focused() == "un"


def test_tab_goes_as_one_reads_whatever_came_when(rows: Rows, qtbot: QtBot) -> None:
    rows.show_values([(2, "deux")])
    rows.show_values([(1, "un"), (2, "deux"), (3, "trois")])
    first = rows.window().findChildren(LineField)[0]
    first.setFocus()
    seen = []
    for _step in range(5):
        seen.append(focused())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["avant", "un", "deux", "trois", "après"]


def test_rows_that_may_show_any_value_serve_again(qtbot: QtBot) -> None:
    made: list[LineField] = []

    def make(value: tuple[int, str]) -> LineField:
        made.append(LineField(value[1]))
        return made[-1]

    rows: Rows = KeyedRows(lambda v: v[0], make, lambda w, v: w.setText(v[1]), reuse=True)
    qtbot.addWidget(rows)
    rows.show()

    def texts() -> list[str]:
        return [row.text() for row in rows.rows() if row.isVisible()]

    rows.show_values([(1, "un"), (2, "deux"), (3, "trois")])
    before = rows.rows()
    rows.show_values([(7, "sept"), (8, "huit")])
    assert (texts(), rows.rows()) == (["sept", "huit"], before[:2])
    assert not before[2].isVisible()
    rows.show_values([(8, "huit"), (9, "neuf"), (7, "sept"), (6, "six")])
    assert texts() == ["huit", "neuf", "sept", "six"]
    assert rows.row(8) is before[1]  # what stays keeps its own
    assert len(made) == 4
    rows.show_values([])
    assert texts() == []
    rows.show_values([(1, "un")])
    assert (texts(), len(made)) == (["un"], 4)
    tops = [row.y() for row in rows.rows()]
    assert tops == sorted(tops)
