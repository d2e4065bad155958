"""A drop-down list of values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.sizes import ASK
from msp_desktop.ui.widgets.tip import show_tip

if TYPE_CHECKING:
    from msp_desktop.ui.forms.binding import Binding

#: How narrow a list of words somebody typed may be, in pixels at 100 %.
_NARROWEST = 120
#: What Qt finds too little for the words of a list in large letters, in pixels at 100 %.
_ROUNDING = 4


class ChoiceField(QComboBox):
    """A list to choose a value in; the wheel never changes it by accident.

    Bound to no form it emits `request_value(value)` when somebody chooses. With `own_words`, its choices are words somebody
    typed, however long: the list may be narrower than they are, and is no wider than a question.
    """

    request_value = Signal(object)
    binding: Binding | None = None

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[Any, str]],
        parent: QWidget | None = None,
        *,
        own_words: bool = False,
    ) -> None:
        super().__init__(parent)
        self._own_words = own_words
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPlaceholderText("–")
        # Kept here: Qt would give a plain text back for a named one.
        self.values: list[Any] = []
        self.set_choices(choices)
        self.activated.connect(self._on_chosen)
        if own_words:
            self.currentTextChanged.connect(lambda words: show_tip(self, words))  # they may be cut

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
    def sizeHint(self) -> QSize:
        wished = super().sizeHint()
        width = wished.width() + theme().px(_ROUNDING)
        return QSize(min(width, theme().px(ASK)) if self._own_words else width, wished.height())

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), theme().px(_NARROWEST)), least.height()) if self._own_words else least

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
