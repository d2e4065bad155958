"""The program ended from outside, as by a log-off: what was typed is on the disk, and nothing was asked."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.actions import Action, ActionStep
from msp_desktop.i18n import _
from msp_desktop.services import kept_words
from msp_desktop.services.dossiers import open_existing
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import messages
from tests.dossiers import open_sample
from tests.ui.find import named

#: A window opened as the program opens it, in which somebody types, in front of which something may be open.
SCRIPT = """
import signal, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit
from msp_desktop import i18n
from msp_desktop.i18n import _
from msp_desktop.ui.shell import actions, messages
from msp_desktop.ui import start
from msp_desktop.ui.start import run_window
i18n.install("fr")
situation = sys.argv[2]

def typing():
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "workspace"))
    window.go_to("timeline", 2)
    page = window.current_page()
    notes = next(w for w in page.findChildren(QPlainTextEdit) if w.accessibleName() == _("Notes on this action"))
    line = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == _("Add something to do"))
    line.setFocus()
    QTest.keyClicks(line, "appeler")
    if situation == "full":
        def refuse(*args, **more):
            from msp_desktop.errors import UserError
            raise UserError("Le disque est plein.")
        window.workspace.store.write = refuse
    QTest.keyClicks(notes, "signal ")
    print("typed", flush=True)
    if situation == "question":
        messages.ask(window, "?", "oui", "non")
        messages.tell(window, "encore")
    elif situation == "file":
        actions.browse(window)
    elif situation == "dialog":
        actions.edit_commune(window)

def begin(window, seat=None):
    QTimer.singleShot(300, typing)
    return first(window, seat)

first, start.begin = start.begin, begin
signal.alarm(40)  # a test that fails does not hold the others up
sys.exit(run_window(Path(sys.argv[1]), datetime(2026, 4, 28, 14, 32)))
"""


def run_and_end(path: Path, situation: str, number: int) -> tuple[int, str, float]:
    """Type in a window of its own, end it by a signal, return its exit code, its words and the seconds it took."""
    command = [sys.executable, "-c", SCRIPT, str(path), situation]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n", process.communicate()[1]
        time.sleep(0.5)  # what opens in front is open
        begun = time.monotonic()
        process.send_signal(number)
        _out, error = process.communicate(timeout=45)
    return process.returncode, error, time.monotonic() - begun


@pytest.mark.parametrize(
    ("number", "situation"),
    [
        (signal.SIGTERM, "alone"),
        (signal.SIGHUP, "alone"),
        (signal.SIGINT, "alone"),
        (signal.SIGTERM, "question"),
        (signal.SIGTERM, "file"),
        (signal.SIGTERM, "dialog"),
    ],
)
def test_a_signal_writes_copies_and_ends(tmp_path: Path, number: int, situation: str) -> None:
    store = open_sample(tmp_path)
    before = store.reader.one(Action, 2).notes
    close_dossier(store)
    code, error, took = run_and_end(store.path, situation, number)
    assert (code, "Traceback" in error) == (0, False), error
    assert took < 12  # a third of a second on a machine that does nothing else
    again = open_existing(store.path)
    assert again.reader.one(Action, 2).notes == ("signal " + before)
    assert "appeler" in [step.text for step in again.reader.all(ActionStep, action_id=2)]
    close_dossier(again)
    assert list((tmp_path / "documents").rglob("*.msp100")), "the safe copy"
    assert not [path for path in store.path.parent.iterdir() if path.name.startswith("~$")]


def test_a_signal_keeps_what_a_full_disk_refuses(tmp_path: Path) -> None:
    store = open_sample(tmp_path)
    close_dossier(store)
    code, error, _took = run_and_end(store.path, "full", signal.SIGTERM)
    assert (code, "Traceback" in error) == (0, False), error
    (file,) = (tmp_path / "donnees" / kept_words.FOLDER).glob("*.json")
    words = [one.words for one in kept_words.read(file)]
    assert "appeler" in words
    assert any(str(one).startswith("signal ") for one in words)


def test_the_end_of_the_session_writes_without_closing(window: MainWindow, qtbot: QtBot) -> None:
    """A log-off may still be cancelled by another program."""
    window.go_to("timeline", 2)
    assert window.workspace is not None
    notes = named(window.current_page(), QPlainTextEdit, _("Notes on this action"))
    notes.setFocus()
    qtbot.keyClicks(notes, "session ")
    line = named(window.current_page(), QLineEdit, _("Add something to do"))
    line.setText("appeler")
    window.write_all()
    assert window.workspace.reader.one(Action, 2).notes.startswith("session ")
    assert [kept.words for kept in window.workspace.kept.all()] == ["appeler"]
    assert not window.workspace.store.changed_since_copy
    qtbot.keyClicks(notes, "encore ")
    window.flush()
    assert "encore" in window.workspace.reader.one(Action, 2).notes


def test_no_box_opens_while_the_program_ends(qtbot: QtBot) -> None:
    messages.hush(True)
    try:
        messages.tell(None, "Rien")
        assert messages.choose(None, "?", "rester", "partir") == 0
        assert messages.ask(None, "?", "rester", "partir")
    finally:
        messages.hush(False)
