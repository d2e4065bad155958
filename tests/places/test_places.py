"""A path is judged where it really leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.places import kind_of


@pytest.fixture(autouse=True)
def _a_disk_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.posix("symbolic links that anybody may make")
def test_a_link_is_followed_to_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "OneDrive - Mairie").mkdir()
    (tmp_path / "Documents").symlink_to(tmp_path / "OneDrive - Mairie", target_is_directory=True)
    found = kind_of(tmp_path / "Documents" / "x.msp100")
    assert found is not None
    assert found.service == "OneDrive"


def test_documents_kept_by_onedrive_under_their_own_name_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    assert kind_of(documents) is None
    monkeypatch.setenv("OneDrive", str(tmp_path))
    found = kind_of(documents)
    assert found is not None
    assert found.words == "dans OneDrive"


def test_a_folder_that_is_not_there_yet_is_judged_too(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "pas" / "encore" / "x.msp100") is None
    assert kind_of(tmp_path / "Dropbox" / "pas" / "encore") is not None


def test_a_way_that_only_passes_through_one_is_not_in_it(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "Dropbox" / ".." / "Documents" / "x.msp100") is None
