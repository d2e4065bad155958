"""The guests: their answers where they stand, and their table's menu."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import HealthProfessional, Tri
from msp_desktop.domain.meetings import Attendance, Meeting, MeetingState, Reply
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.departures import invitations, say_all_invited, say_invited
from msp_desktop.services.meetings import meeting_view, remove_guests, set_meeting_state, set_present, set_reply
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.meetings.guest_table import ANSWER, NAME
from msp_desktop.ui.tabs.meetings.guests import Guests
from msp_desktop.ui.widgets.cell_choice import CellChoice
from msp_desktop.ui.widgets.record_table import RecordTable, native

KEY = Qt.Key


@pytest.fixture
def table(window: MainWindow) -> RecordTable:
    window.go_to("meetings")
    return window.current_page().findChildren(Guests)[0].findChildren(RecordTable)[0]


def test_the_menu_removes_a_guest_and_names_its_key(table: RecordTable, window: MainWindow) -> None:
    assert window.workspace is not None
    table.select(table.rows.row_at(1).id)
    gone, neighbour = table.rows.row_at(1).id, table.rows.row_at(2).id
    *answers, entry = [action for action in table.menu().actions() if not action.isSeparator()]
    assert [action.text() for action in answers] == ["sans réponse\tS", "viendra\tV", "ne viendra pas\tN"]
    assert entry.text() == f"{_('Take off the guests')}\t{native('Del')}"
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
    say_all_invited(store, meeting.id, None)
    assert guests._silent.isHidden()
    assert guests._send.text().strip() == "Envoyer les invitations"
    two = invitations(store.reader, meeting.id).to_whom[:2]
    say_invited(store, meeting.id, two, date(2026, 4, 27))
    assert guests._silent.text().strip() == "Relancer les 2 sans réponse", "the others were not asked yet"
    assert guests._send.text().strip() == f"Envoyer les {invited - 2} invitations qui restent"


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


def panel(window: MainWindow) -> tuple[Store, int, Guests]:
    """Return the dossier, its meeting to come and the panel that shows it."""
    assert window.workspace is not None
    store = window.workspace.store
    meeting = next(row for row in store.reader.all(Meeting) if row.state is MeetingState.PLANNED)
    window.go_to("meetings", meeting.id)
    return store, meeting.id, window.current_page().findChildren(Guests)[0]


def answers(store: Store, meeting_id: int) -> list[Reply]:
    return [row.reply for row in store.reader.all(Attendance, order="position, id", meeting_id=meeting_id)]


def test_answers_are_noted_one_click_each_and_by_a_letter(window: MainWindow, qtbot: QtBot) -> None:
    store, meeting_id, guests = panel(window)
    table = guests._table
    for guest in store.reader.all(Attendance, meeting_id=meeting_id):
        set_reply(store, guest.id, Reply.NONE)
    table.select(table.rows.row_at(0).id)
    qtbot.mouseClick(guests._yes, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(guests._no, Qt.MouseButton.LeftButton)
    table.setFocus()
    qtbot.keyClick(table, "v")
    qtbot.keyClick(table, "N")
    qtbot.keyClick(table, "v", Qt.KeyboardModifier.ControlModifier)
    assert answers(store, meeting_id)[:5] == [Reply.COMING, Reply.EXCUSED, Reply.COMING, Reply.EXCUSED, Reply.NONE]
    table.selectAll()
    qtbot.mouseClick(guests._yes, Qt.MouseButton.LeftButton)
    assert set(answers(store, meeting_id)) == {Reply.COMING}
    store.undo()
    assert answers(store, meeting_id)[1] is Reply.EXCUSED, "all at once is one step"


def test_a_click_on_an_answer_opens_the_list_of_them_and_on_a_name_chooses(window: MainWindow, qtbot: QtBot) -> None:
    _store, _meeting, guests = panel(window)
    table = guests._table

    def click(column: int) -> None:
        place = table.visualRect(table.rows.index(2, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(NAME)
    assert table.findChildren(CellChoice) == []
    click(ANSWER)
    assert [choice.count() for choice in table.findChildren(CellChoice)] == [3]


def test_a_guest_is_taken_off_by_a_button_in_sight_and_comes_back_by_undo(window: MainWindow, qtbot: QtBot) -> None:
    store, meeting_id, guests = panel(window)
    before = len(answers(store, meeting_id))
    assert guests._remove.isVisible(), "the first guest is chosen from the start"
    qtbot.mouseClick(guests._remove, Qt.MouseButton.LeftButton)
    assert len(answers(store, meeting_id)) == before - 1
    store.undo()
    assert len(answers(store, meeting_id)) == before


def test_all_the_professionals_are_invited_at_once_and_nobody_twice(window: MainWindow, qtbot: QtBot) -> None:
    store, meeting_id, guests = panel(window)
    say_all_invited(store, meeting_id, None)
    remove_guests(store, [row.id for row in store.reader.all(Attendance, meeting_id=meeting_id)])
    assert guests._nobody.isVisible()
    QApplication.processEvents()
    assert guests._all.mapTo(guests, QPoint(0, 0)).y() - guests._nobody.geometry().bottom() < 30, (
        "at hand, under the hint"
    )
    everybody = {row.person_id for row in store.reader.all(HealthProfessional)}
    assert guests._all.text().strip() == f"Inviter les {len(everybody)} professionnels"
    qtbot.mouseClick(guests._all, Qt.MouseButton.LeftButton)
    assert {row.person_id for row in store.reader.all(Attendance, meeting_id=meeting_id)} == everybody
    assert not guests._all.isVisible()
    assert not guests._nobody.isVisible()
    store.undo()
    assert answers(store, meeting_id) == []


def test_who_was_there_is_noted_in_the_list_once_the_meeting_is_held(window: MainWindow, qtbot: QtBot) -> None:
    store, meeting_id, guests = panel(window)
    set_meeting_state(store, meeting_id, MeetingState.HELD)
    table = guests._table
    assert table.isColumnHidden(ANSWER)
    table.select(table.rows.row_at(0).id)
    assert guests._yes.text().strip() == "là"
    qtbot.mouseClick(guests._yes, Qt.MouseButton.LeftButton)
    qtbot.keyClick(table, "p")
    rows = store.reader.all(Attendance, order="position, id", meeting_id=meeting_id)
    assert [row.present for row in rows[:3]] == [Tri.YES, Tri.NO, Tri.UNKNOWN]
