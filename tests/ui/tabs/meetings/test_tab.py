"""The meetings tab: what its menu notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.services.departures import say_all_invited
from msp_desktop.services.meetings import delete_meeting, meeting_lines, update_meeting
from msp_desktop.ui.dialogs.ask_date import AskDate
from msp_desktop.ui.dialogs.live_meeting import LiveMeeting
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.meetings.meeting_list import line_words
from msp_desktop.ui.tabs.meetings.tab import MeetingsTab
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import button
from tests.ui.modal import dialog


@pytest.fixture
def tab(qtbot: QtBot, sample: Store) -> MeetingsTab:
    workspace = Workspace(sample, lambda: NOW)
    made = MeetingsTab(workspace)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


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


def test_a_meeting_weeks_away_is_not_held_without_a_question(
    tab: MeetingsTab, sample: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([True, False])
    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", lambda *_words: next(answers))
    chosen = tab._view.meeting.id  # type: ignore[union-attr]
    state = tab._head_form.editor("state")
    assert isinstance(state, ChoiceField)

    def held() -> None:
        state.setCurrentIndex(1)
        state.activated.emit(1)

    held()
    assert sample.reader.one(Meeting, chosen).state is MeetingState.PLANNED
    qtbot.waitUntil(lambda: state.currentIndex() == 0)
    held()
    assert sample.reader.one(Meeting, chosen).state is MeetingState.HELD


def test_once_ended_the_minutes_and_who_was_there_are_at_hand(
    tab: MeetingsTab, sample: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", lambda *_words: False)
    printed: list[tuple[str, ...]] = []
    tab._workspace.request_papers.connect(lambda keys, _meeting: printed.append(keys))
    with dialog(LiveMeeting, lambda box: button(box, "Terminer la réunion").click()):
        tab._on_live()
    focused = tab.focusWidget()
    assert isinstance(focused, QWidget)
    assert tab._minutes.isAncestorOf(focused)
    assert tab._area.viewport().rect().contains(focused.mapTo(tab._area.viewport(), QPoint(0, 0)))
    assert tab._guests._table.held
    assert tab._print.text().strip() == "Imprimer le compte rendu"
    tab._print.click()
    assert printed == [("minutes",)]


def test_the_empty_page_shows_the_sample_commune_at_its_meetings(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.workspace is not None
    own = window.workspace.store.path
    for meeting in window.workspace.reader.all(Meeting):
        delete_meeting(window.workspace.store, meeting.id)
    window.go_to("meetings")
    button(window.current_page(), "Voir la commune d’exemple").click()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.store.path != own)
    page = window.current_page()
    assert isinstance(page, MeetingsTab)
    assert page._view is not None


def test_what_is_written_on_one_page_has_a_name_of_its_own(tab: MeetingsTab) -> None:
    fields = [one for kind in (QLineEdit, QPlainTextEdit) for one in tab.findChildren(kind) if one.isVisible()]
    names = [one.accessibleName() for one in fields if one.accessibleName()]
    assert len(names) > 15
    assert sorted(names) == sorted(set(names))
    assert "La fédération\u00a0: ajouter une chose à préparer" in names


def test_a_meeting_whose_day_is_past_asks_whether_it_was_held(tab: MeetingsTab, sample: Store) -> None:
    chosen = tab._view.meeting.id  # type: ignore[union-attr]
    assert tab._guests._silent.isVisibleTo(tab)
    update_meeting(sample, chosen, Change(Meeting, held_on=date(2026, 4, 27)))
    assert "Ce jour est passé" in tab._warning.text()
    assert not tab._guests._silent.isVisibleTo(tab), "nobody is asked to come yesterday"
    line = next(line for line in meeting_lines(sample.reader) if line.id == chosen)
    assert line_words(line, date(2026, 4, 28))[0] == "lundi\u00a027\u00a0avril, passée\u00a0: tenue\u202f?"
    assert line_words(line, date(2026, 4, 27))[0] == "lundi\u00a027\u00a0avril, à préparer"
