"""Ask the disk something that a server may never answer, while the window goes on being painted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QTimer

from msp_desktop.errors import UserError
from msp_desktop.ui.widgets.busy import busy

T = TypeVar("T")

#: How long an answer is waited for: without giving the window a turn, then with it painted and deaf; in seconds.
AT_ONCE, PATIENCE = 0.015, 2.0
#: How often it is looked whether the answer came, in milliseconds.
_LOOK = 20

_asked: dict[str, threading.Thread] = {}


class _Asking(threading.Thread, Generic[T]):
    """A question in a thread of its own, which the program's end does not wait for."""

    def __init__(self, act: Callable[[], T]) -> None:
        super().__init__(name="asking", daemon=True)
        self._act = act
        self.answers: list[T] = []
        self.refusal: UserError | OSError | None = None

    def run(self) -> None:
        """Ask."""
        try:
            self.answers.append(self._act())
        except (UserError, OSError) as error:
            self.refusal = error


def answer_of(place: object, act: Callable[[], T], otherwise: T, patience: float = PATIENCE) -> T:
    """Return what an act about a place gives, or raise its UserError or OSError; `otherwise` after so many seconds of silence.

    A place that has not answered yet is not asked again meanwhile: it is silent at once.
    """
    waiting = _asked.get(str(place))
    if waiting is not None and waiting.is_alive():
        return otherwise
    asking = _Asking(act)
    _asked[str(place)] = asking
    asking.start()
    asking.join(AT_ONCE)
    if asking.is_alive():
        with busy():
            _wait_for(asking, patience)
    if asking.refusal is not None:
        raise asking.refusal
    return asking.answers[0] if asking.answers else otherwise


def _wait_for(asking: threading.Thread, patience: float) -> None:
    loop = QEventLoop()
    look = QTimer(loop)
    look.timeout.connect(lambda: None if asking.is_alive() else loop.quit())
    look.start(_LOOK)
    QTimer.singleShot(int(patience * 1000), loop, loop.quit)
    # What is pressed meanwhile waits: it would act in the middle of what asks.
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
