"""During the meeting: the point under discussion, its clock, what is said, who is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, NextStep
from msp_desktop.i18n import _
from msp_desktop.services.meetings import (
    delete_item,
    meeting_lines,
    meeting_view,
    remove_guests,
    update_item,
    update_meeting,
)
from msp_desktop.ui.dialogs.live_meeting import LiveMeeting
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import button, named, says

Show = Callable[[LiveMeeting], LiveMeeting]


class Clock:
    """The hour it is, moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(qtbot: QtBot, sample: Store, clock: Clock) -> Workspace:
    return Workspace(sample, clock)


@pytest.fixture
def meeting(workspace: Workspace) -> Meeting:
    return workspace.reader.one(Meeting, meeting_lines(workspace.reader)[0].id)


@pytest.fixture
def live(workspace: Workspace, meeting: Meeting, shown: Show) -> Iterator[LiveMeeting]:
    view = shown(LiveMeeting(workspace, meeting.id))
    yield view
    view.done(0)


def notes(live: LiveMeeting) -> QPlainTextEdit:
    return named(live, QPlainTextEdit, _("What is said on this point"))


def said(workspace: Workspace, meeting: Meeting) -> list[str]:
    return [item.discussion for item in workspace.reader.all(AgendaItem, order="position", meeting_id=meeting.id)]


def forward(live: LiveMeeting) -> QAbstractButton:
    return button(live, _("Next point"))


def back(live: LiveMeeting) -> QAbstractButton:
    return button(live, _("Previous point"))


def test_it_begins_at_the_first_point_ready_to_write(live: LiveMeeting) -> None:
    assert says(live, _("Point {number} of {total}").format(number=1, total=5))
    assert says(live, "Introduction")
    assert not back(live).isEnabled()
    assert notes(live).hasFocus()


def test_what_is_said_stays_with_its_point(
    live: LiveMeeting, workspace: Workspace, meeting: Meeting, qtbot: QtBot
) -> None:
    qtbot.keyClicks(notes(live), "Bonsoir")
    forward(live).click()
    assert notes(live).toPlainText() == ""
    qtbot.keyClicks(notes(live), "Chacun parle")
    back(live).click()
    assert notes(live).toPlainText() == "Bonsoir"
    assert said(workspace, meeting)[:2] == ["Bonsoir", "Chacun parle"]


def test_at_the_last_point_there_is_no_next_one(live: LiveMeeting) -> None:
    for _step in range(4):
        forward(live).click()
    assert not forward(live).isEnabled()
    assert says(live, "Conclusion et suites")


def test_the_clock_tells_what_is_left_then_what_is_over(live: LiveMeeting, workspace: Workspace, clock: Clock) -> None:
    assert says(live, _("{count} min left").format(count=10))
    clock.now += timedelta(minutes=10, seconds=5)
    forward(live).click()
    back(live).click()
    assert says(live, _("{count} min left").format(count=10)), "each point has its own time"


def test_opened_again_it_goes_on_from_where_it_was(
    live: LiveMeeting, workspace: Workspace, meeting: Meeting, clock: Clock, shown: Show
) -> None:
    forward(live).click()
    place = live.place()
    live.done(0)
    clock.now += timedelta(minutes=30)
    again = shown(LiveMeeting(workspace, meeting.id, resume=place))
    assert says(again, "Tour de table")
    assert says(again, _("{count} min over").format(count=5)), "twenty-five minutes were planned"
    again.done(0)


def test_a_point_deleted_meanwhile_is_not_gone_back_to(workspace: Workspace, meeting: Meeting, shown: Show) -> None:
    live = shown(LiveMeeting(workspace, meeting.id, resume=(12345, NOW)))
    assert says(live, "Introduction")
    live.done(0)


def test_guests_are_ticked_as_they_come(live: LiveMeeting, workspace: Workspace, meeting: Meeting) -> None:
    first = meeting_view(workspace.reader, meeting.id).guests[0]
    tick = named(live, QCheckBox, first.name)
    tick.click()
    assert workspace.reader.one(Attendance, first.id).present is Tri.YES
    tick.click()
    assert workspace.reader.one(Attendance, first.id).present is Tri.NO


def test_a_next_step_decided_now_is_noted_and_shown(
    live: LiveMeeting, workspace: Workspace, meeting: Meeting, qtbot: QtBot
) -> None:
    line = named(live, QLineEdit, _("A next step"))
    for words in ("Visiter le local", "Se revoir"):
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [step.text for step in workspace.reader.all(NextStep, meeting_id=meeting.id)] == [
        "Visiter le local",
        "Se revoir",
    ]
    assert says(live, "• Visiter le local")


def test_ending_keeps_all_that_is_typed_and_the_hour(
    live: LiveMeeting, workspace: Workspace, meeting: Meeting, qtbot: QtBot
) -> None:
    update_meeting(workspace.store, meeting.id, Change(Meeting, held_on=workspace.today(), starts_at=time(14)))
    qtbot.keyClicks(notes(live), "Fin")
    qtbot.keyClicks(named(live, QLineEdit, _("A next step")), "Se revoir")
    button(live, _("End the meeting")).click()
    ended = workspace.reader.one(Meeting, meeting.id)
    assert ended.state is MeetingState.HELD
    assert (ended.ended_at and ended.ended_at.hour, ended.ended_at and ended.ended_at.minute) == (14, 32)
    assert said(workspace, meeting)[0] == "Fin"
    assert len(workspace.reader.all(NextStep, meeting_id=meeting.id)) == 1
    assert not live.isVisible()


def test_an_empty_agenda_says_what_to_do(workspace: Workspace, meeting: Meeting, shown: Show) -> None:
    for item in workspace.reader.all(AgendaItem, meeting_id=meeting.id):
        delete_item(workspace.store, item.id)
    live = shown(LiveMeeting(workspace, meeting.id))
    assert says(live, _("This agenda has no point yet: add one first."))
    assert not forward(live).isEnabled()
    live.done(0)


def test_a_guest_taken_off_meanwhile_leaves_the_list(live: LiveMeeting, workspace: Workspace, meeting: Meeting) -> None:
    before = len(live.findChildren(Tick))
    workspace.attempt(remove_guests, [meeting_view(workspace.reader, meeting.id).guests[0].id])
    assert len([tick for tick in live.findChildren(Tick) if tick.isVisibleTo(live)]) == before - 1


def test_a_meeting_to_come_is_not_ended_without_a_question(
    live: LiveMeeting, workspace: Workspace, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def stay(_parent: object, sentence: str, *_answers: str) -> bool:
        asked.append(sentence)
        return len(asked) == 1

    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", stay)
    button(live, _("End the meeting")).click()
    assert asked == ["Cette réunion est prévue le mardi\u00a012\u00a0mai. A-t-elle déjà été tenue\u202f?"]
    assert workspace.reader.one(Meeting, meeting.id).state is MeetingState.PLANNED
    assert live.isVisible(), "« Pas encore » leaves one where one was"
    button(live, _("End the meeting")).click()
    assert workspace.reader.one(Meeting, meeting.id).state is MeetingState.HELD


def test_opened_again_after_the_program_was_closed_it_goes_on_where_something_was_written(
    workspace: Workspace, meeting: Meeting, shown: Show
) -> None:
    item = meeting_view(workspace.reader, meeting.id).items[2]
    update_item(workspace.store, item.id, Change(AgendaItem, discussion="On en était là"))
    live = shown(LiveMeeting(workspace, meeting.id))
    assert says(live, "Point 3 sur 5")
    live.done(0)
