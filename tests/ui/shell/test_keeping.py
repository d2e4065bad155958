"""Known dossiers renamed, archived, put in the recycle bin, found again, from the window; and each of it undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QFile
from pytestqt.qtbot import QtBot
from typing_extensions import override

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.commune import Commune
from msp_desktop.services import preferences as prefs
from msp_desktop.ui.dialogs.rename_dossier import RenameDossier
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import keeping
from msp_desktop.ui.shell.start_page import StartPage
from tests.dossiers import open_new
from tests.ui.find import button, says
from tests.ui.modal import dialog
from tests.ui.shell.test_recycle_bin import bin_of_ones_own  # noqa: F401 – the bin of these tests is their own


def answers(monkeypatch: pytest.MonkeyPatch, number: int) -> list[str]:
    """Answer the questions that are asked, and return them."""
    asked: list[str] = []

    def choose(_parent: object, sentence: str, *_answers: str, **_named: int) -> int:
        asked.append(sentence)
        return number

    monkeypatch.setattr("msp_desktop.ui.shell.messages.choose", choose)
    return asked


def open_path(window: MainWindow) -> Path:
    assert window.workspace is not None
    return window.workspace.store.path


def other(window: MainWindow, tmp_path: Path) -> Path:
    """Return a second dossier that the window knows, closed."""
    store = open_new(tmp_path)
    close_dossier(store)
    window.preferences = window.preferences.with_recent(
        prefs.Recent(str(store.path), "Saint-Essai", "Creuse", day_zero="2026-03-22")
    )
    return store.path


def listed(window: MainWindow) -> list[str]:
    return [Path(entry.path).name for entry in window.preferences.listed()]


def page(window: MainWindow) -> StartPage:
    found = window.current_page()
    assert isinstance(found, StartPage)
    return found


def test_the_open_dossier_is_renamed_and_shown_again_with_its_name_in_sight(window: MainWindow) -> None:
    def type_name(box: RenameDossier) -> None:
        box.findChildren(type(box.focusWidget()))[0].setText("saint-exemple (essai)")
        button(box, "Renommer").click()

    with dialog(RenameDossier, type_name):
        window.actions_by_name["rename"].trigger()
    assert open_path(window).name == "saint-exemple (essai).msp100"
    assert says(window.header, "exemple, essai")
    assert "Saint-Exemple (exemple, essai)" in window.windowTitle()
    assert listed(window) == ["saint-exemple (essai).msp100"]


def test_a_name_that_is_refused_leaves_the_dossier_open(window: MainWindow, said: list[str]) -> None:
    before = open_path(window)

    def type_name(box: RenameDossier) -> None:
        line = box.findChildren(type(box.focusWidget()))[0]
        line.setText("a/b")
        button(box, "Renommer").click()
        assert box.isVisible()
        line.setText(before.stem)

    with dialog(RenameDossier, type_name):
        window.actions_by_name["rename"].trigger()
    assert len(said) == 1
    assert open_path(window) == before


def test_an_archived_dossier_leaves_the_list_and_opening_it_brings_it_back(window: MainWindow) -> None:
    path = open_path(window)
    window.actions_by_name["archive"].trigger()
    assert window.workspace is None
    assert listed(window) == []
    assert says(page(window), "est dans l’archive")
    window.actions_by_name["undo"].trigger()
    assert listed(window) == [path.name]
    keeping.archive(window, str(path))
    assert window.open_dossier(path)
    assert listed(window) == [path.name]


def test_a_dossier_in_the_bin_tells_its_copies_and_comes_back(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = open_path(window)
    asked = answers(monkeypatch, 0)
    window.actions_by_name["bin"].trigger()
    assert path.exists()
    assert "copie" in asked[0]
    answers(monkeypatch, 1)
    window.actions_by_name["bin"].trigger()
    assert not path.exists()
    assert listed(window) == []
    assert says(page(window), "à la corbeille")
    button(page(window), "Annuler").click()
    assert listed(window) == [path.name]
    close_dossier(open_dossier(path))
    assert window.just_done is None


def test_a_bin_that_refuses_leaves_the_open_dossier_open(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a share, or on a stick: there is no bin."""

    class NoBin(QFile):
        @override
        def moveToTrash(self) -> bool:  # type: ignore[override]
            return False

    said: list[str] = []
    monkeypatch.setattr("msp_desktop.ui.shell.recycle_bin.QFile", NoBin)
    monkeypatch.setattr("msp_desktop.ui.shell.messages.tell", lambda _parent, sentence: said.append(sentence))
    path = open_path(window)
    answers(monkeypatch, 1)
    window.actions_by_name["bin"].trigger()
    assert len(said) == 1
    assert open_path(window) == path


def test_the_copy_made_in_closing_the_dossier_is_told_too(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.workspace is not None
    asked = answers(monkeypatch, 1)
    window.workspace.store.changed_since_copy = True
    window.actions_by_name["bin"].trigger()
    assert "aucune copie" in asked[0]
    assert window.just_done is not None
    assert "aucune copie" not in window.just_done.sentence


def test_what_is_done_in_the_list_is_told_and_undone(window: MainWindow, tmp_path: Path) -> None:
    path = other(window, tmp_path)
    window.change_commune()
    before = listed(window)
    page(window).request_keep.emit("take_off", str(path))
    assert path.name not in listed(window)
    assert says(page(window), str(path))
    button(page(window), "Annuler").click()
    assert listed(window) == before
    assert path.exists()


def test_a_dossier_whose_file_is_gone_stays_in_the_list_since_that_day_and_is_found_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = other(window, tmp_path)
    away = tmp_path / "ailleurs" / "essai.msp100"
    away.parent.mkdir()
    path.rename(away)
    assert not window.open_dossier(path)
    assert path.name in listed(window)
    qtbot.waitUntil(lambda: bool(keeping.entry_of(window, str(path)).missing_since), timeout=10_000)
    assert keeping.entry_of(window, str(path)).missing_since == "2026-04-28"
    answers(monkeypatch, 0)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_given: (str(away), ""))
    page(window).request_find.emit(str(path))
    assert window.workspace is not None
    assert window.workspace.reader.one(Commune, 1).name == "Saint-Essai"
    assert listed(window)[0] == "essai.msp100"
    assert path.name not in listed(window)


def test_names_tell_a_copy_from_its_dossier() -> None:
    assert keeping.name_of(prefs.Recent("/a/gueret.msp100", "Guéret")) == "Guéret"
    assert keeping.name_of(prefs.Recent("/a/gueret (copie du 12 mai).msp100", "Guéret")) == "Guéret (copie du 12 mai)"
    assert keeping.name_of(prefs.Recent("/a/x.msp100")) == "x"
