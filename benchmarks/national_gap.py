"""One run of a window painted again and again, with or without official files read meanwhile: print the longest gap in ms.

After it stands the most that this process itself worked between two turns of the event loop, in ms of the processor: the rest
of a gap was spent waiting for one.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path
from time import perf_counter, process_time

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTreeView

from msp_desktop.exchange.open_data.reading import Reading
from msp_desktop.exchange.open_data.sought import sought_of
from msp_desktop.ui.collector import Collector

#: Milliseconds the event loop runs where nothing is read, and between two looks at the worker.
ALONE, LOOK = 3_000, 100


def main(words: list[str]) -> None:
    """Run the event loop until the files are read."""
    reads, path, insee = words
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    sought_of(insee.split(","))  # the page has shown these communes before anything is read
    _collector = Collector(app)
    view = QTreeView()
    view.setModel(QStringListModel([f"Docteur Nom{number:04}, médecin, Guéret" for number in range(500)]))
    view.resize(900, 600)
    view.show()
    turns: list[tuple[float, float]] = []
    ticker, painter = QTimer(), QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.timeout.connect(lambda: turns.append((perf_counter(), process_time())))
    painter.timeout.connect(view.viewport().update)
    begun: list[Reading] = []
    watch = QTimer()
    watch.timeout.connect(lambda: app.quit() if begun and _is_over(begun[0]) else None)
    QTimer.singleShot(300, lambda: (ticker.start(1), painter.start(16)))
    if reads:
        QTimer.singleShot(500, lambda: begun.append(Reading([Path(path)], insee.split(","))))
        watch.start(LOOK)
    else:
        QTimer.singleShot(ALONE, app.quit)
    app.exec()
    for clock in zip(*turns, strict=True):
        print(max(after - before for before, after in itertools.pairwise(clock)) * 1000)


def _is_over(reading: Reading) -> bool:
    """Look as the page does: how far it is, then what was found."""
    return reading.progress.total >= 0 and reading.over and bool(reading.results)


if __name__ == "__main__":
    main(sys.argv[1:])
