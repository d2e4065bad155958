"""A list whose rows have a box: Space, or a click on it, ticks the row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from msp_desktop.ui.widgets.list_rows import TICKED_BOX, ListRow, RowList, lead_width


class TickRows(RowList):
    """Emit `request_tick(key, ticked)` of a row that is no heading; whoever is told shows it."""

    request_tick = Signal(object, bool)

    def _tick(self, row: ListRow) -> None:
        self.request_tick.emit(row.key, row.lead != TICKED_BOX)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Space and row is not None and not row.band:
            self._tick(row)
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.row_at(index)
        if row is None or row.band:
            return
        if event.position().x() < self.visualRect(index).left() + lead_width(row.lead):
            self._tick(row)
