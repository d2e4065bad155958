"""A field of one line that writes itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from typing_extensions import override

from msp_desktop.domain.typed import clean_text
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.one_line import OneLine, plain_tip
from msp_desktop.ui.widgets.repolish import repolish
from msp_desktop.ui.widgets.typing_field import TypedField, Typing

#: Characters one may type on a line; a longer stored text is kept whole.
_MOST = 2000


class LineField(TypedField, QLineEdit):
    """A line of text, written by its form: a moment after the last key, on Enter, and on leaving it.

    Bound to no form it emits `request_write(text)` at those times.
    """

    request_write = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(_MOST)
        self.setValidator(OneLine(self))
        self._typing = Typing(self, self._cleaned, self.request_write.emit)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self.flush)
        self.inputRejected.connect(self._say_full)

    def words(self) -> Any:
        """Return what stands there, as typed."""
        return self.text()

    def show_value(self, text: str) -> None:
        """Show a stored value; what is being typed is kept unless the stored value changed elsewhere."""
        self._show(text, anew=False)

    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        """Show a stored value, None for none; `anew` where it belongs to another record than before."""
        self._show(value or "", anew=anew)

    def show_words(self, words: Any) -> None:
        """Show again words that wait."""
        self.setText(words)
        self._show_beginning()

    def show_wrong(self, sentence: str) -> None:
        """Mark what is typed as not understood, with the sentence that says what to do; empty clears the mark."""
        if bool(sentence) == bool(self.property("wrong")) and sentence == self.toolTip():
            return
        self.setProperty("wrong", bool(sentence))
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence or self.property("hint") or "")
        repolish(self)
        if sentence:
            announce(self, sentence)
            self._say_soon()
        elif QToolTip.isVisible():
            QToolTip.hideText()

    def keep_hint_whole(self) -> None:
        """Ask for as much width as the grey words want: a layout may then fold, and does not cut them."""
        self.ensurePolished()
        hint, usual = (
            self.fontMetrics().horizontalAdvance(self.placeholderText()),
            17 * self.fontMetrics().horizontalAdvance("x"),
        )
        # Qt asks for some seventeen letters and what the style and the icons add around them.
        self.setMinimumWidth(max(0, QLineEdit.sizeHint(self).width() - usual) + hint)

    def _show(self, text: str, *, anew: bool) -> None:
        line = one_line(text)
        if line == self._typing.kept and not anew:
            return
        if self.hasFocus() and line == self._cleaned().strip():
            self._typing.kept = self._cleaned()  # a service that strips must not eat the space just typed
            return
        position = self.cursorPosition()
        self._typing.kept = line
        self.setMaxLength(max(_MOST, len(line)))  # Qt would cut it, and leaving the field would store the cut
        if self.text() != line:
            self.setText(line)
            self.setCursorPosition(min(position, len(line)) if self.hasFocus() else 0)

    def _say_full(self) -> None:
        """Say that what was typed or pasted does not fit whole."""
        if len(self.text()) < self.maxLength():
            return
        words = _("This line is full: only {count} letters fit in it, the rest was not taken.")
        sentence = words.format(count=self.maxLength())
        announce(self, sentence)
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), plain_tip(sentence), self)

    def _show_beginning(self) -> None:
        """Show the beginning of what does not fit, where nobody is typing."""
        if not self.hasFocus() and self.window().focusWidget() is not self:  # another program is no leaving
            self.setCursorPosition(0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.end(False)
        if self.property("wrong"):
            self._say_soon()  # who comes back, or is brought back by a button, is told again

    def _say_soon(self) -> None:
        """Say what is wrong under the field without waiting for the mouse, once the focus has settled: its change hides it."""
        QTimer.singleShot(80, self, self._say_wrong)

    def _say_wrong(self) -> None:
        if self.property("wrong") and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() - 14)), self.toolTip(), self)

    def _cleaned(self) -> str:
        return clean_text(self.text())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
        super().focusOutEvent(event)
        self._show_beginning()

    @override
    def event(self, event: QEvent) -> bool:
        # What stands there is read whole with the mouse where it is longer than the field; a sentence put there by
        # whoever made the field comes first.
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            QToolTip.showText(event.globalPos(), "" if self.hasFocus() else plain_tip(self.cut_words()), self)
            return True
        return super().event(event)

    def cut_words(self) -> str:
        """Return what stands there where the field shows but a part of it, else nothing."""
        from PySide6.QtWidgets import QStyle, QStyleOptionFrame  # long to make, and wanted only here

        shown = QStyleOptionFrame()
        self.initStyleOption(shown)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, shown, self).width()
        # Qt keeps 2 pixels at both sides of the words.
        return self.text() if self.fontMetrics().horizontalAdvance(self.text()) > room - 4 else ""
