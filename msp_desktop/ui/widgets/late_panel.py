"""A panel whose room is kept from the start, and which is made after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class LatePanel(QWidget, Generic[W]):
    """The room of a side panel, made by `make` when it is first asked for."""

    def __init__(self, make: Callable[[], W], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make = make
        self._panel: W | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def made(self) -> W | None:
        """Return the panel, None where it is not yet made."""
        return self._panel

    def prepare(self) -> W:
        """Make the panel where it is not yet made, and return it; it is seen once it is filled."""
        if self._panel is None:
            self._panel = self._make()
            self._panel.hide()
            self._box.addWidget(self._panel)
        return self._panel

    def panel(self) -> W:
        """Return the panel, made and seen from now on."""
        panel = self.prepare()
        panel.show()
        return panel
