"""Joined buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from msp_desktop.ui.heard import GROUP
from msp_desktop.ui.theme import theme


class Segments(QWidget):
    """Emit `chosen(value)` when somebody presses another button."""

    heard_as = GROUP
    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _words in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (_value, words) in enumerate(choices):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # told as one of several, of which the arrows choose another
            button.setAutoDefault(False)
            button.setAccessibleName(self._told(words))
            button.setProperty("seg", True)
            button.setProperty("first", index == 0)
            button.setProperty("last", index == len(choices) - 1)
            _give_room(button)
            self._group.addButton(button, index)
            row.addWidget(button)
            button.toggled.connect(self._let_tab_in)
        self._let_tab_in()
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def show_value(self, value: Any) -> None:
        """Show which one is chosen; None for none of them."""
        if value is None:
            self._group.setExclusive(False)
            for button in self._group.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
        self._let_tab_in()

    def _let_tab_in(self) -> None:
        """Let Tab come to the one that is chosen, the first where none is."""
        target = self._group.checkedButton() or self._group.button(0)
        for button in self._group.buttons():
            reached = Qt.FocusPolicy.StrongFocus if button is target else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(reached)

    def set_words(self, value: Any, words: str) -> None:
        """Change the words of one button (a count beside its name)."""
        button = self._group.button(self._values.index(value))
        button.setText(words)
        button.setAccessibleName(self._told(words))
        _give_room(button)

    def _told(self, words: str) -> str:
        """Return the name of a button for whoever hears it: of which choice, then which one."""
        return f"{self.accessibleName()}\u00a0: {words}"


def _give_room(button: QAbstractButton) -> None:
    """Give a button the width of its words in bold: it needs it before it is chosen."""
    bold = QFontMetrics(theme().font(bold=True))
    button.setMinimumWidth(bold.horizontalAdvance(button.text()) + theme().px(26))
