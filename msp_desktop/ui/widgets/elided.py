"""Words on one line that end with « … » where there is no room for all of them; the tool tip says all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.formats.text import one_line
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.one_line import plain_tip
from msp_desktop.ui.widgets.repolish import repolish
from msp_desktop.ui.widgets.tip import show_tip

#: Letters of a text that are measured, since no window is as wide, and of its tool tip.
_MOST, _TIP = 400, 1000


class Elided(Label):
    """A label as wide as it is given room, in one line; `least` is its smallest width, in pixels at 100 %."""

    def __init__(
        self, text: str = "", *, tone: str = "", bold: bool = False, least: int = 40, parent: QWidget | None = None
    ) -> None:
        self._words = ""
        super().__init__("", tone=tone, bold=bold, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme().px(least))
        self.show_words(text)

    def show_words(self, words: str) -> None:
        """Show a text."""
        self._words = one_line(words)[:_MOST]
        self.setAccessibleName(self._words)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        show_tip(self, "" if shown == self._words else self._words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


class CutLabel(QLabel):
    """A label as wide as its words where there is room: else they end with « … », and the tool tip says all."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)  # it may be cut, never push the window wider

    def shown(self) -> str:
        """Return what is read of the words."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip("" if self.shown() == self.text() else plain_tip(self.text()[:_TIP]))
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), self.shown())
        painter.end()


class ElidedLink(LinkButton):
    """A link as wide as it is given room, in one line; `least` is its smallest width, in pixels at 100 %.

    A `whole` one asks for the width of its words, and is given less only where there is no room.
    """

    def __init__(self, glyph: str = "", parent: QWidget | None = None, *, least: int = 0, whole: bool = False) -> None:
        super().__init__("", glyph, parent)
        self._least = least
        if not whole:
            self.setMinimumWidth(theme().px(least))
        width = QSizePolicy.Policy.Preferred if whole else QSizePolicy.Policy.Ignored
        self.setSizePolicy(width, QSizePolicy.Policy.Fixed)
        self._whole = whole
        self._words = ""

    def show_words(self, words: str) -> None:
        """Show a text."""
        line = one_line(words)
        self._words = line[:_MOST]
        self.setAccessibleName(line)
        show_tip(self, line[:_TIP])
        self.updateGeometry()
        self._elide()

    def set_least(self, least: int) -> None:
        """Change its smallest width, in pixels at 100 %."""
        self._least = least
        self.updateGeometry()

    def show_sign(self, glyph: str, tone: str) -> None:
        """Change the icon and the ink: « accent » or « late »."""
        if (glyph, tone) != (self._glyph, self._token):
            self._glyph, self._token = glyph, tone
            self.setProperty("tone", tone)
            repolish(self)
            self._dress()
            self._elide()

    def _beside(self) -> int:
        """Return what stands beside the words: the icon, the gap Qt leaves after it, the button's own padding."""
        icon = self.iconSize().width() + theme().px(10) if not self.icon().isNull() else 0
        return icon + theme().px(14)

    def _elide(self) -> None:
        room = self.width() - self._beside()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._whole:
            hint.setWidth(self.fontMetrics().horizontalAdvance(self._words) + self._beside() + 1)
        return hint

    @override
    def minimumSizeHint(self) -> QSize:
        least = min(theme().px(self._least), self.sizeHint().width()) if self._whole else self.minimumWidth()
        return QSize(least, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()
