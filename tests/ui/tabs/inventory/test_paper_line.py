"""A line of the paper grid waits in the workspace's drafts, as a form's fields do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import HealthProfessional, Need
from msp_desktop.ui.drafts import PAUSE, State
from msp_desktop.ui.tabs.inventory.paper_entry import PaperEntry
from msp_desktop.ui.tabs.inventory.paper_line import PaperLine
from msp_desktop.ui.workspace import Workspace


@pytest.fixture
def entry(qtbot: QtBot, workspace: Workspace) -> PaperEntry:
    opened = PaperEntry(workspace)
    qtbot.addWidget(opened)
    opened.show()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    return opened


def first_line(entry: PaperEntry, register: str) -> PaperLine:
    page = entry.registers[register]
    entry.steps.setCurrentRow(1 + len(entry.answers) + list(entry.registers).index(register))
    return page.lines[0]


def typed(line: PaperLine, name: str, words: str, qtbot: QtBot) -> QLineEdit:
    box = line.widgets[name]
    assert isinstance(box, QLineEdit)
    box.setFocus()
    qtbot.keyClicks(box, words)
    return box


def test_a_line_is_written_by_itself_and_the_keyboard_stays(
    entry: PaperEntry, workspace: Workspace, qtbot: QtBot
) -> None:
    box = typed(first_line(entry, "needs"), "title", "Un dentiste", qtbot)
    assert workspace.drafts.waiting()
    qtbot.waitUntil(lambda: bool(workspace.reader.all(Need)), timeout=int(PAUSE * 1000) + 3000)
    assert [need.title for need in workspace.reader.all(Need)] == ["Un dentiste"]
    assert entry.focusWidget() is box
    assert not workspace.drafts.waiting()


def test_what_waits_for_a_name_is_written_with_it(entry: PaperEntry, workspace: Workspace, qtbot: QtBot) -> None:
    line = first_line(entry, "professionals")
    typed(line, "where", "Gouzon", qtbot)
    line.settle()
    assert workspace.drafts.state() is State.NOT_UNDERSTOOD
    assert "nom" in line.wrong()
    typed(line, "last_name", "Roux", qtbot)
    workspace.flush()
    assert not workspace.drafts.waiting()
    assert line.wrong() == ""
    assert len(workspace.reader.all(HealthProfessional)) == 1


def test_what_is_closed_over_knowingly_waits_no_more(
    entry: PaperEntry, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = first_line(entry, "professionals")
    typed(line, "where", "Gouzon", qtbot)
    monkeypatch.setattr("msp_desktop.ui.tabs.inventory.paper_entry.messages.ask", lambda *_words: False)
    entry.accept()
    assert not entry.isVisible()
    assert not workspace.drafts.waiting()
