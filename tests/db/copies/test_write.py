"""A copy is taken at one moment, checked before and after it is written, and never there by half."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.copies import back_up, checked_content, copies_in, problems, snapshot, verified, write_copy
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from tests.conftest import NOW


def test_a_damaged_dossier_makes_no_copy_and_loses_none(store: Store, tmp_path: Path) -> None:
    folder, path = tmp_path / "copies", store.path
    whole = back_up(store.connection, folder, "essai", NOW)
    close_dossier(store)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE action SET title = 'Autre' WHERE id = 3")
    damaged = open_dossier(path)
    for _time in range(31):
        with pytest.raises(UserError, match="abîmé"):
            back_up(damaged.connection, folder, "essai", NOW)
    close_dossier(damaged)
    assert [copy.path for copy in copies_in(folder, "essai")] == [whole]
    assert verified(whole)


def test_a_copy_that_the_disk_spoils_never_bears_its_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", lambda path: read(path)[:-1])
        with pytest.raises(UserError, match="relu"):
            write_copy(store.connection, tmp_path / "c" / "copie.msp100")
    assert list((tmp_path / "c").iterdir()) == []


def test_a_snapshot_holds_its_moment(store: Store) -> None:
    with closing(snapshot(store.connection)) as memory:
        with store.write("Ajouter") as tx:
            tx.insert(Person(last_name="Après"))
        assert memory.execute("SELECT count(*) FROM person").fetchone()[0] == 0
        assert problems(memory) == []


def test_a_dossier_that_keeps_a_log_makes_a_copy_that_keeps_none(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "log.msp100"
    write_copy(store.connection, path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        content = checked_content(snapshot(raw))
    (tmp_path / "copie.msp100").write_bytes(content)
    assert verified(tmp_path / "copie.msp100")
    assert sorted(entry.name for entry in tmp_path.glob("copie*")) == ["copie.msp100"]
