"""The schemes, each with its box: Space or a click in the box ticks, Enter writes about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.tick_rows import TickRows

#: The height of a row, in pixels at 100 %.
ROW = 48


class SchemeList(TickRows):
    """Emit `request_tick(id, ticked)`, and `request_open` where one wants to write about the scheme chosen."""

    request_open = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setMinimumHeight(theme().px(ROW * 2.5))
        self.doubleClicked.connect(lambda _index: self.request_open.emit())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_open.emit()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # the scheme chosen stays in view, whatever room is left
