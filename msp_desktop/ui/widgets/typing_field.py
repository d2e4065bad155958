"""What the fields people type in have in common: written by themselves, undone by the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from msp_desktop.domain.typed import clean_text

if TYPE_CHECKING:
    from msp_desktop.ui.forms.binding import Binding

#: Time after the last key, and after the first at the latest, before what is typed is written, in milliseconds.
PAUSE, LIMIT = 1000, 2000

_WINDOW_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Typing(QObject):
    """Write what is typed in a field that no form binds: a second after the last key, two after the first, at once
    when asked.

    `current` reads the field's text, `write` is called with a text that differs from the last one kept.
    """

    def __init__(self, field: Any, current: Callable[[], str], write: Callable[[str], None]) -> None:
        super().__init__(field)
        self.kept = ""
        #: Where False only a pause writes: half a date is no mistake while somebody goes on typing.
        self.limited = True
        self._current = current
        self._write = write
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LIMIT)
        self._limit.timeout.connect(self.flush)

    def touched(self) -> None:
        """Begin to wait: a key was typed."""
        self._timer.start()
        if self.limited and not self._limit.isActive():
            self._limit.start()

    def flush(self) -> None:
        """Write at once what differs from what is kept."""
        self._timer.stop()
        self._limit.stop()
        text = self._current()
        if text != self.kept:
            self._write(text)

    def waiting(self) -> bool:
        """Tell whether something typed is not written yet."""
        return self._current() != self.kept


class TypedField:
    """What a field of text is for its binding; stands before a Qt field among the bases.

    Undo and redo go to the window, after what has been typed is written.
    """

    binding: Binding | None = None
    _typing: Typing

    def bind(self, binding: Binding) -> None:
        """Tell this binding of each key, and when to write at once."""
        self.binding = binding

    def flush(self) -> None:
        """Write at once what is typed."""
        if self.binding is not None:
            self.binding.settle()
        else:
            self._typing.flush()

    def waiting(self) -> bool:
        """Tell whether something typed is not written yet."""
        return self.binding.waiting() if self.binding is not None else self._typing.waiting()

    def value_of(self, words: Any) -> Any:
        """Return the text those words mean, fit to keep."""
        return clean_text(words)

    def show_wrong(self, sentence: str) -> None:
        """Mark what stands there as not understood; a text always is understood."""

    def event(self, event: QEvent) -> bool:
        """Answer Qt's question whether the field keeps a key for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event):
            self.flush()
            event.ignore()
            return False
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a key of the window through."""
        if is_window_key(event):
            event.ignore()
            return
        super().keyPressEvent(event)  # type: ignore[misc]

    def _typed(self) -> None:
        if self.binding is not None:
            self.binding.typed()
        else:
            self._typing.touched()


def is_window_key(event: QEvent) -> bool:
    """Tell whether a key belongs to the window (undo, redo), which no field may swallow."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _WINDOW_KEYS)
