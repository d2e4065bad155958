"""A box to tick that a form binds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QWidget

if TYPE_CHECKING:
    from msp_desktop.ui.forms.binding import Binding


class TickField(QCheckBox):
    """Yes or no, written by its form as it is ticked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name.replace("&", "&&"), parent)
        self.setAccessibleName(name)

    def bind(self, binding: Binding) -> None:
        """Tell this binding of each click."""
        self.clicked.connect(binding.typed)
        self.clicked.connect(binding.settle)

    def words(self) -> Any:
        """Return whether the box is ticked."""
        return self.isChecked()

    def value_of(self, words: Any) -> Any:
        """Return whether the box is ticked."""
        return words

    def show_stored(self, value: Any, *, anew: bool = False) -> None:
        """Show a stored yes or no."""
        self.setChecked(bool(value))

    def show_words(self, words: Any) -> None:
        """Show again a tick that waits."""
        self.setChecked(bool(words))

    def show_wrong(self, sentence: str) -> None:
        """Mark nothing: a tick is always understood."""
