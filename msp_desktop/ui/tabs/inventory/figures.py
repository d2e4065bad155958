"""The figures of the charts as tables, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHeaderView, QWidget

from msp_desktop.domain.charts import Chart
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import clear, column, framed
from msp_desktop.ui.widgets.record_table import RecordTable


class _Row(Struct, frozen=True):
    id: int
    cells: tuple[str, ...]


class Figures(QWidget):
    """Show what charts show, in figures; a table is made once, and anew where its columns change (another year)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._box = column(margins=(16, 16, 6, 8), spacing=6)
        self._box.addStretch(1)
        self.setLayout(self._box)
        self._headers: list[tuple[str, ...]] = []
        self._tables: list[tuple[Label, RecordTable]] = []

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Show the figures of these charts."""
        headers = [tuple(chart.header) for chart in charts]
        if headers != self._headers:
            self._headers = headers
            clear(self._box)
            self._tables = [self._table(header) for header in headers]
            self._box.addStretch(1)
        for chart, (title, table) in zip(charts, self._tables, strict=True):
            title.setText(chart.title)
            table.setAccessibleName(chart.title)
            table.show_rows([_Row(number, tuple(cells)) for number, cells in enumerate(chart.rows)])
            high = table.verticalHeader().defaultSectionSize() * len(chart.rows)
            table.setFixedHeight(high + table.horizontalHeader().sizeHint().height() + 2)

    def _table(self, header: tuple[str, ...]) -> tuple[Label, RecordTable]:
        metrics = QFontMetrics(theme().font())
        columns = [_column(number, words, metrics) for number, words in enumerate(header)]
        title, table = Label("", factor=TITLE, bold=True, wrap=True), RecordTable("", columns, sortable=False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = table.horizontalHeader()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setMinimumSectionSize(theme().px(48))
        for widget in (title, framed(table)):
            self._box.addWidget(widget)
        return title, table


def _column(number: int, words: str, metrics: QFontMetrics) -> Column:
    def cell(row: _Row) -> str:
        return row.cells[number]

    # What is counted leaves its room to what it is counted of.
    title = words if number == 0 else "\n".join(words.replace("–", "– ").rsplit(" ", 1))
    wide = max(map(metrics.horizontalAdvance, title.split("\n"))) + theme().px(16)
    return Column(title, cell, right=number > 0, width=round(wide / theme().scale))
