"""The floor: a PySide6 window with empty tabs, whose titles are the arguments."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

from benchmarks.start_watch import StartWatch

app = QApplication(sys.argv)
window = QMainWindow()
tabs = QTabWidget()
for title in sys.argv[1:]:
    tabs.addTab(QWidget(), title)
window.setCentralWidget(tabs)
window.resize(1366, 697)
watch = StartWatch(window, tabs, lambda: True)
window.show()
sys.exit(app.exec())
