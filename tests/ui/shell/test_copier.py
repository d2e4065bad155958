"""Copies are made while somebody works, and hold up neither the work nor its end."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from msp_desktop.db import copies
from msp_desktop.db.copies import all_copies, copy_of, verified
from msp_desktop.db.store import LARGE, Store
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.paths import backups_path
from msp_desktop.services.copies import EVERY, local_folder
from msp_desktop.services.people import delete_people
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.copier import Copier
from tests.conftest import NOW
from tests.dead_share import dead_share


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def copier(qtbot: QtBot, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Copier:
    monkeypatch.setattr("msp_desktop.ui.shell.copier._AFTER", 5)
    made = Copier(clock)
    made.watch(store)
    return made


def add(store: Store, count: int = 1) -> list[int]:
    with store.write("Ajouter") as tx:
        return [tx.insert(Person(last_name=f"Nom {number}")).id for number in range(count)]


def here() -> list[Path]:
    return sorted(copy.path for copy in all_copies(local_folder()))


def test_the_first_change_is_copied_then_those_of_ten_minutes_together(
    qtbot: QtBot, store: Store, copier: Copier, clock: Clock
) -> None:
    add(store)
    qtbot.waitUntil(lambda: len(here()) == 1)
    add(store)
    qtbot.wait(60)
    copier.wait()
    assert len(here()) == 1
    clock.now += EVERY + timedelta(seconds=1)
    add(store)
    copier._copy_if_due()
    copier.wait()
    assert len(here()) == 2
    assert all(verified(path) for path in here())


def test_the_end_makes_a_copy_only_of_what_changed(store: Store, copier: Copier) -> None:
    copier.leave()
    copier.wait()
    assert here() == []
    copier.watch(store)
    add(store)
    copier.leave()
    assert copier.wait() == ""
    assert len(here()) == 1


def test_before_a_large_step_what_was_is_copied(store: Store, copier: Copier) -> None:
    ids = add(store, LARGE)
    delete_people(store, ids)
    copier.wait()
    assert len(here()) == 1
    copied = copies.read_copy(here()[0])
    assert copied.memory is not None
    assert copied.memory.execute("SELECT count(*) FROM person").fetchone()[0] == LARGE
    copied.memory.close()


def test_documents_that_cannot_be_reached_are_said_once(
    qtbot: QtBot, store: Store, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mur").write_text("un fichier", encoding="utf-8")
    monkeypatch.setenv("SANTE100JOURS_DOCUMENTS", str(tmp_path / "mur"))
    said: list[str] = []
    copier = Copier(clock)
    copier.said.connect(said.append)
    copier.watch(store)
    boxes = []
    for _time in range(3):
        add(store)
        copier.copy()
        boxes.append(copier.wait())
    assert len(here()) == 3
    assert len(said) == 1
    assert str(backups_path()) in said[0]
    assert boxes == [*said, "", ""]


def test_documents_that_do_not_answer_hold_up_neither_work_nor_end(
    store: Store, copier: Copier, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, write = threading.Event(), copies.keep

    def hang(content: bytes, owner: str, folder: Path, *rest: Any) -> Path:
        if folder == backups_path():
            answer.wait(20)
            raise UserError("expiré")
        return write(content, owner, folder, *rest)

    monkeypatch.setattr("msp_desktop.services.copies.keep", hang)
    monkeypatch.setattr("msp_desktop.ui.shell.copier._WAIT_ALL", 0.05)
    add(store)
    started = time.monotonic()
    copier.leave()
    assert f"« {backups_path()} » ne répond pas" in copier.wait()
    assert time.monotonic() - started < 15
    assert len(here()) == 1
    answer.set()


def test_a_day_of_silence_holds_up_the_end_no_longer_than_one_copy(
    store: Store, copier: Copier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msp_desktop.ui.shell.copier._WAIT_ALL", 0.5)
    with dead_share(backups_path()) as share:
        for _time in range(12):
            add(store)
            copier.copy()
            copier._running[-1].here.wait(20)
        started = time.monotonic()
        assert str(backups_path()) in copier.wait()
        assert time.monotonic() - started < 3
        assert share.frozen == []
        share.answers.set()
        for making in list(copier._running):
            making.join(20)


def test_copies_that_waited_together_for_documents_are_there_once_and_in_their_order(
    store: Store, copier: Copier, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store)
    copier.copy()
    copier.wait()
    monkeypatch.setattr("msp_desktop.ui.shell.copier._WAIT_ALL", 0.05)
    with dead_share(backups_path()) as share:
        for _time in range(4):
            clock.now += EVERY
            add(store)
            copier.copy()
            copier._running[-1].here.wait(20)
        copier.wait()
        share.answers.set()
        for making in list(copier._running):
            making.join(20)
    there = sorted(all_copies(backups_path()), key=lambda copy: copy.number)
    assert [copy.digest for copy in there] == [copy_of(path).digest for path in here()]  # type: ignore[union-attr]
    assert [copy.number for copy in there] == [1, 2, 3, 4, 5]


def test_closing_while_documents_cannot_be_reached_is_said_in_a_box_once_a_day_and_the_copies_go_there_later(
    window: MainWindow, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    path = window.workspace.store.path
    add(window.workspace.store)
    window.close()
    assert said == []
    top = backups_path().parent
    top.rename(tmp_path / "ailleurs")
    top.write_text("un fichier à la place du dossier", encoding="utf-8")
    for _time in range(2):
        again = MainWindow(window.clock, window.preferences)
        qtbot.addWidget(again)
        again.open_dossier(path)
        assert again.workspace is not None
        add(again.workspace.store)
        again.close()
    assert len(said) == 1
    assert "sur cet ordinateur" in said[0]
    assert len(here()) == 3

    top.unlink()
    (tmp_path / "ailleurs").rename(top)
    assert len(all_copies(backups_path())) == 1
    again = MainWindow(window.clock, window.preferences)
    qtbot.addWidget(again)
    again.open_dossier(path)
    again.show()
    qtbot.waitUntil(lambda: len(all_copies(backups_path())) == 3)
    assert all(verified(copy.path) for copy in all_copies(backups_path()))
    qtbot.waitUntil(lambda: any("répond à nouveau" in label.text() for label in again.findChildren(QLabel)))
    again.close()


def test_where_no_copy_can_be_written_at_all_the_end_says_so(
    store: Store, copier: Copier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> Path:
        raise UserError("Le disque est plein.")

    monkeypatch.setattr("msp_desktop.services.copies.keep", full)
    add(store)
    copier.leave()
    assert "plein" in copier.wait()


def test_closing_the_window_leaves_a_copy_and_the_word_of_what_failed(
    window: MainWindow, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.workspace is not None
    add(window.workspace.store)
    window.close()
    assert len(here()) == 1
    assert said == []
