"""An empty view as a page: a picture, one sentence on what this is for, one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from msp_desktop.ui.heard import decoration
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.labels import Label, page_title
from msp_desktop.ui.widgets.layouts import row

#: The sentence is never wider, in pixels, whatever the text size.
WIDEST = 800


class EmptyPage(QWidget):
    """Emit `request_start` for the button, `request_other(index)` for a link under it, counted from 0.

    `sign` is the icon of the button: a plus, where it adds.
    """

    request_start = Signal()
    request_other = Signal(int)

    def __init__(
        self,
        glyph: str,
        title: str,
        sentence: str,
        button: str,
        *others: str,
        parent: QWidget | None = None,
        sign: str = "plus",
    ) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self._picture = decoration(QLabel())
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = page_title(title)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = Label(sentence, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._words = words
        self.button = MainButton(button, sign)
        self.button.clicked.connect(self.request_start)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(1)
        box.addWidget(self._picture)
        box.addWidget(heading)
        box.addLayout(row(-1, words, -1))  # aligned by itself it would be given the height of a wider text, and cut
        box.addSpacing(8)
        box.addLayout(row(-1, self.button, -1))
        self.links: list[LinkButton] = []
        for index, other in enumerate(filter(None, others)):
            link = LinkButton(other)
            link.clicked.connect(partial(self._on_other, index))
            self.links.append(link)
            box.addLayout(row(-1, link, -1))
        box.addStretch(2)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def focus_or(self, main: QWidget, there: bool) -> None:
        """Put the keyboard in what stands in its place where something is there, else on the button."""
        (main if there else self.button).setFocus(Qt.FocusReason.TabFocusReason)

    def show_sentence(self, sentence: str) -> None:
        """Say something else: why the view is empty now."""
        self._words.setText(sentence)

    def _on_other(self, index: int, _checked: bool = False) -> None:
        self.request_other.emit(index)

    def _dress(self) -> None:
        self._words.setFixedWidth(min(theme().px(480), WIDEST))
        self._picture.setPixmap(pixmap(self._glyph, "accent", 72))
