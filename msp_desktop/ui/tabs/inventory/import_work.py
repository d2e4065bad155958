"""Work that takes long away from the window's thread, given up at once when nobody wants it any more."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.ui.background import INTERVAL

#: How often it is looked whether the work is done, in milliseconds.
_LOOK = 15

#: What the work calls again and again; it raises where nobody wants the work any more.
Go = Callable[[], None]
Act = Callable[[Go], Any]


class GivenUpError(Exception):
    """Nobody wants this work any more."""


class Worker(QObject):
    """Emit `done(outcome)`, or `refused(sentence)`, for the last work asked for; what it replaces is given up."""

    done = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: _Run | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)

    def do(self, act: Act) -> None:
        """Begin a work."""
        self.give_up()
        self._running = _Run(act)
        self._running.start()
        self._timer.start()

    def give_up(self) -> None:
        """Want no more of what is being done: it ends by itself, and nothing waits for it."""
        self._timer.stop()
        if self._running is not None:
            self._running.unwanted.set()
            self._running = None

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being done."""
        return self._running is not None

    def _look(self) -> None:
        run = self._running
        if run is None or run.is_alive():
            return
        self._timer.stop()
        self._running = None
        if run.sentence:
            self.refused.emit(run.sentence)
        else:
            self.done.emit(run.outcome)


class _Run(threading.Thread):
    """One work in its thread; a fault of ours is noted as any other, and said in one sentence."""

    def __init__(self, act: Act) -> None:
        super().__init__(name="import", daemon=True)
        self._act = act
        self.unwanted = threading.Event()
        self.outcome: Any = None
        self.sentence = ""

    def run(self) -> None:
        interval = sys.getswitchinterval()
        sys.setswitchinterval(INTERVAL)  # the window waits for the interpreter no longer than that
        sentence = _("This file could not be looked at.")
        try:
            self.outcome = self._act(self._tick)
            sentence = ""
        except GivenUpError:
            sentence = ""
        except UserError as error:
            sentence = error.sentence
        finally:
            self.sentence = sentence
            sys.setswitchinterval(interval)

    def _tick(self) -> None:
        if self.unwanted.is_set():
            raise GivenUpError
