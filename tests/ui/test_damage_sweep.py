"""Every damage, in the window: it always appears, each tab is shown or the page of a damaged dossier, and nothing breaks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.db.damage import DamagedError
from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import damaged
from msp_desktop.ui.shell.damaged_page import DamagedPage
from msp_desktop.ui.shell.start_page import StartPage
from msp_desktop.ui.start import make_window
from tests.conftest import NOW
from tests.dossiers import open_sample

SECTOR, PAGE = 512, 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = open_sample(tmp_path_factory.mktemp("sain"))
    close_dossier(store)
    return store.path.read_bytes()


def damages(sound: bytes, step: int, flips: int) -> Iterator[bytes]:
    """Yield a dossier with one sector of zeros, cut at a page, or with a flipped bit; `step` sectors or pages apart."""
    for start in range(0, len(sound), SECTOR * step):
        yield sound[:start] + bytes(SECTOR) + sound[start + SECTOR :]
    for length in range(0, len(sound), PAGE * step):
        yield sound[:length]
    chance = random.Random(7)
    for _time in range(flips):
        content = bytearray(sound)
        content[chance.randrange(len(sound))] ^= 1 << chance.randrange(8)
        yield bytes(content)


def look_at_all(window: MainWindow) -> None:
    """Show every tab; what turns out damaged is told as the program's hook tells it."""
    for key in TAB_KEYS:
        try:
            window.go_to(key)
        except DamagedError:
            damaged.found_while_open(window)
            return


def survives(qtbot: QtBot, qapp: QApplication, path: Path, content: bytes) -> str:
    path.write_bytes(content)
    window = make_window(path, NOW)
    window.show()
    look_at_all(window)
    qapp.processEvents()
    page = window.current_page()
    assert window.isVisible()
    assert window.workspace is not None or isinstance(page, DamagedPage | StartPage)
    # A copy refuses what is damaged: nothing is written on closing but what is whole.
    name = type(page).__name__
    window.close()
    window.wait_for_copies()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return name


def test_some_damages_leave_a_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, sound: bytes, said: list[str]
) -> None:
    shown = [survives(qtbot, qapp, tmp_path / "abime.msp100", content) for content in damages(sound, 60, 6)]
    assert "DamagedPage" in shown
    assert said == []


@pytest.mark.slow
def test_every_damage_leaves_a_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, sound: bytes, said: list[str]
) -> None:
    shown = [survives(qtbot, qapp, tmp_path / "abime.msp100", content) for content in damages(sound, 5, 100)]
    assert shown.count("DamagedPage") > 60
    assert said == []
