"""Say something to whoever listens to the screen instead of looking at it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from msp_desktop.formats.text import one_line
from msp_desktop.i18n import ngettext

#: Milliseconds after the last key before it is said what a filter leaves: said at each, it would hold back the keys.
PAUSE = 600


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence, once what it is saying is said; nothing where none is there."""
    if not sentence or not QAccessible.isActive():
        return
    from PySide6.QtGui import QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, one_line(sentence)))


def tell_found(field: QLineEdit, count: Callable[[], int]) -> None:
    """Have it said how many rows a field that filters leaves, once nothing more is typed; nothing where nobody listens."""
    timer = QTimer(field, singleShot=True, interval=PAUSE)

    def say() -> None:
        left = count()
        announce(field, ngettext("{count} row found", "{count} rows found", left).format(count=left))

    timer.timeout.connect(say)
    field.textChanged.connect(lambda _text: timer.start() if QAccessible.isActive() else None)
