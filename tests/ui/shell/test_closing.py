"""A disk that is full: where the words are, what the corner and Ctrl+S say, and each way out of the closing question."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.actions import Action
from msp_desktop.i18n import _
from msp_desktop.services.dossiers import open_existing
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import actions
from tests.conftest import NOW
from tests.ui.find import named, says

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "mot " * 60_000


class Answers:
    """What questions are answered with, in their order, and what they asked."""

    def __init__(self, *given: str) -> None:
        self.given, self.asked = list(given), list[str]()

    def __call__(self, _parent: object, sentence: str, *answers: str, **_more: int) -> int:
        self.asked.append(sentence)
        return answers.index(self.given.pop(0)) if self.given else 0


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    made = Answers()
    monkeypatch.setattr("msp_desktop.ui.shell.messages.choose", made)
    return made


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_args: (str(path), ""))


def notes_of(window: MainWindow, action_id: int) -> QPlainTextEdit:
    window.go_to("timeline", action_id)
    return named(window.current_page(), QPlainTextEdit, _("Notes on this action"))


def stored(window: MainWindow, action_id: int) -> str:
    assert window.workspace is not None
    return window.workspace.reader.one(Action, action_id).notes


def fill_up(window: MainWindow) -> None:
    """Let the file grow no more, as on a full disk."""
    assert window.workspace is not None
    raw = window.workspace.store.connection
    raw.execute(f"PRAGMA max_page_count={raw.execute('PRAGMA page_count').fetchone()[0]}")


def make_room(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.store.connection.execute("PRAGMA max_page_count=1000000")


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot, said: list[str], answers: Answers) -> MainWindow:
    """A window whose disk is full, with words typed in the notes of the second action."""
    notes = notes_of(window, 2)
    fill_up(window)
    notes.setFocus()
    notes.insertPlainText(LONG)
    window.flush()
    assert stored(window, 2) != notes.toPlainText()
    return window


def test_the_corner_says_what_and_why_whatever_is_done(full: MainWindow, qtbot: QtBot, answers: Answers) -> None:
    why = _("Not saved yet: {fields} ({why})").format(fields=_("Notes on this action"), why=_("disk full"))
    assert says(full, why)
    full.go_to("meetings")
    assert says(full, why)
    actions.say_saved(full)
    assert says(full, why)
    assert not says(full, _("Everything is saved ({time})").partition("(")[0])
    assert _("Notes on this action") in answers.asked[-1]
    assert full.current_key() == "timeline", "Ctrl+S leads to what is not saved"


def test_another_record_and_undo_leave_the_words_where_they_are(full: MainWindow, qtbot: QtBot) -> None:
    notes = notes_of(full, 2)
    typed = notes.toPlainText()
    other = notes_of(full, 3)
    assert other.toPlainText() == stored(full, 3)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Z, CONTROL)
    again = notes_of(full, 2)
    assert again.toPlainText() == typed
    make_room(full)
    full.flush()
    assert stored(full, 2) == typed
    assert LONG not in stored(full, 3)


def test_saved_elsewhere_the_words_are_there_and_the_work_goes_on(
    full: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert full.workspace is not None
    old, typed = full.workspace.store.path, notes_of(full, 2).toPlainText()
    target = tmp_path / "ailleurs" / "copie.msp100"
    target.parent.mkdir()
    choose_file(monkeypatch, target)
    answers.given = [_("Save elsewhere…")]
    actions.say_saved(full)
    assert full.workspace.store.path == target
    assert stored(full, 2) == typed
    notes = notes_of(full, 3)
    notes.setFocus()
    qtbot.keyClicks(notes, "encore ")
    full.flush()
    assert stored(full, 3).startswith("encore ")
    full.workspace.undo()
    assert not stored(full, 3).startswith("encore ")
    assert full.close_dossier()
    first = open_existing(old)
    assert LONG not in first.reader.one(Action, 2).notes
    close_dossier(first)
    assert full.open_dossier(target)
    assert stored(full, 2) == typed


@pytest.mark.posix("permissions of its own")
def test_closed_all_the_same_the_words_are_in_a_file_and_come_back(
    full: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert full.workspace is not None
    path, typed = full.workspace.store.path, notes_of(full, 2).toPlainText()
    choose_file(monkeypatch, tmp_path / "mots.txt")
    answers.given = [_("Try again"), _("Close all the same"), _("Write them in a file…")]
    assert full.close_dossier()
    text = (tmp_path / "mots.txt").read_text("utf-8-sig")
    assert _("Notes on this action") in text
    assert typed in text
    assert os.stat(tmp_path / "mots.txt").st_mode & 0o077 == 0
    assert full.open_dossier(path)
    assert says(full, _("Notes on this action"))
    assert notes_of(full, 2).toPlainText() == typed
    full.flush()
    assert stored(full, 2) == typed


def test_a_text_file_refused_goes_to_the_clipboard_and_back_to_the_question(
    full: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    choose_file(monkeypatch, tmp_path / "nulle-part" / "mots.txt")
    answers.given = [_("Close all the same"), _("Write them in a file…"), _("Go back")]
    assert not full.close_dossier()
    assert LONG.strip() in QGuiApplication.clipboard().text()
    assert said
    make_room(full)
    full.flush()


def test_a_copy_that_cannot_be_written_changes_nothing(
    full: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    assert full.workspace is not None
    path = full.workspace.store.path
    for target in (path, "", tmp_path / "fichier" / "copie.msp100"):
        (tmp_path / "fichier").write_text("x")
        choose_file(monkeypatch, target)
        answers.given = [_("Save elsewhere…"), _("Go back")]
        actions.say_saved(full)
        assert full.workspace.store.path == path
        assert full.workspace.drafts.waiting()
    make_room(full)
    full.flush()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    place = tmp_path / "cle"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.needs("mount")
def test_a_disk_that_is_really_full(
    window: MainWindow,
    qtbot: QtBot,
    said: list[str],
    answers: Answers,
    small_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    assert window.workspace is not None
    source = window.workspace.store.path
    window.close_dossier()
    path = small_disk / source.name
    shutil.copy(source, path)
    assert window.open_dossier(path)
    notes = notes_of(window, 2)
    before = stored(window, 2)
    with (small_disk / "plein").open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(b"\0" * 4096):
            pass
    notes.setFocus()
    qtbot.keyClicks(notes, "sur une cle pleine ")
    qtbot.wait(1300)
    assert says(window, _("disk full"))
    qtbot.keyClick(notes, Qt.Key.Key_S, CONTROL)
    assert any(_("Notes on this action") in sentence for sentence in answers.asked)
    qtbot.keyClick(notes, Qt.Key.Key_Z, CONTROL)
    assert notes.toPlainText().startswith("sur une cle pleine "), "nothing would bring them back"
    window.go_to("timeline", 3)
    answers.given = [_("Close all the same"), _("Close without a file")]
    assert window.close_dossier()
    (small_disk / "plein").unlink()
    again = open_existing(path)
    assert again.reader.one(Action, 2).notes == before
    close_dossier(again)
    another = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(another)
    assert another.open_dossier(path)
    assert notes_of(another, 2).toPlainText() == "sur une cle pleine " + before
    another.flush()
    assert stored(another, 2) == "sur une cle pleine " + before
    assert "sur une cle pleine" not in stored(another, 3)
    another.close_dossier()
