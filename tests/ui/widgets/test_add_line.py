"""The line in which one adds, again and again: what is typed waits for its owner."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from msp_desktop.domain.meetings import NextStep
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.meetings import meeting_lines
from msp_desktop.ui.drafts import Drafts, State
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.meetings.minutes_form import MinutesForm
from msp_desktop.ui.widgets.add_line import AddLine

ENTER = Qt.Key.Key_Return


class Adding:
    """A line whose service can refuse, and what it was given."""

    def __init__(self, qtbot: QtBot) -> None:
        self.drafts = Drafts()
        self.added: list[tuple[Any, str]] = []
        self.full = False
        self.line = self.make()
        qtbot.addWidget(self.line)
        self.line.show()

    def make(self) -> AddLine:
        return AddLine("Une étape", "Ajouter", self.drafts, self.add)

    def add(self, owner: Any, words: str) -> None:
        if self.full:
            raise UserError("Le disque est plein.")
        self.added.append((owner, words))


@pytest.fixture
def adding(qtbot: QtBot) -> Adding:
    return Adding(qtbot)


def test_no_clock_adds_half_of_what_is_typed_but_the_corner_does_not_say_saved(adding: Adding, qtbot: QtBot) -> None:
    qtbot.keyClicks(adding.line, "Les ta")
    assert adding.drafts.state() is State.TYPING
    adding.drafts.flush(ending=False)
    qtbot.wait(1200)
    assert adding.added == []
    qtbot.keyClicks(adding.line, "sses")
    qtbot.keyClick(adding.line, ENTER)
    assert adding.added == [(None, "Les tasses")]
    assert adding.line.text() == ""
    assert adding.drafts.state() is State.SAVED


def test_words_taken_out_again_add_nothing(adding: Adding, qtbot: QtBot) -> None:
    qtbot.keyClicks(adding.line, "a ")
    qtbot.keyClick(adding.line, Qt.Key.Key_Backspace)
    qtbot.keyClick(adding.line, Qt.Key.Key_Backspace)
    assert not adding.drafts.waiting()
    adding.drafts.flush()
    assert adding.added == []


def test_a_flush_adds_once_what_stands_in_the_line(adding: Adding, qtbot: QtBot) -> None:
    qtbot.keyClicks(adding.line, " Les tasses ")
    assert adding.drafts.flush()
    adding.line.settle()
    assert adding.added == [(None, "Les tasses")]
    assert adding.line.text() == ""


def test_refused_words_wait_for_their_owner_whoever_is_shown(adding: Adding, qtbot: QtBot) -> None:
    adding.line.show_owner(1)
    qtbot.keyClicks(adding.line, "Les tasses")
    adding.full = True
    adding.line.show_owner(2)
    assert adding.line.text() == ""
    assert not adding.drafts.flush()
    assert adding.drafts.labels() == ["Une étape"]
    adding.line.show_owner(1)
    assert adding.line.text() == "Les tasses"
    adding.line.show_owner(2)
    adding.full = False
    assert adding.drafts.flush()
    assert adding.added == [(1, "Les tasses")]


def test_refused_words_outlive_their_line_and_stand_in_the_next_one(adding: Adding, qtbot: QtBot) -> None:
    adding.full = True
    gone = adding.make()
    gone.show()
    qtbot.keyClicks(gone, "Les tasses")
    qtbot.keyClick(gone, ENTER)
    assert gone.text() == "Les tasses"
    gone.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(gone)
    other = adding.make()
    qtbot.addWidget(other)
    assert other.text() == "Les tasses"
    adding.full = False
    assert adding.drafts.flush()
    assert adding.added == [(None, "Les tasses")]


def test_a_flush_of_the_window_keeps_a_step_being_typed_and_looking_elsewhere_does_not_cut_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    workspace, reader = window.workspace, window.workspace.reader
    window.go_to("meetings")
    meeting = meeting_lines(reader)[0].id
    (form,) = window.current_page().findChildren(MinutesForm)
    line = next(found for found in form.findChildren(AddLine) if found.accessibleName() == _("A next step"))
    before = len(reader.all(NextStep))
    line.setFocus()
    qtbot.keyClicks(line, "Relire le")
    workspace.undo()
    assert line.text() == "Relire le"
    workspace.redo()
    workspace.flush(ending=False)
    assert len(reader.all(NextStep)) == before
    qtbot.keyClicks(line, " bail")
    window.flush()
    kept = reader.all(NextStep, order="id", meeting_id=meeting)
    assert kept[-1].text == "Relire le bail"
    assert len(reader.all(NextStep)) == before + 1
