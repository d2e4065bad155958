"""What a server does not answer holds the window up no longer than it says."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from msp_desktop.errors import UserError
from msp_desktop.ui.widgets import patience
from msp_desktop.ui.widgets.patience import answer_of


def refuse() -> str:
    raise UserError("Non.")


def test_an_answer_is_given_and_a_refusal_is_raised(qtbot: QtBot) -> None:
    assert answer_of("ici", lambda: "oui", "rien") == "oui"
    with pytest.raises(UserError, match="Non"):
        answer_of("ici", refuse, "rien")
    assert answer_of("ici", lambda: time.sleep(0.1) or "tard", "rien") == "tard"


def test_silence_is_two_seconds_of_a_window_that_is_painted_then_none(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.3)
    answer = threading.Event()
    turns: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(time.monotonic()))
    timer.start(10)
    assert answer_of("serveur", lambda: answer.wait(20), None) is None
    assert len(turns) >= 5, "the window had its turns"
    before = time.monotonic()
    assert answer_of("serveur", lambda: True, None) is None, "not asked again while it is silent"
    assert time.monotonic() - before < 0.1
    answer.set()
    qtbot.waitUntil(lambda: answer_of("serveur", lambda: True, None) is True)
