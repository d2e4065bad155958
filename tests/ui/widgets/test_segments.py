"""Joined buttons of which one is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.segments import Segments


def test_a_count_that_changes_is_heard_as_it_is_seen(qtbot: QtBot) -> None:
    segments = Segments("Register", [("people", "People 0"), ("needs", "Needs 0")])
    qtbot.addWidget(segments)
    segments.set_words("people", "People 3")
    told = [button.accessibleName() for button in segments.findChildren(QAbstractButton)]
    assert told == ["Register\u00a0: People 3", "Register\u00a0: Needs 0"]
