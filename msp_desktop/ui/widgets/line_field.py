"""A field of one line that writes itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from typing_extensions import override

from msp_desktop.domain.typed import clean_text
from msp_desktop.ui.widgets.typing_field import Typing, WindowKeys

#: Characters one may type on a line; a longer stored text is kept whole.
_MOST = 2000


class LineField(WindowKeys, QLineEdit):
    """Emit `request_write(text)` a second after the last key, on Enter, and on leaving the field."""

    request_write = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(_MOST)
        self._typing = Typing(self, self._cleaned, self._emit)
        self.textEdited.connect(self._typing.touched)
        self.returnPressed.connect(self._typing.flush)

    def show_value(self, text: str) -> None:
        """Show a stored value; what is being typed is kept unless the stored value changed elsewhere."""
        one_line = " ".join(text.split("\n"))
        if one_line == self._typing.kept:
            return
        if self.hasFocus() and one_line == self._cleaned().strip():
            self._typing.kept = self._cleaned()  # a service that strips must not eat the space just typed
            return
        position = self.cursorPosition()
        self._typing.kept = one_line
        self.setMaxLength(max(_MOST, len(one_line)))  # Qt would cut it, and leaving the field would store the cut
        if self.text() != one_line:
            self.setText(one_line)
            self.setCursorPosition(min(position, len(one_line)) if self.hasFocus() else 0)

    def flush(self) -> None:
        """Write at once what is typed."""
        self._typing.flush()

    def waiting(self) -> bool:
        """Tell whether something typed is not written yet."""
        return self._typing.waiting()

    def show_wrong(self, sentence: str) -> None:
        """Mark what is typed as not understood, with the sentence that says what to do; empty clears the mark."""
        if bool(sentence) == bool(self.property("wrong")) and sentence == self.toolTip():
            return
        self.setProperty("wrong", bool(sentence))
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)
        if sentence:
            # Said under the field without waiting for the mouse, once the focus has settled: its change hides it.
            QTimer.singleShot(80, self, self._say_wrong)
        elif QToolTip.isVisible():
            QToolTip.hideText()

    def _say_wrong(self) -> None:
        if self.property("wrong") and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() - 14)), self.toolTip(), self)

    def _cleaned(self) -> str:
        return clean_text(self.text())

    def _emit(self, text: str) -> None:
        # Kept only once it comes back as stored: what a full disk refused is tried again at the next occasion.
        self.request_write.emit(text)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
        super().focusOutEvent(event)
