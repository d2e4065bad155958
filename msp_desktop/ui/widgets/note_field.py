"""A field of several lines that writes itself and grows with what is in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.domain.typed import clean_text
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.typing_field import TypedField, Typing

#: From so many letters without a space on, lines end anywhere: Qt looks for the end of the word from each line anew, which
#: takes minutes for a word as long as a note may be.
LONG_WORD = 5_000


class TextArea(QPlainTextEdit):
    """Several lines that Tab leaves; what is pasted stands there as it will be stored, its lines ended as here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def wrap_for(self, text: str) -> None:
        """End lines between words, or anywhere from now on where a text that is about to stand here has an endless one."""
        if has_endless_word(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = clean_text(source.text())
            self.wrap_for(text)
            self.insertPlainText(text)
            self.ensureCursorVisible()


class NoteField(TypedField, TextArea):
    """A text of several lines, written by its form: a moment after the last key and on leaving it; Tab leaves it.

    It is as high as what is in it, between `least` and `most` lines; where `most` is 0, as high as it is given.

    Bound to no form it emits `request_write(text)` at those times.
    """

    request_write = Signal(str)
    entered = Signal()
    #: Where True, Enter is said by `entered` instead of beginning a line.
    enter_leaves = False

    def __init__(
        self, name: str, placeholder: str = "", parent: QWidget | None = None, *, least: int = 2, most: int = 10
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setUndoRedoEnabled(False)
        self._least, self._most = least, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._showing = False
        self._typing = Typing(self, self._cleaned, self.request_write.emit)
        self.textChanged.connect(self._on_text)
        self._fit()

    def words(self) -> Any:
        """Return what stands there, as typed."""
        return text_of(self)

    def show_value(self, text: str) -> None:
        """Show a stored value; what is being typed is kept unless the stored value changed elsewhere."""
        self._show(text, anew=False)

    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        """Show a stored value, None for none; `anew` where it belongs to another record than before."""
        self._show(value or "", anew=anew)

    def show_words(self, words: Any) -> None:
        """Show again words that wait."""
        self._showing = True
        self.wrap_for(words)
        self.setPlainText(words)
        if self.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere and not has_endless_word(words):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._showing = False

    def _show(self, text: str, *, anew: bool) -> None:
        text = _with_line_ends(text)
        if text == self._typing.kept and not anew:
            return
        cleaned = self._cleaned()
        if self.hasFocus() and text == cleaned.strip():
            self._typing.kept = cleaned  # a service that strips must not eat the space just typed
            return
        self._typing.kept = text
        if cleaned != text:
            position = self.textCursor().position() if self.hasFocus() else 0
            self.show_words(text)
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def _cleaned(self) -> str:
        return clean_text(text_of(self))

    def _on_text(self) -> None:
        if not self._showing:
            self._typed()
        self._fit()

    def _fit(self) -> None:
        if not self._most:
            return
        lines = min(self._most, max(self._least, int(self.document().size().height())))
        height = (
            lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + 2 * theme().px(4) + 6
        )
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.enter_leaves and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def has_endless_word(text: str) -> bool:
    """Tell whether a text has a word that is longer than a page."""
    return len(text) > LONG_WORD and any(len(word) > LONG_WORD for word in text.split())


def text_of(edit: QPlainTextEdit) -> str:
    """Return what is typed, its non-breaking spaces too: Qt's own plain text makes them ordinary."""
    return _with_line_ends(edit.document().toRawText())


def _with_line_ends(text: str) -> str:
    """Return the text as Qt's document tells it: each of its paragraph marks is a line end."""
    for mark in "\u2028\u2029\ufdd0\ufdd1":
        text = text.replace(mark, "\n")
    return text
