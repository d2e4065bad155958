"""The meetings tab: what its menu notes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.meetings import Meeting
from msp_desktop.services.departures import say_all_invited
from msp_desktop.ui.dialogs.ask_date import AskDate
from msp_desktop.ui.tabs.meetings.tab import MeetingsTab
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.modal import dialog


def test_invitations_posted_on_paper_are_noted_and_taken_back(qtbot: QtBot, sample: Store) -> None:
    workspace = Workspace(sample, lambda: NOW)
    tab = MeetingsTab(workspace)
    workspace.changed.connect(tab.refresh)
    qtbot.addWidget(tab)
    tab.show()
    chosen = tab._view.meeting.id  # type: ignore[union-attr]
    say_all_invited(sample, chosen, None)

    def write(words: str) -> None:
        def act(box: AskDate) -> None:
            box._date.selectAll()
            qtbot.keyClick(box._date, Qt.Key.Key_Delete)
            qtbot.keyClicks(box._date, words)
            qtbot.keyClick(box._date, Qt.Key.Key_Return)

        with dialog(AskDate, act):
            tab._on_invited()

    assert "Invitations" not in tab._warning.text()
    write("20/4/2026")
    assert sample.reader.one(Meeting, chosen).invitations_sent_on == date(2026, 4, 20)
    assert "Invitations envoyées le 20 avril" in tab._warning.text().replace("\u00a0", " ")
    write("")
    assert sample.reader.one(Meeting, chosen).invitations_sent_on is None
