"""Labels: always plain text, in the three sizes and two weights."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from msp_desktop.ui.heard import HEADING
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.repolish import repolish

TITLE, PAGE_TITLE, SMALL = 1.25, 1.6, 0.9


class Label(QLabel):
    """A plain-text label; `factor` its size against the text's, `tone` « soft », « accent », « late », « done »."""

    def __init__(
        self,
        text: str = "",
        *,
        factor: float = 1.0,
        bold: bool = False,
        tone: str = "",
        wrap: bool = False,
        chip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._factor, self._bold = factor, bold
        self.heard_as = HEADING if factor >= TITLE else ""
        if tone:
            self.setProperty("tone", tone)
        if chip:
            self.setProperty("chip", chip)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setText(text)
        if factor != 1.0 or bold:
            theme_changes().changed.connect(self._dress)
            self._dress()

    def set_tone(self, tone: str) -> None:
        """Change the label's tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)

    def set_bold(self, bold: bool) -> None:
        """Change the label's weight."""
        if bold != self._bold:
            self._bold = bold
            self._dress()

    def _dress(self) -> None:
        font: QFont = theme().font(self._factor, bold=self._bold)
        self.setFont(font)


def page_title(text: str, *, wrap: bool = False) -> Label:
    """Return the title of a page; `wrap` where it stands alone on its line."""
    return Label(text, factor=PAGE_TITLE, bold=True, wrap=wrap)


def title(text: str, *, wrap: bool = False) -> Label:
    """Return the title of a group; `wrap` where it stands alone on its line."""
    return Label(text, factor=TITLE, bold=True, wrap=wrap)


def hint(text: str) -> Label:
    """Return a hint under a field: soft, wrapped."""
    return Label(text, factor=SMALL, tone="soft", wrap=True)


def divider() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setObjectName("divider")
    return line
