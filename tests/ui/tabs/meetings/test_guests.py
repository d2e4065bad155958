"""The guests: their answers where they stand, and their table's menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState, Reply
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.meetings import meeting_view, set_meeting_state, set_present, set_reply, update_meeting
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.meetings.guests import Guests
from msp_desktop.ui.widgets.record_table import RecordTable

KEY = Qt.Key


@pytest.fixture
def table(window: MainWindow) -> RecordTable:
    window.go_to("meetings")
    return window.current_page().findChildren(Guests)[0].findChildren(RecordTable)[0]


def test_the_menu_removes_a_guest_and_names_its_key(table: RecordTable, window: MainWindow) -> None:
    assert window.workspace is not None
    table.select(table.rows.row_at(1).id)
    gone, neighbour = table.rows.row_at(1).id, table.rows.row_at(2).id
    (entry,) = table.menu().actions()
    assert entry.text().split("\t")[0] == _("Delete")
    assert entry.text().split("\t")[1]
    entry.trigger()
    assert window.workspace.reader.find(Attendance, id=gone) is None
    assert table.chosen_id() == neighbour
    window.workspace.undo()
    assert table.chosen_id() == gone


def test_an_answer_noted_keeps_the_guest_chosen_and_the_keyboard(
    table: RecordTable, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    table.setFocus()
    table.select(table.rows.row_at(2).id)
    chosen = table.chosen_id()
    set_reply(window.workspace.store, chosen, Reply.EXCUSED)
    assert table.chosen_id() == chosen
    assert QApplication.focusWidget() is table
    assert table.rows.row_with(chosen).reply is Reply.EXCUSED


def test_a_table_in_which_nothing_is_deleted_has_no_menu(qtbot: QtBot) -> None:
    bare = RecordTable("Essai", [])
    qtbot.addWidget(bare)
    assert bare.menu().isEmpty()


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.CANCELLED])
def test_nobody_is_asked_again_for_a_meeting_held_or_cancelled(window: MainWindow, state: MeetingState) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    meeting = next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    window.go_to("meetings", meeting.id)
    guests = window.current_page().findChildren(Guests)[0]
    assert not guests._silent.isHidden()
    set_meeting_state(store, meeting.id, state)
    assert guests._silent.isHidden()


def test_only_who_was_written_to_is_asked_again_and_not_before(window: MainWindow) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    meeting = next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    for guest in store.reader.all(Attendance, meeting_id=meeting.id):
        set_reply(store, guest.id, Reply.NONE)
    window.go_to("meetings", meeting.id)
    guests = window.current_page().findChildren(Guests)[0]
    invited = len(meeting_view(store.reader, meeting.id).guests) - 2
    assert str(invited) in guests._silent.text(), "neither the mayor nor the référente writes to himself"
    update_meeting(store, meeting.id, Change(Meeting, invitations_sent_on=None))
    assert guests._silent.isHidden()


def test_who_came_is_counted_once_it_is_held(window: MainWindow) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    meeting = next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    window.go_to("meetings", meeting.id)
    guests = window.current_page().findChildren(Guests)[0]
    total = len(store.reader.all(Attendance, meeting_id=meeting.id))
    set_meeting_state(store, meeting.id, MeetingState.HELD)
    assert guests._count.text() == ngettext("{total} person", "{total} people", total).format(total=total)
    set_present(store, store.reader.all(Attendance, meeting_id=meeting.id)[0].id, Tri.YES)
    words = ngettext("{coming} of {total} came", "{coming} of {total} came", 1)
    assert guests._count.text() == words.format(coming=1, total=total)


def test_each_answer_is_read_whole_in_the_narrowest_window(window: MainWindow) -> None:
    assert window.workspace is not None
    store = window.workspace.store
    meeting = next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    window.resize(1024, 640)
    window.go_to("meetings", meeting.id)
    QApplication.processEvents()
    table = window.current_page().findChildren(Guests)[0].findChildren(RecordTable)[0]
    # The glyph before the words and the air on both sides take 44 pixels.
    needed = table.fontMetrics().horizontalAdvance("ne viendra pas") + 44
    assert needed <= table.columnWidth(1)
