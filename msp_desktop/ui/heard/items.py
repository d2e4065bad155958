"""Things that a widget paints and one may choose, said to whoever does not see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


class Item(NamedTuple):
    """One thing that a widget paints: its words, where it stands in the widget, whether it is the chosen one."""

    words: str
    box: QRect
    chosen: bool


class Painter(Protocol):
    """A widget that paints items one may choose."""

    def heard_items(self) -> Sequence[Item]:
        """Return them as they are read."""


def tell_chosen(picture: QWidget) -> None:
    """Tell that another item of a picture is the chosen one, where the keyboard is on it; nothing where nobody listens."""
    if not QAccessible.isActive() or not picture.hasFocus():
        return
    from PySide6.QtGui import QAccessibleEvent

    told = QAccessible.queryAccessibleInterface(picture)
    chosen = told.focusChild() if told is not None else None
    if chosen is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(chosen, QAccessible.Event.Focus))
