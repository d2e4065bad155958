"""A drop-down list of values, and one where one may also type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget
from typing_extensions import override

from msp_desktop.ui.widgets.line_field import LineField


class ChoiceField(QComboBox):
    """Emit `request_value(value)` when somebody chooses; the wheel never changes it by accident."""

    request_value = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Kept here: Qt would give a plain text back for a named one.
        self.values: list[Any] = []
        self.set_choices(choices)
        self.activated.connect(lambda index: self.request_value.emit(self.values[index]))

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace the choices: pairs of a value and its words."""
        self.clear()
        self.values = [value for value, _words in choices]
        self.addItems([words for _value, words in choices])

    def show_typed(self, value: Any) -> None:
        """Show a stored value; an unknown one shows nothing."""
        index = self.values.index(value) if value in self.values else -1
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def value(self) -> Any:
        """Return the value chosen, None where there is none."""
        return self.values[self.currentIndex()] if self.currentIndex() >= 0 else None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class WhoField(QComboBox):
    """A line with suggestions (names of the directory); what is typed is free."""

    request_write = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self._line = LineField(name)
        self._line.setFrame(False)
        self._line.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0;")
        self.setLineEdit(self._line)
        # Completing inside the line would store « Durand » a second after somebody typed « Du ».
        completer = self.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._line.request_write.connect(self.request_write)
        self.activated.connect(lambda _index: self._line.flush())

    def suggest(self, names: Sequence[str]) -> None:
        """Offer these names."""
        present = [self.itemText(index) for index in range(self.count())]
        if present == list(names):
            return
        text = self._line.text()
        self.clear()
        self.addItems(list(names))
        self.setCurrentIndex(-1)
        self._line.setText(text)

    def show_value(self, text: str) -> None:
        """Show a stored value."""
        self._line.show_value(text)

    def text(self) -> str:
        """Return what is typed, without the spaces around it."""
        return self._line.text().strip()

    def flush(self) -> None:
        """Write at once what is typed."""
        self._line.flush()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
