"""Words that no record holds yet: on the disk within two seconds, and there again at the next opening."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionStep
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services import kept_words as service
from msp_desktop.services.dossiers import open_existing
from msp_desktop.services.timeline import update_action
from msp_desktop.ui.drafts import DraftKey, Drafts
from msp_desktop.ui.kept_words import KeptWords
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import named

KEY = DraftKey("new", 3, "Quelque chose à faire")


def nothing(_words: object) -> None:
    """Write words nowhere."""


def refusing(_words: object) -> None:
    raise UserError("Le disque est plein.")


def again(window: MainWindow) -> Workspace:
    """Open the dossier anew, as after a crash: nobody closed the one before."""
    assert window.workspace is not None
    path, old = window.workspace.store.path, window.workspace
    old.kept.finish()
    old.drafts.kept = None
    old.drafts.close()
    old.store.close()
    window.workspace = None
    window._pages.take_down()
    window.show_store(open_existing(path))
    assert window.workspace is not None
    return window.workspace


@pytest.mark.posix("permissions of its own")
def test_words_begun_are_on_the_disk_within_two_seconds(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "mots.json"
    drafts = Drafts()
    drafts.kept = KeptWords(file, tmp_path / "a.msp100")
    for count in range(1, 12):  # a steady typist, who never stops for a second
        drafts.hold(KEY, "Demander la clé"[:count], nothing, KEY.attribute, begun=True)
        qtbot.wait(150)
    assert service.read(file)[0].words.startswith("Dema")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(service.read(file)) and service.read(file)[0].words == "Demander la", timeout=2000)
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    assert drafts.write(KEY)
    qtbot.waitUntil(lambda: not file.exists(), timeout=1000)


def test_what_is_typed_and_soon_written_makes_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    drafts = Drafts()
    drafts.kept = KeptWords(tmp_path / "mots.json", tmp_path / "a.msp100")
    drafts.hold(DraftKey("Action", 1, "notes"), "un", nothing, "Notes")
    assert drafts.kept.finish()
    assert not (tmp_path / "mots.json").exists()


def test_words_the_disk_refuses_outlive_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    key = DraftKey("Action", 1, "notes")
    drafts = Drafts()
    drafts.kept = KeptWords(tmp_path / "mots.json", tmp_path / "a.msp100")
    drafts.hold(key, "un mot", refusing, "Notes", before="avant")
    assert not drafts.flush()
    drafts.close()
    later = KeptWords(tmp_path / "mots.json", tmp_path / "a.msp100")
    assert later.take_back(key, before="autre chose") is None, "something else was stored there meanwhile"
    assert later.take_back(key, before="avant") == "un mot"
    assert later.take_back(key, before="avant") is None


def test_a_file_that_makes_no_sense_is_no_words(tmp_path: Path) -> None:
    file = tmp_path / "mots.json"
    for content in (b"", b"\xff\xfe", b"[]", b'{"dossier":1}', b"[" * 100_000):
        file.write_bytes(content)
        assert service.read(file) == ()


def test_the_words_of_a_dossier_are_known_and_swept_once_it_is_gone_for_long(tmp_path: Path) -> None:
    kept = service.Kept("new", 1, "Note", "Note", "Mme Roche")
    ours, other = service.file_for("a", tmp_path / "a.msp100"), service.file_for("b", tmp_path / "b.msp100")
    service.write(ours, tmp_path / "a.msp100", [kept])
    service.write(other, tmp_path / "b.msp100", [kept])
    assert service.files_of(tmp_path / "a.msp100") == (ours,)
    assert (ours.exists(), other.exists()) == (True, True)
    os.utime(other, (0, 0))
    service.sweep()
    assert not other.exists()


def test_a_line_begun_comes_back_after_a_crash(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("timeline", 2)
    line = named(window.current_page(), QLineEdit, _("Add something to do"))
    line.setFocus()
    qtbot.keyClicks(line, "demander la cle")
    workspace = again(window)
    window.go_to("timeline", 3)
    assert named(window.current_page(), QLineEdit, _("Add something to do")).text() == ""
    window.go_to("timeline", 2)
    line = named(window.current_page(), QLineEdit, _("Add something to do"))
    assert line.text() == "demander la cle"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "demander la cle" in [step.text for step in workspace.reader.all(ActionStep, action_id=2)]
    assert workspace.kept.finish()
    assert not workspace.kept.all()


def test_closing_all_the_same_loses_nothing(window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    assert window.workspace is not None
    store, path = window.workspace.store, window.workspace.store.path
    before = window.workspace.reader.one(Action, 2).notes
    window.go_to("timeline", 2)
    notes = named(window.current_page(), QPlainTextEdit, _("Notes on this action"))
    notes.setFocus()
    store.read_only = True  # what a full disk does: each write is refused with a sentence
    qtbot.keyClicks(notes, "a ne pas perdre ")
    assert window.close_dossier()
    assert window.open_dossier(path)
    assert window.workspace is not None
    assert [kept.words for _key, kept in window.workspace.kept.returned()] == ["a ne pas perdre " + before]
    window.go_to("timeline", 2)
    assert window.workspace.kept.returned() == []
    window.flush()
    assert window.workspace.reader.one(Action, 2).notes == "a ne pas perdre " + before


def test_words_do_not_cover_what_was_stored_meanwhile(window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    from msp_desktop.domain.change import Change

    assert window.workspace is not None
    store = window.workspace.store
    window.go_to("timeline", 2)
    notes = named(window.current_page(), QPlainTextEdit, _("Notes on this action"))
    notes.setFocus()
    store.read_only = True
    qtbot.keyClicks(notes, "jamais ")
    window.flush()
    store.read_only = False
    update_action(store, 2, Change(Action, notes="Autre chose"))
    workspace = again(window)
    window.go_to("timeline", 2)
    window.flush()
    assert workspace.reader.one(Action, 2).notes == "Autre chose"
    assert len(workspace.kept.returned()) == 1


def test_a_copy_read_only_leaves_the_words_for_later(qtbot: QtBot, store: Store) -> None:
    kept: Any = service.Kept("Action", 1, "notes", "Notes", "mot", "")
    service.write(service.file_for("", store.path), store.path, [kept])
    store.read_only = True
    workspace = Workspace(store, lambda: NOW)
    assert workspace.drafts.take_back(DraftKey("Action", 1, "notes"), "") is None


@pytest.mark.parametrize("words", [{"Titre": "Visiter", "Prévu le": ""}, "Visiter", True])
def test_as_text_names_each_field(words: Any) -> None:
    text = service.as_text([service.Kept("x", 1, "a", "Une action", words)], "Mots")
    assert text.startswith("Mots\n\nUne action")
    assert str(words["Titre"] if isinstance(words, dict) else words) in text
