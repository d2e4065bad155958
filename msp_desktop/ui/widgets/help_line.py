"""A line under a list that says which keys do what."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from msp_desktop.ui.heard import decoration
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.elided import Elided
from msp_desktop.ui.widgets.layouts import row

#: The room it asks for before what stands beside it goes to another line, in pixels at 100 %.
_LEAST = 200


class HelpLine(QWidget):
    """Show soft words after an « i », on one line: what is cut is in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = decoration(QLabel())
        self._words = Elided(tone="soft", least=_LEAST)
        line = row(self._sign, self._words, spacing=8, margins=(8, 0, 0, 0))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_words(self, words: str) -> None:
        """Say something."""
        self._words.show_words(words)

    def words(self) -> str:
        """Return what is said, whole."""
        return self._words.accessibleName()

    def _dress(self) -> None:
        self._sign.setPixmap(pixmap("info", "ink2", 16))
