"""A link on one line, cut with « … » where there is no room; and one that copies what it says."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.tip import show_tip

#: What a link is never narrower than, in pixels at 100 %.
_LEAST = 64
#: What Qt may find too much by rounding, in pixels.
_SLACK = 4


class ElidedLink(LinkButton):
    """A link whose whole words are its name and, where they are cut, its tip."""

    def __init__(self, glyph: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", glyph, parent)
        self._words = self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """Return the whole words."""
        return self._words

    def show_words(self, words: str, name: str = "") -> None:
        """Show these words; `name` is what is heard in their place."""
        self._words = one_line(words)
        self.setAccessibleName(name or self._words)
        self._fit()
        self.updateGeometry()

    def set_glyph(self, glyph: str) -> None:
        """Change the icon."""
        if glyph != self._glyph:
            self._glyph = glyph
            self._dress()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - _SLACK - metrics.horizontalAdvance(self._words)
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(0, self.width() - around))
        self._shown = shown
        self.setText(shown.replace("&", "&&"))
        show_tip(self, "" if shown == self._words else self._words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        # What Qt wants for what is shown, with the words that are cut.
        metrics, shown = self.fontMetrics(), super().sizeHint()
        more = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self._shown)
        return QSize(shown.width() + more + _SLACK, shown.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(_LEAST)), super().sizeHint().height())


class CopyLink(ElidedLink):
    """Copy what it says to the clipboard when pressed, and emit `copied(text)`."""

    copied = Signal(str)

    def __init__(self, what: str, glyph: str, parent: QWidget | None = None) -> None:
        super().__init__(glyph, parent)
        self._what = what
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show what can be copied; hidden where there is nothing."""
        self.show_words(text, _("{what}: {text}, copy").format(what=self._what, text=text))
        self.setVisible(bool(text))

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.words())
        self.copied.emit(self.words())

    @override
    def _fit(self) -> None:
        super()._fit()
        show_tip(self, _("Copy: {text}").format(text=self._words))
