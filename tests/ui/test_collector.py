"""Cycles are collected in the window's thread, as often as Python would."""

from __future__ import annotations

import gc
import weakref

from pytestqt.qtbot import QtBot

from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.collector import Collector, collect
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.start import begin
from tests.conftest import NOW


class Ring:
    def __init__(self) -> None:
        self.me = self


def test_what_refers_to_itself_goes_by_and_by_without_the_automatic_collector(qtbot: QtBot) -> None:
    gc.enable()
    collector = Collector()
    assert not gc.isenabled()
    gone = weakref.ref(Ring())
    kept = [Ring() for _number in range(gc.get_threshold()[0] + 1)]
    qtbot.waitUntil(lambda: gone() is None)
    assert len(kept) > 0
    collector.deleteLater()


def test_nothing_is_collected_where_nothing_is_due() -> None:
    gc.disable()
    gc.collect()
    assert collect() is None


def test_the_program_s_window_has_it(qtbot: QtBot) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_start()
    gc.enable()
    begin(window)
    assert not gc.isenabled()
    assert window.findChild(Collector) is not None
    qtbot.waitUntil(window.is_loaded, timeout=60_000)
    assert not gc.isenabled()
    qtbot.wait(60)  # what waits for the first paint
