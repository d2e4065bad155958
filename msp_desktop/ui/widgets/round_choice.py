"""One of several choices, beside words that may run over several lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import row


class RoundChoice(QWidget):
    """A choice of a group, which tells its number; a click on the words counts."""

    def __init__(self, group: QButtonGroup, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QRadioButton()
        self.button.setFixedWidth(theme().px(22))
        group.addButton(self.button, number)
        self._words = Label("", wrap=True)
        self.button.ensurePolished()
        # The middle of the button is that of the first line, however many there are.
        line = self._words.fontMetrics().height()
        self._words.setContentsMargins(0, max(0, (self.button.sizeHint().height() - line) // 2), 0, 0)
        box = row(spacing=8, margins=(0, 2, 0, 2))
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        self.setLayout(box)

    def show_words(self, words: str, of: str = "") -> None:
        """Show words; `of` is what is chosen, told before them to whoever hears them."""
        self._words.setText(words)
        self.button.setAccessibleName(f"{of}\u00a0: {words}" if of else words)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
        super().mouseReleaseEvent(event)
