"""The floor: a PySide6 window with four empty tabs; prints the monotonic time of its first paint."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _tell)
        return False


def _tell() -> None:
    print(time.monotonic(), flush=True)
    QApplication.quit()


app = QApplication(sys.argv)
window = QMainWindow()
tabs = QTabWidget()
for name in ("100 jours", "Référent santé", "État des lieux", "Réunions"):
    tabs.addTab(QWidget(), name)
window.setCentralWidget(tabs)
window.resize(1366, 697)
watch = _FirstPaint()
tabs.installEventFilter(watch)
window.show()
sys.exit(app.exec())
