"""An icon, and words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from msp_desktop.ui.heard import decoration
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import row


class IconLine(QWidget):
    """Show words after an icon; the words alone say it all. They fold unless they are to stand on one line."""

    def __init__(self, parent: QWidget | None = None, *, folds: bool = True) -> None:
        super().__init__(parent)
        self._icon = decoration(QLabel())
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop if folds else Qt.AlignmentFlag.AlignVCenter)
        self._words = Label("", wrap=folds)
        self._glyph = ("", "ink")
        box = row(self._icon, self._words, spacing=8)
        box.setStretch(1, int(folds))
        self.setLayout(box)
        if not folds:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_changes().changed.connect(self._dress)

    def show_words(self, glyph: str, tone: str, words: str) -> None:
        """Show words after an icon in a token's colour; no icon where its name is empty."""
        self._words.setText(words)
        self._words.set_tone(tone if tone in ("late", "done") else "")
        if self._glyph != (glyph, tone):
            self._glyph = (glyph, tone)
            self._dress()

    def words(self) -> str:
        """Return the words shown."""
        return self._words.text()

    def _dress(self) -> None:
        self._icon.setVisible(bool(self._glyph[0]))
        if self._glyph[0]:
            self._icon.setPixmap(pixmap(*self._glyph, 16))
