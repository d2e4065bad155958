"""A box to tick beside words that may run over several lines."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.shown import shows


class Tick(QWidget):
    """Emit `ticked(bool)` when somebody ticks or unticks; a click on the words counts."""

    ticked = Signal(bool)

    def __init__(self, words: str, done: bool, parent: QWidget | None = None, *, soft_when_done: bool = True) -> None:
        super().__init__(parent)
        self._box = QCheckBox()
        self._box.setAccessibleName(words)
        self._box.setChecked(done)
        self._box.setFixedWidth(theme().px(22))
        self._soft_when_done = soft_when_done
        self._words = Label(words, wrap=True, tone="soft" if done and soft_when_done else "")
        self._box.clicked.connect(self.ticked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        self._box.ensurePolished()
        # The middle of the box is that of the first line, however many there are.
        line = self._words.fontMetrics().height()
        self._words.setContentsMargins(0, max(0, (self._box.sizeHint().height() - line) // 2), 0, 0)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)

    def shows(self, record: type[Any], row_id: object, *attributes: str) -> None:
        """Say whose words stand beside the box: search arrives at it."""
        shows(self._box, record, row_id, *attributes)

    def is_ticked(self) -> bool:
        """Tell whether it is ticked."""
        return self._box.isChecked()

    def show_state(self, words: str, done: bool) -> None:
        """Show other words, or that it is done, or no longer."""
        self._words.setText(words)
        self._words.set_tone("soft" if done and self._soft_when_done else "")
        self._box.setAccessibleName(words)
        self._box.setChecked(done)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self._box.click()
        super().mouseReleaseEvent(event)
