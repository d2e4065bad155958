"""The answer of the federation beside the dossier."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from msp_desktop.domain.carried.reply import Advice, DateProposed, StepProposed
from msp_desktop.domain.replies import AnsweredLine
from msp_desktop.services.replies import plan_reply
from msp_desktop.ui.dialogs.reply_dialog import ReplyDialog
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tools.answers import answer

HOSTILE = '<img src="http://x.example/a.png"><a href="file:///etc/passwd">ici</a>'


@pytest.fixture
def dialog(workspace: Workspace, shown: Callable[[ReplyDialog], ReplyDialog]) -> ReplyDialog:
    lines = (StepProposed(key="s", words="Rappeler"), Advice(key="a", words=HOSTILE))
    return shown(ReplyDialog(workspace, plan_reply(workspace.reader, answer(workspace.reader, lines), TODAY)))


def test_what_is_ticked_is_accepted_and_the_rest_is_left_aside(
    qtbot: QtBot, workspace: Workspace, dialog: ReplyDialog
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _undo: said.append(sentence))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.review().ticked == ("s",)
    dialog._main.click()
    assert not dialog.isVisible()
    assert {row.key: row.accepted for row in workspace.reader.all(AnsweredLine)} == {"s": True, "a": False}
    assert said[-1].startswith("1 ligne acceptée\u00a0: 100 jours. 1 ligne laissée de côté.")
    workspace.undo()
    assert not workspace.reader.all(AnsweredLine)


def test_what_a_line_says_is_told_apart_in_its_row(
    workspace: Workspace, shown: Callable[[ReplyDialog], ReplyDialog]
) -> None:
    lines = (DateProposed(key="d", day=TODAY, place="Salle des fêtes", words="Le médecin vient."),)
    dialog = shown(ReplyDialog(workspace, plan_reply(workspace.reader, answer(workspace.reader, lines), TODAY)))
    assert "Salle des fêtes – Le médecin vient." in dialog.list.row_at(dialog.list.model().index(0, 0)).spoken


def test_what_a_stranger_wrote_is_never_markup(qtbot: QtBot, dialog: ReplyDialog) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    shown = [label for label in dialog.findChildren(QLabel) if HOSTILE in label.text()]
    assert shown
    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
