"""All dossiers of this computer in one list: put away, found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.paths import dossiers_folder
from msp_desktop.services import preferences as prefs
from msp_desktop.ui.dialogs.known_dossiers import KnownDossiers
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.widgets.list_rows import ROW
from tests.conftest import NOW
from tests.dossiers import open_new
from tests.ui.find import button, says


@pytest.fixture
def known(qtbot: QtBot, tmp_path: Path) -> tuple[MainWindow, KnownDossiers, list[Path]]:
    """A window without a dossier that knows one, one archived, one that is gone; another lies in the folder."""
    paths = []
    for folder in (tmp_path / "a", tmp_path / "b", dossiers_folder()):
        folder.mkdir(exist_ok=True)
        store = open_new(folder)
        close_dossier(store)
        paths.append(store.path)
    gone = tmp_path / "porto-vecchio.msp100"
    recent = (
        prefs.Recent(str(paths[0]), "Saint-Essai", "Creuse", opened_on="2026-04-27"),
        prefs.Recent(str(paths[1]), "Aubusson", "Creuse", archived=True),
        prefs.Recent(str(gone), "Porto-Vecchio", "Corse-du-Sud"),
    )
    window = MainWindow(lambda: NOW, prefs.Preferences(recent=recent))
    qtbot.addWidget(window)
    window.show_start()
    box = KnownDossiers(window)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitUntil(lambda: titles(box)[-1] == "saint-essai", timeout=10_000)
    return window, box, [*paths, gone]


def titles(box: KnownDossiers) -> list[str]:
    model = box.rows.model()
    return [model.index(row, 0).data(ROW).title for row in range(model.rowCount())]


def test_three_groups_hold_all_there_are(known: tuple[MainWindow, KnownDossiers, list[Path]]) -> None:
    _window, box, _paths = known
    assert titles(box) == [
        "Sur la page d’accueil",
        "Saint-Essai",
        "Porto-Vecchio",
        "Dans l’archive",
        "Aubusson (saint-essai)",
        "Dans le dossier «\u00a0Dossiers\u00a0», sur aucune liste",
        "saint-essai",
    ]


def test_one_is_archived_brought_back_and_each_is_undone(known: tuple[MainWindow, KnownDossiers, list[Path]]) -> None:
    window, box, paths = known
    box.rows.select(str(paths[0]))
    button(box, "Archiver").click()
    assert says(box, "est dans l’archive")
    assert [entry.name for entry in window.preferences.listed()] == ["Porto-Vecchio"]
    assert box.rows.current_key() == str(paths[0])
    button(box, "Remettre dans la liste").click()
    assert [entry.name for entry in window.preferences.listed()] == ["Saint-Essai", "Porto-Vecchio"]
    button(box, "Annuler").click()
    assert [entry.name for entry in window.preferences.listed()] == ["Porto-Vecchio"]


def test_what_is_gone_is_said_and_only_found_again(
    known: tuple[MainWindow, KnownDossiers, list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, box, paths = known
    heard: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.shell.keeping.find_again", lambda _window, path: heard.append(path))
    box.rows.setCurrentIndex(box.rows.model().index(2, 0))
    assert box.rows.current_key() == str(paths[3])
    assert not button(box, "Renommer…").isEnabled()
    assert not button(box, "Mettre à la corbeille…").isEnabled()
    button(box, "Retrouver…").click()
    assert heard == [str(paths[3])]


def test_the_one_chosen_is_opened(known: tuple[MainWindow, KnownDossiers, list[Path]]) -> None:
    _window, box, paths = known
    box.rows.select(str(paths[2]))
    button(box, "Ouvrir").click()
    assert box.path == str(paths[2])
    assert box.result()
