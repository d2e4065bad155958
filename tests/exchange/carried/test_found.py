"""The files of what is given: in one order, none of them twice, nothing of ours or of the system's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.exchange.carried.found import Item, items


def names(*sources: Path, but: tuple[Path, ...] = ()) -> list[str]:
    return [item.name for item in items(sources, but)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reçus"
    for name in ("b.pdf", "A.pdf", "mai/c.pdf", ".git/d.pdf", "~$e.docx", "Thumbs.db", "f.db", "f.db-wal", "f.db-shm"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    return folder


def test_folders_are_read_to_the_bottom_in_the_order_of_names(folder: Path) -> None:
    within = ["reçus › A.pdf", "reçus › b.pdf", "reçus › mai › c.pdf"]
    assert names(folder, but=(folder / "f.db",)) == within
    assert names(folder / "b.pdf", folder / "f.db", but=(folder / "f.db",)) == ["b.pdf"]
    assert list(items([folder / "b.pdf"])) == [Item(str(folder / "b.pdf"), "b.pdf", 5)]
    assert names(folder) == [
        "reçus › A.pdf",
        "reçus › b.pdf",
        "reçus › f.db",
        "reçus › f.db-shm",
        "reçus › f.db-wal",
        within[2],
    ]


def test_what_is_not_there_is_told_and_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "vide" / "rien").mkdir(parents=True)
    assert [(item.name, item.why) for item in items([tmp_path / "non.pdf", tmp_path / "vide"])] == [
        ("non.pdf", None),  # whoever opens it says so
        ("vide", Why.EMPTY),
    ]


@pytest.mark.posix("links")
def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "mai" / "boucle").symlink_to(folder)
    (folder / "z").symlink_to(folder / "b.pdf")
    (folder / "nulle part").symlink_to(folder / "absent")
    (folder / "m").symlink_to(folder / "m")
    assert [name for name in names(folder) if "boucle" in name] == []
    assert names(folder)[-2:] == ["reçus › nulle part", "reçus › z"]
    assert "reçus › m" in names(folder)  # whoever opens it says that it leads nowhere


@pytest.mark.posix("permissions, names of any bytes")
def test_a_name_no_screen_shows_still_leads_to_its_file(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xe9t\xe9\n.pdf")
    with open(path, "wb") as target:
        target.write(b"1")
    (item,) = items([tmp_path])
    assert item.name.endswith("t .pdf")
    assert os.fsencode(item.path) == path
    assert item.size == 1


def test_a_folder_of_folders_ends(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    (deep / "a.pdf").touch()
    (tmp_path / "e.pdf").touch()
    too_deep, beside = items([tmp_path])
    assert (too_deep.name.count("› d"), too_deep.why) == (33, Why.NESTED)
    assert (beside.name, beside.why) == (f"{tmp_path.name} › e.pdf", None)
