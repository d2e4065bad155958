"""What just happened is said, whoever looks elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from msp_desktop.ui.shell.status_line import StatusLine


def test_each_sentence_of_the_status_line_is_announced_and_stands_in_the_tree(
    qtbot: QtBot, announced: list[str]
) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Annulé : une date\nde plusieurs lignes", can_undo=True)
    assert announced == ["Annulé : une date de plusieurs lignes"]
    said = QAccessible.queryAccessibleInterface(line._said)
    assert isinstance(said, QAccessibleInterface)
    assert said.text(QAccessible.Text.Name) == "Annulé : une date de plusieurs lignes"


def test_nothing_is_done_where_nobody_listens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _event: pytest.fail("announced to nobody"))
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Prêt")
