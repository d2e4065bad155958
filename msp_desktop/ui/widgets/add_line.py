"""A line in which one types something new, again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from msp_desktop.domain.typed import clean_text
from msp_desktop.ui.drafts import DraftKey, Drafts
from msp_desktop.ui.widgets.one_line import OneLine
from msp_desktop.ui.widgets.typing_field import is_window_key


class AddLine(QLineEdit):
    """Call `add(owner, text)` on Enter, and on leaving the line or flushing the drafts with words in it.

    The owner is the record shown (`show_owner`), None where there is but one list. Words that are refused wait for
    their owner, whatever is shown meanwhile. The keyboard stays in the line after Enter, for the next one.
    """

    def __init__(
        self,
        name: str,
        placeholder: str,
        drafts: Drafts,
        add: Callable[[Any, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setValidator(OneLine(self))
        self._drafts, self._add = drafts, add
        self._label = name
        self._owner: Hashable = None
        if drafts.locked:
            self.setEnabled(False)
        self._show_waiting()
        self.textChanged.connect(self._on_text)
        drafts.sought.connect(self._on_sought)
        drafts.given_up.connect(self._on_given_up)

    def show_owner(self, owner: Hashable) -> None:
        """Add to another record from now on; what is typed goes to the one before."""
        if owner != self._owner:
            self.settle()
            self._owner = owner
            self._show_waiting()

    def settle(self) -> None:
        """Add what is typed."""
        self._drafts.write(self._key(self._owner))

    def _key(self, owner: Hashable) -> DraftKey:
        return DraftKey("new", owner, self._label)

    def _on_text(self, text: str) -> None:
        owner = self._owner
        if clean_text(text).strip():
            self._drafts.hold(self._key(owner), text, lambda words: self._write(owner, words), self._label, begun=True)
        else:
            self._drafts.drop(self._key(owner))

    def _write(self, owner: Hashable, words: str) -> None:
        self._add(owner, clean_text(words).strip())
        # The adding may have shown another owner, and the line may be gone with its dialog.
        if not self._drafts.refusing() and isValid(self) and owner == self._owner:
            self._show("")

    def _on_sought(self, key: DraftKey, found: list[QWidget]) -> None:
        if key == self._key(self._owner):
            found.append(self)

    def _on_given_up(self, key: DraftKey) -> None:
        if key == self._key(self._owner):
            self._show("")

    def _show_waiting(self) -> None:
        key = self._key(self._owner)
        draft = self._drafts.find(key)
        back = self._drafts.take_back(key) if draft is None else None
        self._show(draft.words if draft else back or "")
        if back:
            self._on_text(self.text())
            self._drafts.came_back.emit(self._label)

    def _show(self, text: str) -> None:
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        elif is_window_key(event) and not self.isUndoAvailable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.settle()
