"""A band above the page for what must be known: a dossier that can only be read, a warning."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label


class Banner(QFrame):
    """Say one sentence, with one thing to do or two; emit `request_action`, `request_other`.

    `done` is for what went as was wished: it has not the colours of a warning.
    """

    request_action = Signal()
    request_other = Signal()

    def __init__(self, parent: QWidget | None = None, *, done: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("done", done)
        self._words = Label("", wrap=True, tone="done" if done else "late")
        self._link = LinkButton("")
        self._link.clicked.connect(self.request_action)
        self._other = LinkButton("")
        self._other.clicked.connect(self.request_other)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.addWidget(self._words, 1)
        box.addWidget(self._link)
        box.addWidget(self._other)
        self.hide()

    def say(self, sentence: str, action: str = "", other: str = "") -> None:
        """Show a sentence and what can be done about it; an empty sentence hides the band."""
        if sentence != self._words.text():
            announce(self, sentence)
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._link.setText(action)
        self._link.setVisible(bool(action))
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self.setVisible(bool(sentence))
