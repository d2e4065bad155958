"""Work done in a thread of its own while the window stays alive; what it returns comes back in the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from msp_desktop.errors import UserError

#: How often it is looked whether the work is done, in milliseconds.
_EVERY = 40


class Work(QObject):
    """Emit `ended(value)` with what the act returned, a UserError it raised, or None where it broke.

    The program's end does not wait for it: what it writes must be all or nothing.
    """

    ended = Signal(object)

    def __init__(self, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._value: object = None
        self._thread = threading.Thread(target=self._run, name="work", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._timer.start()

    def _run(self) -> None:
        try:
            self._value = self._act()
        except UserError as error:
            self._value = error

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._timer.stop()
            self.ended.emit(self._value)
            self.deleteLater()
