"""Cycles are collected in the window's thread, as often as Python would."""

from __future__ import annotations

import gc
import weakref

from pytestqt.qtbot import QtBot

from msp_desktop.ui.collector import Collector, collect


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
