"""A dossier in a synchronised folder is spoken of by whatever door it comes, once, and never in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.commune import Commune
from msp_desktop.paths import dossiers_folder
from msp_desktop.services import preferences as prefs
from msp_desktop.services.preferences import Recent
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import actions
from msp_desktop.ui.shell.arrivals import arrive
from msp_desktop.ui.shell.place_band import PlaceBand
from msp_desktop.ui.shell.start_page import StartPage
from msp_desktop.ui.start import make_window
from tests.conftest import NOW
from tests.dossiers import open_sample
from tests.ui.find import button

SENTENCE = (
    "Ce dossier se trouve dans OneDrive\u00a0: les noms qu’il contient partent sur d’autres ordinateurs, et il peut s’abîmer "
    "si deux d’entre eux l’ouvrent à la fois."
)


@pytest.fixture
def kept_elsewhere(tmp_path: Path) -> Path:
    """The sample in a folder of OneDrive."""
    store = open_sample(tmp_path / "OneDrive - Mairie de Saint-Exemple")
    close_dossier(store)
    return Path(store.path)


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[[Path | None], MainWindow]]:
    """What opens a window as a start of the program does."""
    windows: list[MainWindow] = []

    def open_it(path: Path | None) -> MainWindow:
        window = make_window(path, NOW)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_it
    for window in windows:
        window.close_dossier()


def band(window: MainWindow) -> PlaceBand:
    return window.findChild(PlaceBand)


def said(window: MainWindow, qtbot: QtBot) -> str:
    """Wait for the band and return its words."""
    qtbot.waitUntil(lambda: band(window).isVisible(), timeout=5000)
    return band(window).findChild(QtWidgets.QLabel).text()


def by_double_click(window: MainWindow, path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    arrive(window, str(path))


def by_recent_list(window: MainWindow, path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    window.preferences = window.preferences.with_recent(Recent(str(path), "Saint-Exemple"))
    window.show_start()
    window.findChild(StartPage).request_open.emit(str(path))


def by_chooser(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QtWidgets.QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    actions.browse(window)


def by_link(window: MainWindow, path: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    link = path.parents[1] / "Documents"
    link.symlink_to(path.parent, target_is_directory=True)
    assert window.open_dossier(link / path.name)


@pytest.mark.parametrize(
    "door",
    [
        by_double_click,
        by_recent_list,
        by_chooser,
        pytest.param(by_link, marks=pytest.mark.posix("symbolic links that anybody may make")),
    ],
)
def test_whatever_door_it_comes_by(
    door: Callable[..., None],
    opened: Callable[[Path | None], MainWindow],
    kept_elsewhere: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = opened(None)
    door(window, kept_elsewhere, monkeypatch)
    assert window.workspace is not None, "it is open all the same"
    assert said(window, qtbot) == SENTENCE


def test_a_double_click_at_the_very_first_start_says_so_too(
    opened: Callable[[Path | None], MainWindow], kept_elsewhere: Path, qtbot: QtBot
) -> None:
    assert said(opened(kept_elsewhere), qtbot) == SENTENCE


def test_it_is_asked_once_and_a_mark_stays(
    opened: Callable[[Path | None], MainWindow], kept_elsewhere: Path, qtbot: QtBot
) -> None:
    window = opened(kept_elsewhere)
    said(window, qtbot)
    button(band(window), "Continuer ici").click()
    assert not band(window).isVisible()
    mark = window.findChild(QtWidgets.QLabel, "place_mark")
    assert mark.isVisible()
    assert mark.text().startswith("Dossier dans OneDrive")
    window.change_commune()
    assert not mark.isVisible()
    again = opened(kept_elsewhere)
    mark = again.findChild(QtWidgets.QLabel, "place_mark")
    qtbot.waitUntil(mark.isVisible, timeout=5000)
    assert not band(again).isVisible()
    assert prefs.load()[0].stays == (str(kept_elsewhere),)


def test_it_is_brought_home_and_the_first_one_stays(
    opened: Callable[[Path | None], MainWindow], kept_elsewhere: Path, qtbot: QtBot
) -> None:
    window = opened(kept_elsewhere)
    said(window, qtbot)
    button(band(window), "Copier sur ce PC").click()
    assert window.workspace is not None
    assert window.workspace.store.path == dossiers_folder() / kept_elsewhere.name
    assert window.workspace.reader.one(Commune, 1).name == "Saint-Exemple"
    assert kept_elsewhere.is_file()
    qtbot.wait(300)
    assert not band(window).isVisible()


def test_a_computer_whose_own_folder_is_synchronised_offers_no_copy_there(
    opened: Callable[[Path | None], MainWindow], kept_elsewhere: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANTE100JOURS_DATA", str(kept_elsewhere.parent / "donnees"))
    window = opened(kept_elsewhere)
    said(window, qtbot)
    assert not button(band(window), "Copier sur ce PC").isVisible()
    assert button(band(window), "Continuer ici").isVisible()


def test_a_dossier_of_this_computer_is_left_in_peace(
    opened: Callable[[Path | None], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    store = open_sample(tmp_path / "Boxer")
    close_dossier(store)
    window = opened(Path(store.path))
    qtbot.wait(500)
    assert not band(window).isVisible()
