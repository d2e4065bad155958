"""What a starting window is watched with; imports nothing that the bare window would not."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

#: Nothing painted for so long: the window is complete. Milliseconds.
QUIET = 1000


class StartWatch(QObject):
    """Note when `page` is first painted and `window` last, the loop's longest gap between, and peak memory."""

    def __init__(self, window: QWidget, page: QWidget, is_loaded: Callable[[], bool]) -> None:
        super().__init__()
        self._page = page
        self._is_loaded = is_loaded
        self._seen: dict[str, float] = {}
        self._tick = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._last_tick = 0.0
        self._gap = 0.0
        self._quiet = QTimer(self, interval=QUIET, singleShot=True)
        self._quiet.timeout.connect(self._on_quiet)
        page.installEventFilter(self)
        window.installEventFilter(self)

    def _on_first(self) -> None:
        self._seen["painted"] = self._last_tick = time.monotonic()
        self._seen["memory_painted"] = _peak_memory()
        self._on_painted()
        self._tick.start()

    def _on_painted(self) -> None:
        self._seen["complete"] = time.monotonic()
        self._quiet.start()

    def _on_tick(self) -> None:
        now = time.monotonic()
        self._gap = max(self._gap, now - self._last_tick)
        self._last_tick = now

    def _on_quiet(self) -> None:
        if not self._is_loaded():
            self._quiet.start()
            return
        self._seen["gap"] = self._gap * 1000
        self._seen["memory_loaded"] = _peak_memory()
        print(json.dumps(self._seen), flush=True)
        os._exit(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint and watched is self._page and "painted" not in self._seen:
            self._seen["painted"] = 0.0
            QTimer.singleShot(0, self._on_first)
        elif kind in (QEvent.Type.Paint, QEvent.Type.UpdateRequest):
            QTimer.singleShot(0, self._on_painted)  # when the event is over, and with it the flush to the screen
        return False


def _peak_memory() -> float:
    """Return this process's peak of resident memory, in kilobytes: getrusage would tell its parent's."""
    words = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return float(words.partition("VmHWM:")[2].split()[0])
