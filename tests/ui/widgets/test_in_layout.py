"""What stands in a layout is found as it is read, and nothing is kept of what Qt frees."""

from __future__ import annotations

import gc
import re
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import msp_desktop.ui
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.widgets.foot import Foot
from msp_desktop.ui.widgets.in_layout import in_layout
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.tab_order import set_tab_order


def items() -> int:
    """Return how many items of layouts Python holds, but for those of a `Foot`, which owns its own."""
    gc.collect()
    every = [one for one in gc.get_objects() if isinstance(one, QLayoutItem)]
    own = {id(item) for one in every if isinstance(one, Foot) for item in one._items}
    return sum(not isinstance(one, QLayout) and id(one) not in own for one in every)


def test_what_stands_in_a_layout_is_given_as_it_is_read(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, second, third = QLabel("1"), QLabel("2"), QLabel("3")
    inner = row(second)
    page.setLayout(column(first, -1, inner, third))
    layout = page.layout()
    assert layout is not None
    assert in_layout(layout) == [first, inner, third]
    assert in_layout(inner) == [second]
    floating = QLabel("beside", page)
    assert floating not in in_layout(layout)


def test_a_grid_is_given_line_after_line(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    grid = QGridLayout(page)
    cells = {(line, place): QLabel() for line in (1, 0) for place in (1, 0)}
    for (line, place), cell in cells.items():
        grid.addWidget(cell, line, place)
    assert in_layout(grid) == [cells[key] for key in sorted(cells)]


def test_a_widget_that_goes_leaves_nothing_of_its_place_in_a_layout(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    rows: KeyedRows[str, QLabel] = KeyedRows(str, QLabel, lambda widget, words: widget.setText(words))
    box.addWidget(rows)
    before = items()
    for turn in range(5):
        label = QLabel(str(turn))
        box.addWidget(label)
        rows.show_values([str(turn), "all along"])
        set_tab_order(page)
        label.setParent(None)
        label.deleteLater()
        qtbot.wait(1)
    assert items() == before


def test_going_through_the_tabs_keeps_nothing_of_any_layout(window: MainWindow, qtbot: QtBot) -> None:
    before = items()
    for tab in ("inventory", "meetings", "actors", "project", "timeline"):
        window.go_to(tab, None)
        qtbot.wait(30)
        set_tab_order(window)
    assert items() == before


def test_no_layout_is_asked_for_its_items() -> None:
    room = Path(msp_desktop.ui.__file__).parent
    asking = [path.name for path in room.rglob("*.py") if re.search(r"\bitemAt\b", path.read_text(encoding="utf-8"))]
    assert sorted(asking) == ["foot.py", "in_layout.py"]  # a layout of its own, and what says why
