"""How the window starts: today's data first, then the rest, without a flicker."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.services import preferences as prefs
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.start import make_application, make_window
from msp_desktop.ui.widgets.after_paint import after_paint
from tests.conftest import NOW
from tests.dossiers import open_sample


def test_what_waits_for_the_paint_is_done_after_it_in_order_each_in_its_turn(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    done: list[int] = []
    after_paint(widget, lambda: done.append(1), lambda: done.append(2))
    after_paint(widget, lambda: done.append(3))
    qtbot.wait(20)
    assert done == []
    widget.show()
    qtbot.waitUntil(lambda: done == [1, 2, 3])
    after_paint(widget, lambda: done.append(4))
    widget.update()
    qtbot.waitUntil(lambda: done == [1, 2, 3, 4])


def test_what_waits_for_a_widget_put_out_of_sight_waits_for_its_return(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    done: list[int] = []
    after_paint(widget, lambda: (done.append(1), widget.hide()), lambda: done.append(2))
    widget.show()
    qtbot.waitUntil(lambda: done == [1])
    qtbot.wait(20)
    assert done == [1]
    widget.show()
    qtbot.waitUntil(lambda: done == [1, 2])


def test_the_side_panel_comes_after_the_first_paint_in_the_room_kept_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_store(open_sample(tmp_path))
    side = window.current_page().findChild(QWidget, "side")
    assert not side.findChildren(QWidget)
    window.show()
    room = side.geometry()
    qtbot.waitUntil(lambda: len(side.findChildren(QWidget)) > 10)
    qtbot.wait(20)
    assert side.geometry() == room
    window.close_dossier()


def test_closing_before_the_first_paint_leaves_nothing_to_be_done(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_store(open_sample(tmp_path))
    window.show()
    window.close_dossier()  # what still waited would read a closed file
    qtbot.wait(50)


def test_preferences_that_were_lost_are_told(qtbot: QtBot) -> None:
    prefs.preferences_path().write_text("{", encoding="utf-8")
    stored = prefs.load()
    make_application([], stored[0])
    window = make_window(None, NOW, stored)
    qtbot.addWidget(window)
    said = [label.text() for label in window.findChildren(QLabel)]
    assert any(
        i18n._("Preferences that made no sense have their usual values again; the old file is set aside.") in words
        for words in said
    )


@pytest.mark.parametrize("inside", ["", "dedans"])
def test_without_a_data_folder_the_window_opens_and_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    monkeypatch.setenv("SANTE100JOURS_DATA", str(tmp_path / "fichier" / inside))
    stored = prefs.load()
    make_application([], stored[0])
    window = make_window(None, NOW, stored)
    qtbot.addWidget(window)
    window.show()
    said = [label.text() for label in window.findChildren(QLabel)]
    assert any("Les réglages ne peuvent pas être écrits" in words for words in said)
    window.close()


def test_a_dossier_that_may_not_be_looked_at_is_said_and_stays_in_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 300}.msp100"
    entry = prefs.Recent(path=str(path), name="Saint-Essai")
    window = make_window(path, NOW, (Preferences(recent=(entry,)), None))
    qtbot.addWidget(window)
    assert [kept.path for kept in window.preferences.recent] == [str(path)]
    assert any("trop long" in label.text() for label in window.findChildren(QLabel))
