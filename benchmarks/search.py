"""A key typed in the search of a table of 100,000 rows, and an order chosen – against Qt's proxy (bar 5)."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator

from msgspec import Struct

from benchmarks.pairs import Figure, Limit, compared

ROWS = 100_000
ROUNDS = 5
#: What is typed, key after key.
KEYS = [word[:length] for word in ("lefevre", "tain", "23") for length in range(1, len(word) + 1)]


class _Row(Struct, frozen=True):
    id: int
    name: str
    town: str


def measure() -> Iterator[Figure | Limit]:
    """Compare our filter, accents folded, with QSortFilterProxyModel's, which does not fold them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSortFilterProxyModel, Qt
    from PySide6.QtWidgets import QApplication

    from msp_desktop.ui.models.rows import Column, RowsModel

    app = QApplication.instance() or QApplication([])
    columns = [Column("Nom", lambda row: row.name), Column("Commune", lambda row: row.town)]
    names = ("Lefèvre", "Étienne", "Châtain", "Nuñez", "Ünal", "Durand")
    rows = [_Row(number, f"{names[number % 6]} {number}", f"Saint-{names[number // 7 % 6]}") for number in range(ROWS)]
    ours_model, plain = RowsModel(columns), RowsModel(columns)
    ours_model.show_rows(rows)
    plain.show_rows(rows)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(plain)
    proxy.setFilterKeyColumn(-1)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    slowest: list[float] = []

    def ours() -> float:
        times = []
        for text in KEYS:
            began = time.perf_counter()
            ours_model.filter(text)
            times.append(time.perf_counter() - began)
        ours_model.filter("")
        slowest.append(statistics.quantiles(times, n=20)[-1])
        return sum(times) / len(times)

    def floor() -> float:
        began = time.perf_counter()
        for text in KEYS[:3]:
            proxy.setFilterFixedString(text)
        taken = (time.perf_counter() - began) / 3
        proxy.setFilterFixedString("")
        return taken

    figure = compared(ours, floor, ROUNDS, 0.02, f"a key in a search over {ROWS} rows against Qt's proxy")
    yield figure
    yield Limit(statistics.median(slowest) * 1000, 16, "ms", f"95 keys in 100 of a search over {ROWS} rows")
    app.processEvents()
