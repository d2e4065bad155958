"""A document on the screen, page by page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop.papers.export import export
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.page_view import PageView

A4 = (595, 842)
Printer = Callable[..., Path]


def test_pages_zoom_turn_and_stand_side_by_side(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made = export(desk.workspace.reader, "inventory", tmp_path, desk.context())
    view = PageView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_pages(made.path.read_bytes())
    made.path.unlink()  # read whole: the file is free
    assert view.page_count() == made.pages
    wide = view.scale()
    view.set_two_pages(True)
    assert view.scale() < wide
    assert view._rects[0].top() == view._rects[1].top()
    view.set_two_pages(False)
    view.fit_page()
    assert view._rects[0].height() <= view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale() in (0.5, 0.75, 1.0)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_page() == made.pages
    assert not view.grab().isNull()


def test_zooming_stays_where_one_reads(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made = export(desk.workspace.reader, "inventory", tmp_path, desk.context())
    view = PageView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_pages(made.path.read_bytes())
    qtbot.keyClick(view, Qt.Key.Key_End)
    before = view._middle()
    for _time in range(3):
        view.zoom(1)
    assert view._middle() == pytest.approx(before, abs=0.12)
    assert view.current_page() == made.pages
    assert not view.fits()
