"""Our window on a dossier; prints the monotonic time at which today's data were painted."""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from pathlib import Path

# As in the program itself, ours comes first: see msp_desktop/ui/__init__.py.
from msp_desktop.ui.start import make_application, make_window  # isort: skip
from PySide6.QtCore import QEvent, QObject, QTimer  # isort: skip


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _tell)
        return False


def _tell() -> None:
    print(time.monotonic(), flush=True)
    os._exit(0)


app = make_application(sys.argv)
window = make_window(Path(sys.argv[1]), datetime(2026, 4, 28, 14, 32))
watch = _FirstPaint()
window.current_page().installEventFilter(watch)
window.show()
sys.exit(app.exec())
