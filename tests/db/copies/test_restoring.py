"""A dossier is only ever replaced by a whole copy, and what was there is kept."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.copies import Restored, back_up, restore, verified
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from tests.conftest import NOW
from tests.db.copies.test_proof import older

SECTOR = 512


@pytest.fixture
def copy(store: Store, tmp_path: Path) -> Path:
    """A copy made before « Après » was added; the dossier is closed since."""
    path = back_up(store.connection, tmp_path / "copies", "essai", NOW)
    with store.write("Ajouter") as tx:
        tx.insert(Person(last_name="Après"))
    close_dossier(store)
    return path


def names(path: Path) -> list[str]:
    store = open_dossier(path)
    found = [person.last_name for person in store.reader.all(Person)]
    close_dossier(store)
    return found


def spoil(path: Path) -> bytes:
    """Damage a dossier so that SQLite tells, and return what is then in it."""
    content = bytearray(path.read_bytes())
    for page in range(2, 6):
        content[page * 4096 : page * 4096 + SECTOR] = bytes(SECTOR)
    path.write_bytes(content)
    return bytes(content)


def test_what_is_replaced_is_a_numbered_copy(store: Store, copy: Path) -> None:
    done = restore(copy, store.path, NOW)
    assert names(store.path) == []
    assert done.kept is not None
    assert not done.was_damaged
    assert done.kept.name.startswith("saint-essai_remplace_0001_2026-04-28_14h32")
    assert names(done.kept) == ["Après"]


def test_where_what_is_replaced_cannot_be_kept_nothing_is_done(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "plein")

    with monkeypatch.context() as patched:
        patched.setattr("msp_desktop.db.copies.write.draft_of", full)
        with pytest.raises(UserError, match="plein"):
            restore(copy, store.path, NOW)
    assert names(store.path) == ["Après"]
    assert not list(store.path.parent.glob("*abime*"))


def test_a_damaged_dossier_is_set_aside_as_it_is(store: Store, copy: Path) -> None:
    damaged = spoil(store.path)
    done = restore(copy, store.path, NOW)
    assert done.was_damaged
    assert done.kept is not None
    assert done.kept.name == "saint-essai_abime.msp100"
    assert done.kept.read_bytes() == damaged
    assert names(store.path) == []


def test_a_damaged_dossier_keeps_its_name_where_the_new_one_cannot_be_written(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = spoil(store.path)
    journal = store.path.with_name(store.path.name + "-journal")
    journal.write_bytes(bytes(600))

    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "plein")

    with monkeypatch.context() as patched:
        patched.setattr("msp_desktop.db.copies.write.draft_of", full)
        with pytest.raises(UserError, match="plein"):
            restore(copy, store.path, NOW)
    assert store.path.read_bytes() == damaged
    assert journal.exists()
    assert not list(store.path.parent.glob("*abime*"))


def test_a_dossier_open_elsewhere_is_left_alone(store: Store, copy: Path) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="ouvert"):
            restore(copy, store.path, NOW)
        other.execute("ROLLBACK")
    assert names(store.path) == ["Après"]


def test_a_dossier_that_cannot_be_read_now_is_left_alone(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, **_named: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise error

    with monkeypatch.context() as patched:
        patched.setattr("msp_desktop.db.copies.restoring.connect", refuse)
        with pytest.raises(UserError):
            restore(copy, store.path, NOW)
    assert names(store.path) == ["Après"]
    assert not list(store.path.parent.glob("*abime*"))


@pytest.mark.parametrize(
    "way",
    [
        "same",
        pytest.param("symlink", marks=pytest.mark.posix("symbolic links that anybody may make")),
        "hardlink",
        "spelling",
    ],
)
def test_a_copy_is_not_put_back_onto_itself(copy: Path, way: str) -> None:
    target = copy.with_name("autre.msp100")
    if way == "same":
        target = copy
    elif way == "symlink":
        target.symlink_to(copy)
    elif way == "hardlink":
        os.link(copy, target)
    else:
        target = copy.parent / ".." / copy.parent.name / copy.name
    with pytest.raises(UserError, match="elle-même"):
        restore(copy, target, NOW)
    assert verified(copy)


def test_a_folder_is_never_replaced(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Dossier"
    folder.mkdir()
    with pytest.raises(UserError, match="Dossier"):
        restore(copy, folder, NOW)
    assert folder.is_dir()


def test_another_program_s_file_is_never_replaced(copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "compta.msp100"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE ligne (x)")
    before = other.read_bytes()
    with pytest.raises(UserError, match="compta"):
        restore(copy, other, NOW)
    assert other.read_bytes() == before


def test_a_missing_folder_is_made_and_one_that_cannot_be_is_a_sentence(copy: Path, tmp_path: Path) -> None:
    assert restore(copy, tmp_path / "a" / "b" / "x.msp100", NOW) == Restored()
    assert names(tmp_path / "a" / "b" / "x.msp100") == []
    (tmp_path / "mur").write_text("un fichier", encoding="utf-8")
    with pytest.raises(UserError):
        restore(copy, tmp_path / "mur" / "x.msp100", NOW)


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("there", ["dossier", "damaged", "empty", "nothing"])
def test_what_lies_beside_the_old_one_is_not_played_into_the_new(
    store: Store, copy: Path, ending: str, there: str
) -> None:
    path = store.path
    if there == "damaged":
        spoil(path)
    elif there == "empty":
        path.write_bytes(b"")
    elif there == "nothing":
        path.unlink()
    path.with_name(path.name + ending).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    restore(copy, path, NOW)
    assert names(path) == []
    assert not path.with_name(path.name + ending).exists()


def test_a_copy_of_an_older_revision_is_put_back_then_brought_up_to_date(store: Store, copy: Path) -> None:
    restore(older(copy.with_name("ancienne.msp100")), store.path, NOW)
    store = open_dossier(store.path)
    assert store.connection.execute("PRAGMA user_version").fetchone()[0] > 1
    close_dossier(store)


@pytest.mark.posix("permissions of its own")
def test_a_copy_on_a_protected_medium_is_put_back(copy: Path, tmp_path: Path) -> None:
    copy.chmod(0o400)
    copy.parent.chmod(0o500)
    try:
        restore(copy, tmp_path / "x.msp100", NOW)
    finally:
        copy.parent.chmod(0o700)
    assert names(tmp_path / "x.msp100") == []
