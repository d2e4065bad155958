"""The editor of one cell of a table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from msp_desktop.formats.text import one_line
from msp_desktop.ui.drafts import DraftKey, Drafts
from msp_desktop.ui.widgets.one_line import OneLine
from msp_desktop.ui.widgets.typing_field import is_window_key


class CellLine(QLineEdit):
    """A line inside a cell: what is typed waits for its row, is written while one types on, and undone by the window.

    `store(words)` writes the cell of the row for which the editor was opened.
    """

    def __init__(self, key: DraftKey, drafts: Drafts, store: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._key, self._drafts, self._store = key, drafts, store
        self._first: str | None = None
        self._kept = ""
        self._storing = self._stored = False
        self.setAccessibleName(key.attribute)
        self.setFrame(False)
        self.setValidator(OneLine(self))
        self.textEdited.connect(self._typed)
        drafts.sought.connect(self._on_sought)
        drafts.given_up.connect(self._on_given_up)

    def show_stored(self, text: str) -> None:
        """Show what the row holds; what is being typed stays, unless it changed elsewhere (an undo)."""
        text = one_line(text)
        if self._first is None:
            self._first = self._kept = text
            waiting = self._drafts.find(self._key)
            back = self._drafts.take_back(self._key, text) if waiting is None else None
            self.setText(waiting.words if waiting is not None else back or text)
            self.selectAll()
            if back:
                self._typed(back)
                self._drafts.came_back.emit(self._key.attribute)
        elif text != self._kept:
            self._kept = text
            if not self._storing and self._drafts.find(self._key) is None:
                self.setText(text)

    def take(self, text: str) -> None:
        """Take a line proposed as if it were typed."""
        self.setText(text)
        self._typed(text)

    def settle(self) -> None:
        """Write at once what waits, as the cell is left; what is not understood is said and given up."""
        self._drafts.write(self._key)
        waiting = self._drafts.find(self._key)
        if waiting is not None and waiting.wrong:
            self._drafts.drop(self._key)
            self._drafts.refused.emit(waiting.wrong)

    def give_back(self) -> None:
        """Give the cell back what stood in it when it was opened: Escape was pressed."""
        waiting = self._drafts.find(self._key)
        if waiting is not None and not waiting.refused:
            self._drafts.write(self._key)  # a step to come back to
        self._drafts.drop(self._key)
        if self._stored and self._first is not None and self._kept != self._first:
            self._drafts.put_back(self._key, self._first, self._store, self._key.attribute)

    def _typed(self, text: str) -> None:
        self._drafts.hold(self._key, text, self._write, self._key.attribute, before=self._kept)

    def _on_sought(self, key: DraftKey, found: list[QWidget]) -> None:
        if key == self._key:
            found.append(self)

    def _on_given_up(self, key: DraftKey) -> None:
        if key == self._key:
            self.setText(self._kept)

    def _write(self, words: str) -> None:
        self._storing = self._stored = True
        try:
            self._store(words)
        finally:
            self._storing = False

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event):
            self._drafts.write(self._key)
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_window_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)
