"""Say something to whoever listens to the screen instead of looking at it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from msp_desktop.formats.text import one_line


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence, once what it is saying is said; nothing where none is there."""
    if not sentence or not QAccessible.isActive():
        return
    from PySide6.QtGui import QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, one_line(sentence)))
