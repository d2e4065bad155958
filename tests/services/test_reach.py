"""A folder of documents that refuses or does not answer has its place on this computer, from which all comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from msp_desktop.files import write_whole
from msp_desktop.paths import data_path, documents_path
from msp_desktop.services import reach as reaching
from msp_desktop.services.reach import bring_back, can_be_written, reach, waiting_folder
from tests.disk import no_file_beyond


def test_a_folder_that_can_be_written_is_made_and_nothing_of_the_trial_stays(tmp_path: Path) -> None:
    found = reach(documents_path() / "gueret")
    assert (found.folder, found.sentence) == (documents_path() / "gueret", "")
    assert list(found.folder.iterdir()) == []


@pytest.mark.posix("/proc")
def test_a_file_in_its_place_or_a_system_that_refuses_is_told_with_both_folders(tmp_path: Path) -> None:
    documents_path().write_text("un fichier", encoding="utf-8")
    for folder in (documents_path() / "gueret", Path("/proc/nulle-part/gueret")):
        found = reach(folder)
        assert found.folder == data_path() / "Documents" / "gueret"
        assert str(folder) in found.sentence
        assert str(found.folder) in found.sentence


@pytest.mark.posix("a limit on the size of files")
def test_a_full_disk_is_found_out_before_a_document_is_made(tmp_path: Path) -> None:
    with no_file_beyond(50_000):
        assert not can_be_written(tmp_path / "plein")
    assert list((tmp_path / "plein").iterdir()) == []


def test_what_waited_comes_back_and_what_is_there_stays(tmp_path: Path) -> None:
    folder = documents_path() / "gueret"
    here = waiting_folder(folder)
    here.mkdir(parents=True)
    folder.mkdir(parents=True)
    for where, words in ((here, "neuf"), (folder, "vieux")):
        (where / "a.pdf").write_text(words, encoding="utf-8")
    (here / "b.pdf").write_text("b", encoding="utf-8")
    assert bring_back(folder) == ((here / "a.pdf", folder / "a_2.pdf"), (here / "b.pdf", folder / "b.pdf"))
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == {
        "a.pdf": "vieux", "a_2.pdf": "neuf", "b.pdf": "b",
    }  # fmt: skip
    assert not here.exists()
    assert bring_back(folder) == ()


def test_what_was_written_before_a_kill_is_not_there_twice(tmp_path: Path) -> None:
    folder = documents_path() / "gueret"
    here = waiting_folder(folder)
    for where in (here, folder):
        where.mkdir(parents=True)
        (where / "a.pdf").write_text("a", encoding="utf-8")
    assert bring_back(folder) == ((here / "a.pdf", folder / "a.pdf"),)
    assert [path.name for path in folder.iterdir()] == ["a.pdf"]


def test_what_is_refused_on_the_way_back_goes_on_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = documents_path() / "gueret"
    here = waiting_folder(folder)
    here.mkdir(parents=True)
    (here / "a.pdf").write_text("a", encoding="utf-8")

    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reaching, "write_whole", full)
    assert bring_back(folder) == ()
    assert (here / "a.pdf").read_text(encoding="utf-8") == "a"


def test_one_that_is_refused_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = documents_path() / "gueret"
    here = waiting_folder(folder)
    for where in (here, folder):
        where.mkdir(parents=True)
    for name in ("a.pdf", "b.pdf"):
        (here / name).write_text(name, encoding="utf-8")

    def but_one(path: Path, *given: Any, **named: Any) -> None:
        if path.name == "a.pdf":
            raise OSError(36, "File name too long")
        write_whole(path, *given, **named)

    monkeypatch.setattr(reaching, "write_whole", but_one)
    assert bring_back(folder) == ((here / "b.pdf", folder / "b.pdf"),)
    assert (here / "a.pdf").read_text(encoding="utf-8") == "a.pdf"


def test_a_server_that_answers_once_nobody_waits_any_more_takes_nothing_back() -> None:
    folder = documents_path() / "gueret"
    here = waiting_folder(folder)
    here.mkdir(parents=True)
    (here / "a.pdf").write_text("sous presse", encoding="utf-8")
    assert reach(folder, lambda: True).moved == ()
    assert (here / "a.pdf").exists()
