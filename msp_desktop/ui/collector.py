"""Python's collector of cycles in the window's thread alone: in another it would delete widgets and timers there."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

#: How often it is looked whether there is something to collect, in milliseconds.
_EVERY = 500


class Collector(QObject):
    """Collect as often as Python would, between two events of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> int | None:
    """Collect the oldest generation that is due and return its number, None where none is."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return generation
    return None
