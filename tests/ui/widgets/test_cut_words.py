"""What a field or a cell shows but a part of is read whole with the mouse, as plain text."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.record_table import RecordTable

LONG = "<b>Maison</b> de santé & cabinet de Saint-Exemple " * 4
SHOWN = LONG.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Line(Struct, frozen=True):
    """One row."""

    id: int
    text: str


def ask(qtbot: QtBot, widget: QWidget, point: QPoint) -> str:
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())  # Qt takes its time
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_a_field_says_all_that_stands_in_it_where_it_is_longer_than_the_field(qtbot: QtBot) -> None:
    field = LineField("Nom")
    qtbot.addWidget(field)
    field.resize(200, 30)
    field.show()
    field.show_value(LONG)
    assert ask(qtbot, field, QPoint(20, 10)) == f"<p>{SHOWN}</p>"
    field.show_value("court")
    assert field.cut_words() == ""
    field.show_value(LONG)
    field.resize(4000, 30)
    assert field.cut_words() == ""


def test_a_cell_says_its_whole_text_where_it_is_cut(qtbot: QtBot) -> None:
    table = RecordTable("Table", [Column("A", lambda r: r.text, width=120), Column("B", lambda _r: "b", width=60)])
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show_rows([Line(1, LONG), Line(2, "court")])
    table.show()
    cut, whole = (table.visualRect(table.rows.index(row, 0)).center() for row in (0, 1))
    assert ask(qtbot, table.viewport(), cut) == f"<p>{SHOWN}</p>"
    assert ask(qtbot, table.viewport(), whole) == ""
