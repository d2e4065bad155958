"""The list of the directory under its titles: Enter goes to the card, Delete deletes, paste adds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.models.pasted import pasted_cells
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.list_rows import RowList

#: Widths from which the list has all its columns, and three, in pixels at 100 %; below, two lines a row.
WIDE, MIDDLE = 800, 620


class DirectoryList(RowList):
    """Emit `request_card`, `request_delete(key)`, `request_paste(rows of cells)`, `resized` where its columns change."""

    request_card = Signal()
    request_delete = Signal(object)
    request_paste = Signal(list)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Directory"), parent)
        self._room = ""

    def room(self) -> str:
        """Return what room there is: « wide », « middle » or « narrow »."""
        width = self.width()
        return "wide" if width >= theme().px(WIDE) else "middle" if width >= theme().px(MIDDLE) else "narrow"

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.room() != self._room:
            self._room = self.room()
            self.resized.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if text.strip():
                self.request_paste.emit(pasted_cells(text))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self.request_card.emit()
        elif event.key() == Qt.Key.Key_Delete and key is not None:
            self.request_delete.emit(key)
        else:
            super().keyPressEvent(event)
