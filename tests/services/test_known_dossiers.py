"""The dossiers of this computer: those no list names, other names for their files."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.errors import UserError
from msp_desktop.paths import dossiers_folder
from msp_desktop.services import kept_words
from msp_desktop.services.dossiers import safe_copy
from msp_desktop.services.kept_words import Kept
from msp_desktop.services.known_dossiers import LONGEST, copies_of, fit_name, moved, parts_to_bin, renamed, unlisted
from tests.conftest import NOW
from tests.dossiers import open_new


def closed(folder: Path) -> Path:
    store = open_new(folder)
    close_dossier(store)
    return store.path


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Essai  pour\nle conseil", "Essai pour le conseil"),
        ("gueret.msp100", "gueret"),
        ("L’Haÿ (copie du 12 mai)", "L’Haÿ (copie du 12 mai)"),
        ("Fe\u0301vrier", "Février"),
    ],
)
def test_words_become_a_name_of_a_file(typed: str, name: str) -> None:
    assert fit_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "a/b",
        "a\\b",
        "a:b",
        "con",
        "LPT1",
        "com1.x",
        "COM¹",
        "conout$",
        "nul .txt",
        ".caché",
        "fin.",
        "a\x00b",
        "x" * 121,
        "é" * 61,
        "?",
        "\u202e",
    ],
)
def test_what_no_file_may_be_called_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(UserError):
        fit_name(typed)
    assert len(fit_name("x" * LONGEST)) == LONGEST


def test_a_dossier_renamed_opens_and_its_copies_are_still_its_own(tmp_path: Path) -> None:
    store = open_new(tmp_path)
    safe_copy(store, NOW)
    safe_copy(store, NOW + timedelta(days=1))
    close_dossier(store)
    assert copies_of(store.path) == 2
    target = renamed(store.path, "Le projet du bourg")
    assert target == tmp_path / "Le projet du bourg.msp100"
    assert not store.path.exists()
    close_dossier(open_dossier(target))
    assert copies_of(target) == 2
    assert renamed(target, "Le projet du bourg") == target
    assert renamed(target, "le projet du bourg").name == "le projet du bourg.msp100"


@pytest.mark.parametrize("name", ["deux  espaces", "Fe\u0301vrier", "x" * 130, ".caché"])
def test_a_file_has_its_very_name_again_even_one_that_we_would_not_give(tmp_path: Path, name: str) -> None:
    before = closed(tmp_path)
    before = before.rename(before.with_name(f"{name}.msp100"))
    assert moved(renamed(before, "Mairie"), before) == before
    assert [one.name for one in tmp_path.glob("*.msp100")] == [before.name]


def test_a_name_that_is_taken_and_a_dossier_in_use_stay_as_they_are(tmp_path: Path) -> None:
    path = closed(tmp_path)
    (tmp_path / "autre.msp100").write_bytes(b"autre")
    with pytest.raises(UserError, match="autre"):
        renamed(path, "autre")
    assert (tmp_path / "autre.msp100").read_bytes() == b"autre"
    store = open_dossier(path)
    try:
        for act in (lambda: renamed(path, "neuf"), lambda: parts_to_bin(path)):
            with pytest.raises(UserError):
                act()
    finally:
        close_dossier(store)
    assert [one.name for one in sorted(tmp_path.glob("*.msp100"))] == ["autre.msp100", "saint-essai.msp100"]


def test_a_damaged_dossier_goes_with_what_lies_beside_it(tmp_path: Path) -> None:
    path = closed(tmp_path)
    assert parts_to_bin(path) == (path,)
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)
    (tmp_path / f"{path.name}-journal").write_bytes(b"")
    assert parts_to_bin(path)[0] == path


def test_the_words_begun_in_a_dossier_go_to_the_bin_with_it_and_no_others(tmp_path: Path) -> None:
    path = closed(tmp_path)
    kept = Kept("Meeting", 1, "title", "Titre", "Rappeler Mme Roche")
    own, other = (kept_words.file_for(uid, place) for uid, place in (("a", path), ("b", tmp_path / "autre.msp100")))
    kept_words.write(own, path, [kept])
    kept_words.write(other, tmp_path / "autre.msp100", [kept])
    assert parts_to_bin(path) == (path, own)


def test_the_dossiers_no_list_names_are_found(tmp_path: Path) -> None:
    first, second = (dossiers_folder() / name for name in ("a.msp100", "b.msp100"))
    first.write_bytes(b"")
    second.write_bytes(b"")
    (dossiers_folder() / "c.txt").write_bytes(b"")
    assert unlisted([str(first)]) == (second,)
    assert unlisted([]) == (first, second)
