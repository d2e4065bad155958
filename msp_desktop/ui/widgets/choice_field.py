"""A drop-down list of values, and one where one may also type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.names_completer import NamesCompleter

if TYPE_CHECKING:
    from msp_desktop.ui.forms.binding import Binding


class ChoiceField(QComboBox):
    """A list to choose a value in; the wheel never changes it by accident.

    Bound to no form it emits `request_value(value)` when somebody chooses.
    """

    request_value = Signal(object)
    binding: Binding | None = None

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPlaceholderText("–")
        # Kept here: Qt would give a plain text back for a named one.
        self.values: list[Any] = []
        self.set_choices(choices)
        self.activated.connect(self._on_chosen)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace the choices: pairs of a value and its words."""
        self.clear()
        self.values = [value for value, _words in choices]
        self.addItems([words for _value, words in choices])

    def show_typed(self, value: Any) -> None:
        """Show a stored value; an unknown one shows nothing."""
        index = self.values.index(value) if value in self.values else -1
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def value(self) -> Any:
        """Return the value chosen, None where there is none."""
        return self.values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def bind(self, binding: Binding) -> None:
        """Tell this binding of each choice."""
        self.binding = binding

    def words(self) -> Any:
        """Return the value chosen."""
        return self.value()

    def value_of(self, words: Any) -> Any:
        """Return the value chosen."""
        return words

    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        """Show a stored value."""
        self.show_typed(value)

    def show_words(self, words: Any) -> None:
        """Show again a choice that waits."""
        self.show_typed(words)

    def show_wrong(self, sentence: str) -> None:
        """Mark nothing: a choice is always understood."""

    def flush(self) -> None:
        """Write at once a choice that waits."""
        if self.binding is not None:
            self.binding.settle()

    def _on_chosen(self, index: int) -> None:
        if self.binding is None:
            self.request_value.emit(self.values[index])
        else:
            self.binding.typed()
            self.binding.settle()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class WhoField(QComboBox):
    """A line of names, separated by commas, with suggestions (those of the directory); what is typed is free.

    `offer` gives the suggestions, asked for when somebody comes to the field. Bound to no form it emits
    `request_write(text)` as a line does. While somebody types, what is stored of it (« Mme Nadia Roche » for « nadia
    roche, ») does not take the place of what they typed: it does once they leave.
    """

    request_write = Signal(str)

    def __init__(
        self, name: str, offer: Callable[[], Sequence[str]] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # A long name must not push what stands beside it out of sight.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setAccessibleName(name)
        self._line = LineField(name)
        self._line.setFrame(False)
        self._line.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0;")
        self.setLineEdit(self._line)
        self.setCompleter(None)  # type: ignore[arg-type] # Qt's own would replace the whole line
        self._completer = NamesCompleter(self._line, self._on_chosen)
        self._stored: Any = ""
        self._storing = False
        self._before = ""
        self._line.request_write.connect(self.request_write)
        self.activated.connect(lambda index: self._on_listed(self.itemText(index)))

    def bind(self, binding: Binding) -> None:
        """Tell this binding of each key, and when to write at once."""
        self._line.bind(binding)

    def words(self) -> Any:
        """Return what stands there, as typed."""
        return self._line.text()

    def value_of(self, words: Any) -> Any:
        """Return the names those words mean, fit to keep."""
        self._storing = True
        return self._line.value_of(words)

    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        """Show a stored value."""
        own, self._storing = self._storing, False
        known, self._stored = self._stored, value
        if anew or (value != known and not (own and self._line.hasFocus())):
            self._line.show_stored(value, anew=True)

    def show_words(self, words: Any) -> None:
        """Show again words that wait."""
        self._line.show_words(words)

    def show_wrong(self, sentence: str) -> None:
        """Mark nothing: any name is understood."""

    def setReadOnly(self, on: bool) -> None:
        """Let nobody type or choose, or let them again."""
        self._line.setReadOnly(on)

    def _on_listed(self, name: str) -> None:
        """Add the name chosen in the list after a comma; in the place of all there was where none was typed."""
        before = self._before.rstrip()
        self._on_chosen(f"{before} {name}" if before.endswith(",") else name)

    def _on_chosen(self, text: str) -> None:
        self._line.setText(text)
        if self._line.binding is not None:
            self._line.binding.typed()
        self._line.flush()

    def _show_kept(self) -> None:
        """Show what is stored of what was typed, once somebody has left."""
        binding = self._line.binding
        if binding is not None and not binding.waiting() and not self._line.hasFocus():
            self._line.show_stored(self._stored, anew=True)
        if not self._line.hasFocus() and self.window().focusWidget() is not self:
            self._line.setCursorPosition(0)

    def suggest(self, names: Sequence[str]) -> None:
        """Offer these names."""
        self._completer.propose(names)
        present = [self.itemText(index) for index in range(self.count())]
        if present == list(names):
            return
        text, position = self._line.text(), self._line.cursorPosition()
        self.clear()
        self.addItems(list(names))
        self.setCurrentIndex(-1)
        self._line.setText(text)
        self._line.setCursorPosition(position)

    def show_value(self, text: str) -> None:
        """Show a stored value."""
        self._line.show_value(text)

    def text(self) -> str:
        """Return what is typed, without the spaces around it."""
        return self._line.text().strip()

    def flush(self) -> None:
        """Write at once what is typed."""
        self._line.flush()

    @override
    def showPopup(self) -> None:
        self._before = self._line.text()
        super().showPopup()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # The line never has the focus itself: the list stands for it and passes its keys on.
        if self._offer is not None:
            self.suggest(self._offer())
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._show_kept)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
