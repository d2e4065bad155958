"""Buttons: the main one of a view, plain ones, those that look like links."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.repolish import repolish
from msp_desktop.ui.widgets.tip import show_tip


class _Button(QPushButton):
    """A button whose icon follows the theme."""

    def __init__(self, words: str, glyph: str, token: str, kind: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._glyph, self._token, self._told = glyph, token, ""
        self.setText(words.replace("&", "&&"))
        if kind:
            self.setProperty(kind, True)
        self.setAutoDefault(False)
        theme_changes().changed.connect(self._dress)
        self._dress()

    def as_main(self, on: bool) -> None:
        """Make this the main button of its view, or a plain one: what is to be done next changes."""
        if bool(self.property("main")) != on:
            self.setProperty("main", on)
            self._token = "on_accent" if on else "ink"
            repolish(self)
            self._dress()

    def as_icon(self, on: bool) -> None:
        """Show the icon alone, whose name and tip are the words, or the words beside it again."""
        words = self.accessibleName()
        super().setText("" if on else f"\u2009{words}".replace("&", "&&"))
        show_tip(self, words if on else "")

    @override
    def setText(self, text: str) -> None:
        words = text.replace("&&", "&")
        # A picture alone keeps the name its words gave; a name of its own stays in any case.
        if words and self.accessibleName() == self._told:
            self._told = words
            self.setAccessibleName(words)
        # Qt sets the icon too close to the word.
        super().setText(f"\u2009{text}" if self._glyph and text else text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt would leave Enter to the dialog, which presses its main button whatever button has the keyboard.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        if self._glyph:
            # In a high-contrast theme every button has the system's own ground.
            self.setIcon(icon(self._glyph, "ink" if theme().contrast else self._token))
            side = theme().px(16)
            self.setIconSize(QSize(side, side))


class MainButton(_Button):
    """The one main action of a view, said with a verb."""

    def __init__(self, words: str, glyph: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, glyph, "on_accent", "main", parent)


class PlainButton(_Button):
    """A quiet action."""

    def __init__(self, words: str, glyph: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, glyph, "ink", "", parent)


class LinkButton(_Button):
    """An action that looks like a link."""

    def __init__(self, words: str, glyph: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, glyph, "accent", "link", parent)


class IconButton(LinkButton):
    """A small action said by an icon alone; its words are its name and its tip."""

    def __init__(self, words: str, glyph: str, parent: QWidget | None = None) -> None:
        super().__init__("", glyph, parent)
        self.setProperty("square", True)
        side = theme().px(28)
        self.setFixedSize(side, side)
        self.say(words)

    def say(self, words: str, tip: str = "") -> None:
        """Say what it does, and what it does it to; `tip` where less is enough for those who see."""
        self.setAccessibleName(words)
        show_tip(self, tip or words)
