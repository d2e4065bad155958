"""The schemes, each with its box: Space or a click in the box ticks, Enter writes about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.list_rows import RowList, lead_width

#: The height of a row, in pixels at 100 %.
ROW = 48


class SchemeList(RowList):
    """Emit `request_tick` for the scheme chosen, `request_open` where one wants to write about it."""

    request_tick = Signal()
    request_open = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setMinimumHeight(theme().px(ROW * 2.5))
        self.doubleClicked.connect(lambda _index: self.request_open.emit())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.request_tick.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_open.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.row_at(index)
        if row is not None and event.position().x() < self.visualRect(index).left() + lead_width(row.lead):
            self.request_tick.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # the scheme chosen stays in view, whatever room is left
