"""A fault of ours is noted and apologised for once."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.errors import UserError
from msp_desktop.paths import data_folder
from msp_desktop.ui import bugs


def test_a_bug_is_noted_each_time_and_apologised_for_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(bugs, "tell", lambda _parent, sentence: said.append(sentence))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    bugs.install_excepthook()
    for number in range(2):
        sys.excepthook(ValueError, ValueError(f"panne {number}"), None)
    sys.excepthook(UserError, UserError("Le disque est plein."), None)
    assert len(said) == 2
    assert said[1] == "Le disque est plein."
    noted = (data_folder() / bugs.NAME).read_text(encoding="utf-8")
    assert "panne 0" in noted
    assert "panne 1" in noted
