"""Act in a dialog that is about to open and to hold the call that opened it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

D = TypeVar("D", bound=QDialog)


@contextmanager
def dialog(kind: type[D], act: Callable[[D], Any], patience: float = 10) -> Iterator[list[D]]:
    """Once a dialog of this kind is open, act in it and close it; what goes wrong in it is raised here."""
    seen: list[D] = []
    wrong: list[BaseException] = []
    end = time.monotonic() + patience
    timer = QTimer()
    timer.setInterval(20)

    def look() -> None:
        found = QApplication.activeModalWidget()
        # Not active yet, it has neither the keyboard nor its shortcuts.
        if not isinstance(found, kind) or not found.isActiveWindow():
            if time.monotonic() > end:
                timer.stop()
                if isinstance(found, QDialog):
                    found.reject()
            return
        timer.stop()
        seen.append(found)
        try:
            act(found)
        except BaseException as error:  # noqa: BLE001 – raised again outside Qt
            wrong.append(error)
        if found.isVisible():
            found.done(0)

    timer.timeout.connect(look)
    timer.start()
    yield seen
    timer.stop()
    if wrong:
        raise wrong[0]
    assert seen, f"no {kind.__name__} was opened"
