"""The editor of a cell whose value is chosen in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override


class CellChoice(QComboBox):
    """A list inside a cell, open at once; `chosen(value)` tells what was taken, `left()` that the list was closed."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, title: str, choices: Sequence[tuple[Any, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._values = [value for value, _words in choices]
        self.addItems([words for _value, words in choices])
        self._opened = False
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def show_stored(self, value: Any, words: str) -> None:
        """Show the value of the row; one that is none of the choices stands for itself, as it is shown in the cell."""
        if value not in self._values and words in (texts := [self.itemText(i) for i in range(self.count())]):
            value = self._values[texts.index(words)]
        if value not in self._values:
            self._values.insert(0, value)
            self.insertItem(0, words)
        self.setCurrentIndex(self._values.index(value))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._opened:
            self._opened = True
            QTimer.singleShot(0, self, self.showPopup)

    @override
    def hidePopup(self) -> None:
        was_open = self.view().isVisible()
        super().hidePopup()
        if was_open:
            QTimer.singleShot(0, self, self.left.emit)
