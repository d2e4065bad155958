"""A line in which one types something new, again and again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from msp_desktop.domain.typed import clean_text
from msp_desktop.ui.widgets.one_line import OneLine
from msp_desktop.ui.widgets.typing_field import is_window_key


class AddLine(QLineEdit):
    """Call `add(text)` on Enter, and on leaving the line with words in it; None in return keeps them there.

    The keyboard stays in the line after Enter, for the next one.
    """

    def __init__(
        self, name: str, placeholder: str, add: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setValidator(OneLine(self))
        self._add = add

    def settle(self) -> None:
        """Add what is typed."""
        words = clean_text(self.text()).strip()
        if not words:
            return
        typed = self.text()
        self.clear()  # before adding: a refresh that takes the keyboard away must not add it twice
        if self._add(words) is None:
            self.setText(typed)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        elif is_window_key(event) and not self.isUndoAvailable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.settle()
