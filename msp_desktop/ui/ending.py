"""The program is being ended, by a signal or by the session: what is typed is written, and nothing is asked."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from msp_desktop.ui.shell.messages import hush

#: Milliseconds between two wishes to leave the loops of open boxes: a native one may hold the first one back.
AGAIN = 100
#: Boxes open at once, one before the other.
MOST = 20


def end_well(app: QApplication, write: Callable[[], None], end: Callable[[], None]) -> None:
    """Call `write` where the session may end, `end` where the program does.

    A log-off can still be cancelled by another program: then the work goes on. What can be neither written nor asked
    about is kept for the next opening.
    """
    app.commitDataRequest.connect(lambda _manager: _hushed(write))
    app.saveStateRequest.connect(lambda _manager: _hushed(write))
    app.aboutToQuit.connect(lambda: _hushed(end))
    if sys.platform != "win32":
        _listen_to_signals(app, end)


def _hushed(act: Callable[[], None]) -> None:
    hush(True)
    try:
        act()
    finally:
        hush(False)


def _close_boxes() -> None:
    """Close what is open before the window, without its own questions: the innermost first."""
    for _box in range(MOST):
        if isinstance(box := QApplication.activeModalWidget(), QDialog):
            QDialog.done(box, 0)


def _listen_to_signals(app: QApplication, end: Callable[[], None]) -> None:
    """Let SIGTERM, SIGHUP and SIGINT wake Qt's loop, which Python's own handlers wait for."""
    listening, waking = os.pipe()
    for descriptor in (listening, waking):
        os.set_blocking(descriptor, False)
    leave = QTimer(app, interval=AGAIN)
    leave.timeout.connect(lambda: app.exit(0))
    notifier = QSocketNotifier(listening, QSocketNotifier.Type.Read, app)

    def on_signal() -> None:
        os.read(listening, 64)
        if leave.isActive():
            return
        hush(True)
        leave.start()
        end()
        _close_boxes()
        app.exit(0)

    notifier.activated.connect(on_signal)
    signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: None)
