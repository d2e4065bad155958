"""A copy is looked at with a band that says so, and taken again beside the dossier or in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.db.copies import snapshot
from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.services.copies import make_now
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import copies, sticks
from tests.conftest import NOW


def store_of(window: MainWindow) -> Store:
    assert window.workspace is not None
    return window.workspace.store


@pytest.fixture
def copy(window: MainWindow) -> Path:
    """A copy made before « Après » was added."""
    path = make_now(snapshot(store_of(window).connection), store_of(window).path.stem, NOW).paths[0]
    with store_of(window).write("Ajouter") as tx:
        tx.insert(Person(last_name="Après"))
    return path


def names(window: MainWindow) -> list[str]:
    return [person.last_name for person in store_of(window).reader.all(Person)]


def answer(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr("msp_desktop.ui.shell.messages.choose", lambda *_given, **_named: number)


def test_a_copy_looked_at_says_that_it_is_one_and_is_no_known_dossier(window: MainWindow, copy: Path) -> None:
    recent = window.preferences.recent
    copies.look(window, copy)
    assert store_of(window).is_copy
    assert "Après" not in names(window)
    assert window.banner.isVisible()
    assert window.preferences.recent == recent


def test_a_copy_is_taken_beside_the_dossier_which_stays(
    window: MainWindow, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = store_of(window).path
    copies.look(window, copy)
    answer(monkeypatch, 0)
    window.banner.request_action.emit()
    assert store_of(window).path.name == "saint-exemple (copie du 28 avril 2026, 14 h 32).msp100"
    assert "Après" not in names(window)
    window.open_dossier(dossier)
    assert "Après" in names(window)


def test_a_copy_is_put_in_place_of_the_dossier(window: MainWindow, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = store_of(window).path
    answer(monkeypatch, 1)
    copies.take(window, copy)
    assert store_of(window).path == dossier
    assert "Après" not in names(window)


def test_a_copy_that_can_no_longer_be_used_leaves_the_dossier_open(
    window: MainWindow, copy: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = store_of(window).path
    copy.write_bytes(copy.read_bytes()[:-1])
    answer(monkeypatch, 0)
    copies.take(window, copy)
    assert store_of(window).path == dossier
    assert len(said) == 1


def test_the_dossier_is_written_on_the_folder_chosen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sticks, "sticks", list)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_given: str(tmp_path / "cle"))
    copies.to_stick(window)
    qtbot.waitUntil(lambda: len(list((tmp_path / "cle").rglob("*.msp100"))) == 1)
    qtbot.wait(80)


def test_what_can_be_taken_away_is_known_by_its_place() -> None:
    assert sticks.is_removable("/media/mairie/CLE")
    assert sticks.is_removable("/run/media/mairie/CLE")
    assert not sticks.is_removable("/")
    assert all(stick.folder.is_dir() for stick in sticks.sticks())
