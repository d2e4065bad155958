"""The file of words that no record holds yet, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.services import kept_words as service


def test_what_is_written_is_read_again_and_nothing_leaves_no_file(tmp_path: Path) -> None:
    file = tmp_path / "a" / "mots.json"
    kept = service.Kept("Action", 3, "notes", "Notes", "un\nmot", "avant")
    service.write(file, tmp_path / "a.msp100", [kept])
    assert service.read(file) == (kept,)
    service.write(file, tmp_path / "a.msp100", [])
    assert not file.exists()


def test_the_file_bears_the_number_of_its_dossier_and_stays_in_its_folder(tmp_path: Path) -> None:
    folder = service.file_for("", tmp_path / "Saint-Essai.msp100").parent
    for uid in ("../../etc/passwd", "a/b", "", "x" * 5000):
        assert service.file_for(uid, tmp_path / "Saint-Essai.msp100").parent == folder
    assert service.file_for("a-1", tmp_path / "x").name.startswith("a-1-")


def test_a_copy_beside_has_words_of_its_own_and_those_of_a_renamed_dossier_follow_it(tmp_path: Path) -> None:
    kept = service.Kept("Action", 3, "notes", "Notes", "un\nmot", "avant")
    dossier, beside, renamed = (tmp_path / f"{name}.msp100" for name in ("mairie", "mairie (copie)", "santé"))
    dossier.touch()
    beside.touch()
    service.write(service.file_for("a-1", dossier), dossier, [kept])
    assert service.read(service.file_for("a-1", beside)) == ()
    dossier.rename(renamed)
    assert service.read(service.file_for("a-1", renamed)) == (kept,)


def test_a_place_that_cannot_be_asked_is_not_gone(tmp_path: Path) -> None:
    kept = service.Kept("Action", 3, "notes", "Notes", "un")
    strange = tmp_path / ("x" * 5000) / "mairie.msp100"
    service.write(service.file_for("a-1", strange), strange, [kept])
    assert service.file_for("a-1", tmp_path / "autre.msp100").name.startswith("a-1-")


def test_without_a_folder_on_this_computer_nothing_is_read_and_writing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fichier").touch()
    monkeypatch.setenv("SANTE100JOURS_DATA", str(tmp_path / "fichier"))
    file = service.file_for("a-1", tmp_path / "mairie.msp100")
    assert service.read(file) == ()
    with pytest.raises(OSError, match=r"."):
        service.write(file, tmp_path / "mairie.msp100", [service.Kept("Action", 3, "notes", "Notes", "un")])
