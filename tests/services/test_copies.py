"""Copies are made when they are due, on this computer and in Documents; one place that refuses stops nothing."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from msp_desktop.db import copies
from msp_desktop.db.copies import all_copies, snapshot, verified
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.store import Store
from msp_desktop.errors import UserError
from msp_desktop.paths import backups_folder, backups_path
from msp_desktop.services.copies import EVERY, Making, due, folders, local_folder, make_now
from msp_desktop.services.dossiers import safe_copy
from tests.conftest import NOW


def test_a_copy_is_due_at_the_first_change_of_a_day_then_every_ten_minutes() -> None:
    assert due(None, NOW, changed=True)
    assert not due(None, NOW, changed=False)
    assert not due(NOW, NOW + EVERY / 2, changed=True)
    assert due(NOW, NOW + EVERY, changed=True)
    assert not due(NOW, NOW + EVERY, changed=False)
    midnight = NOW.replace(hour=23, minute=59)
    assert due(midnight, midnight + timedelta(minutes=2), changed=True)
    assert due(NOW, NOW - timedelta(minutes=1), changed=True), "a clock that went back"


def test_a_copy_lies_on_this_computer_and_in_documents(store: Store) -> None:
    made = make_now(snapshot(store.connection), "essai", NOW)
    assert [path.parent for path in made.paths] == [local_folder(), backups_folder()]
    assert all(verified(path) for path in made.paths)
    assert made.refused == ()


def test_documents_that_cannot_be_reached_prevent_no_copy(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mur").write_text("un fichier", encoding="utf-8")
    monkeypatch.setenv("SANTE100JOURS_DOCUMENTS", str(tmp_path / "mur"))
    made = make_now(snapshot(store.connection), "essai", NOW)
    assert [path.parent for path in made.paths] == [local_folder()]
    assert len(made.refused) == 1
    assert str(backups_path()) in made.refused[0]
    assert folders() == [local_folder(), backups_path()]


def test_documents_that_do_not_answer_hold_up_nothing_here(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, write = threading.Event(), copies.keep

    def hang(content: bytes, owner: str, folder: Path, *rest: Any) -> Path:
        if folder == backups_path():
            answer.wait(20)
            raise UserError("expiré")
        return write(content, owner, folder, *rest)

    monkeypatch.setattr("msp_desktop.services.copies.keep", hang)
    making = Making(snapshot(store.connection), "essai", NOW)
    making.start()
    assert making.here.wait(10)
    assert [path.parent for path in making.made.paths] == [local_folder()]
    assert making.daemon, "the program's end does not wait for it"
    answer.set()
    making.join(10)
    assert len(making.made.refused) == 1


def test_before_an_import_the_copy_here_is_enough_where_documents_do_not_answer(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, write = threading.Event(), copies.keep

    def hang(content: bytes, owner: str, folder: Path, *rest: Any) -> Path:
        if folder == backups_path():
            answer.wait(20)
        return write(content, owner, folder, *rest)

    monkeypatch.setattr("msp_desktop.services.copies.keep", hang)
    assert safe_copy(store, NOW, patience=0.0).parent == local_folder()
    answer.set()
    assert safe_copy(store, NOW).parent == local_folder(), "without a patience, both are waited for"
    assert len(all_copies(backups_path())) >= 1


def test_of_a_damaged_dossier_no_copy_is_made_and_it_is_said(store: Store) -> None:
    path = store.path
    close_dossier(store)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE commune SET name = 'Ailleurs'")
    damaged = open_dossier(path)
    made = make_now(snapshot(damaged.connection), "essai", NOW)
    close_dossier(damaged)
    assert made.paths == ()
    assert "abîmé" in made.refused[0]
    assert all_copies(local_folder()) == []
