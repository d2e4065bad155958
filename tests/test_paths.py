"""Where things lie, installed or on a stick."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.paths import (
    PORTABLE_MARKER,
    data_folder,
    documents_folder,
    dossiers_folder,
    make_folder,
    path_to_remember,
    portable_folder,
    remembered_path,
)
from msp_desktop.services import preferences as prefs


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's folder on a stick, marked, and no variable that moves the data."""
    monkeypatch.delenv("SANTE100JOURS_DATA")
    monkeypatch.delenv("SANTE100JOURS_DOCUMENTS")
    folder = tmp_path / "Clé USB"
    folder.mkdir()
    (folder / PORTABLE_MARKER).write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "executable", str(folder / "Sante100jours.exe"))
    return folder


def test_a_portable_zip_unpacked_over_an_installed_program_does_not_take_its_data_elsewhere(stick: Path) -> None:
    (stick / "installation.ini").write_text("[installation]", encoding="utf-8")
    assert portable_folder() is None


def test_a_portable_program_keeps_everything_beside_it(stick: Path) -> None:
    assert portable_folder() == stick
    assert data_folder() == stick / "Données"
    assert dossiers_folder() == stick / "Données" / "Dossiers"
    assert documents_folder() == stick / "Documents"
    assert prefs.preferences_path().is_relative_to(stick)


def test_without_its_marker_it_is_an_installed_program(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / PORTABLE_MARKER).unlink()
    monkeypatch.setenv("XDG_DATA_HOME", str(stick.parent / "share"))
    assert portable_folder() is None
    assert not data_folder().is_relative_to(stick)
    assert path_to_remember("/ailleurs/a.msp100") == "/ailleurs/a.msp100"
    assert remembered_path("/ailleurs/a.msp100") == "/ailleurs/a.msp100"


def test_the_variables_of_tests_win_over_the_marker(
    stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SANTE100JOURS_DATA", str(tmp_path / "ici"))
    assert data_folder() == tmp_path / "ici"


def test_known_dossiers_follow_the_stick_to_another_letter(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = dossiers_folder() / "saint-essai.msp100"
    elsewhere = stick.parent / "autre.msp100"
    known = prefs.Preferences().with_recent(prefs.Recent(str(elsewhere))).with_recent(prefs.Recent(str(inside)))
    prefs.save(known)

    moved = stick.rename(stick.parent / "Clé de la mairie")
    monkeypatch.setattr(sys, "executable", str(moved / "Sante100jours.exe"))
    read, damaged = prefs.load()
    assert damaged is None
    assert [entry.path for entry in read.recent] == [
        str(moved / "Données" / "Dossiers" / "saint-essai.msp100"),
        str(elsewhere),
    ]


@pytest.mark.posix("permissions of its own")
def test_a_folder_of_ours_and_those_above_it_are_its_owner_s_alone(tmp_path: Path) -> None:
    made = make_folder(tmp_path / "un" / "deux")
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (made, made.parent)] == [0o700, 0o700]
    assert make_folder(made) == made
    (made / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        make_folder(made / "file")


@pytest.mark.parametrize("below", ["", "un/deux"])
def test_a_file_in_a_folder_s_place_is_told_as_such(tmp_path: Path, below: str) -> None:
    wall = tmp_path / "mur"
    wall.write_text("un fichier", encoding="utf-8")
    with pytest.raises(UserError, match="à la place d’un dossier"), explained():
        make_folder(wall / below)


def test_the_folder_of_dossiers_that_is_away_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wall = tmp_path / "mur"
    wall.write_text("un fichier", encoding="utf-8")
    monkeypatch.setenv("SANTE100JOURS_DATA", str(wall / "ici"))
    with pytest.raises(UserError, match="mur"):
        dossiers_folder()
