"""A chip of the header: a count in words that leads to what it counts."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.repolish import repolish
from msp_desktop.ui.widgets.tip import show_tip

#: The ink of each kind of chip, and of its icon: what waits, what is to watch, nothing to tell.
INKS = {"plain": "accent", "late": "late", "soft": "ink2"}
#: From this text size on a chip shows its short words: the header has no room for more.
SHORT_SCALE = 1.5


class ChipWords(Struct, frozen=True):
    """What a chip says: in full, in few letters where there is no room, and why in its tool tip.

    `kind` is « plain », « late » or « soft »; `on` marks the chip whose panel is open.
    """

    text: str
    short: str
    glyph: str
    tip: str = ""
    kind: str = "plain"
    on: bool = False


class Chip(QPushButton):
    """A button with round ends, filled while the panel it opened is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._words: ChipWords | None = None
        self._narrow = False
        self.hide()
        theme_changes().changed.connect(self._dress)

    def show_words(self, words: ChipWords | None) -> None:
        """Say this; nothing hides the chip."""
        self.setVisible(words is not None)
        if words != self._words:
            self._words = words
            self._dress()

    def show_narrow(self, narrow: bool) -> None:
        """Say it in few letters, where the header has no room for more."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._dress()

    def full_width(self) -> int:
        """Return how wide it is with all its words."""
        return self._width_with(self._text(short=self._is_short(narrow=False)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_with(self._text(short=True)), super().minimumSizeHint().height())

    def _width_with(self, text: str) -> int:
        measure = self.fontMetrics().horizontalAdvance
        return self.sizeHint().width() - measure(self.text()) + measure(text)

    def _text(self, *, short: bool) -> str:
        words = self._words
        return f"\u2009{words.short if short else words.text}".replace("&", "&&") if words is not None else ""

    @staticmethod
    def _is_short(*, narrow: bool) -> bool:
        return narrow or theme().scale >= SHORT_SCALE

    def _dress(self) -> None:
        words = self._words
        if words is None:
            return
        self.setText(self._text(short=self._is_short(narrow=self._narrow)))
        self.setAccessibleName(words.text)
        show_tip(self, words.tip or words.text)
        ink = "paper" if words.on else INKS[words.kind]
        self.setIcon(icon(words.glyph, "ink" if theme().contrast else ink, 14))
        side = theme().px(14)
        self.setIconSize(QSize(side, side))
        self.setProperty("chip", words.kind)
        self.setProperty("on", words.on)
        repolish(self)
