"""Words that are not understood, or that the disk refuses: undone first, never lost by Escape or by closing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolTip
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action, ActionStep
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Finding, Inventory
from msp_desktop.domain.meetings import AgendaItem
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import timeline
from msp_desktop.services.meetings import meeting_lines
from msp_desktop.services.people import add_person
from msp_desktop.services.who import label_of
from msp_desktop.ui.dialogs.live_meeting import LiveMeeting
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.actions import say_saved
from msp_desktop.ui.shell.message_box import MessageBox
from msp_desktop.ui.shell.messages import choose
from msp_desktop.ui.tabs.inventory.finding_editor import FindingNote
from msp_desktop.ui.tabs.inventory.grid import FindingsGrid
from msp_desktop.ui.tabs.inventory.small_dialogs import MadeDialog
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.who_field import WhoField
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named, says
from tests.ui.modal import dialog

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def action(window: MainWindow, key: int) -> Action:
    return space(window).reader.one(Action, key)


def planned(window: MainWindow, key: int) -> DateField:
    """Show an action, another step of the history before it, and put the keyboard in its day."""
    window.go_to("timeline", key)
    field = named(window.current_page(), DateField, _("Planned for"))
    field.setFocus()
    return field


def retype(qtbot: QtBot, field: Any, words: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, words)


@pytest.fixture
def other(window: MainWindow) -> int:
    """A step of the history out of sight: the note of another action."""
    timeline.update_action(space(window).store, 3, Change(Action, notes="une note"))
    return 3


def test_words_not_understood_are_the_first_step_undone(window: MainWindow, qtbot: QtBot, other: int) -> None:
    field = planned(window, 2)
    before = field.text()
    retype(qtbot, field, "31/02/2026")
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert field.text() == before
    assert not field.property("wrong")
    assert field.hasFocus()
    assert not space(window).drafts.waiting()
    assert action(window, other).notes == "une note", "nothing else is undone"
    assert says(window, _("Taken back: {step}").format(step=_("Planned for")))
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert action(window, other).notes == "", "the second step is the one before"


def test_words_not_understood_are_undone_though_the_history_is_empty(window: MainWindow, qtbot: QtBot) -> None:
    field = planned(window, 2)
    before = field.text()
    retype(qtbot, field, "31/02/2026")
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert field.text() == before
    assert not space(window).drafts.waiting()


def test_words_the_disk_refuses_are_not_undone_as_nothing_would_bring_them_back(
    window: MainWindow, qtbot: QtBot, other: int, said: list[str]
) -> None:
    window.go_to("timeline", 2)
    note = named(window.current_page(), QPlainTextEdit, _("Notes on this action"))
    note.setFocus()
    before = note.toPlainText()
    space(window).store.read_only = True
    qtbot.keyClicks(note, "zzz")
    qtbot.keyClick(note, KEY.Key_Z, CONTROL)
    space(window).store.read_only = False
    assert note.toPlainText() == "zzz" + before
    assert action(window, other).notes == "une note", "nothing is undone behind them"
    assert says(window, _("Nothing is undone while this waits: {fields}").format(fields=_("Notes on this action")))
    window.flush()
    assert action(window, 2).notes == "zzz" + before
    qtbot.keyClick(note, KEY.Key_Z, CONTROL)
    assert note.toPlainText() == before


def test_nothing_is_undone_behind_words_that_wait_elsewhere(window: MainWindow, qtbot: QtBot, other: int) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    named(window.current_page(), QPlainTextEdit, _("Notes on this action")).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Z, CONTROL)
    assert field.text() == "31/02/2026"
    assert action(window, other).notes == "une note"
    assert says(window, _("Nothing is undone while this waits: {fields}").format(fields=_("Planned for")))


def test_of_several_only_the_words_where_the_keyboard_is_are_undone(window: MainWindow, qtbot: QtBot) -> None:
    first = planned(window, 2)
    retype(qtbot, first, "31/02/2026")
    second = planned(window, 4)
    before = second.text()
    retype(qtbot, second, "32/03/2026")
    qtbot.keyClick(second, KEY.Key_Z, CONTROL)
    assert second.text() == before
    assert planned(window, 2).text() == "31/02/2026"


def test_a_cell_not_understood_is_undone_alone(window: MainWindow, qtbot: QtBot, other: int) -> None:
    window.go_to("meetings")
    table = named(window.current_page(), RecordTable, _("Agenda"))
    item = meeting_item(window)
    table.edit_cell(item.id, 2)
    editor = table.findChild(QLineEdit)
    before = editor.text()
    retype(qtbot, editor, "un quart")
    qtbot.keyClick(editor, KEY.Key_Z, CONTROL)
    assert editor.text() == before
    assert editor.hasFocus()
    assert action(window, other).notes == "une note"


def meeting_item(window: MainWindow) -> AgendaItem:
    reader = space(window).reader
    return reader.all(AgendaItem, order="position", meeting_id=meeting_lines(reader)[0].id)[0]


def test_the_calendar_opens_on_the_record_shown_though_words_wait(window: MainWindow, qtbot: QtBot) -> None:
    workspace = space(window)
    for key, day in ((2, date(2026, 6, 2)), (4, date(2027, 9, 4))):
        timeline.update_action(workspace.store, key, Change(Action, planned_on=day))
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    planned(window, 4)
    assert planned(window, 2).value == date(2026, 6, 2)
    assert field.text() == "31/02/2026"
    assert field.property("wrong")


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_closing_with_words_that_wait_can_be_gone_back_from(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    window.go_to("meetings")
    with monkeypatch.context() as real:
        real.setattr("msp_desktop.ui.shell.messages.choose", choose)

        def leave(box: MessageBox) -> None:
            assert says(box, _("Planned for"))
            qtbot.keyClick(box, KEY.Key_Escape) if way == "escape" else box.close()

        with dialog(MessageBox, leave):
            window.close()
    assert window.isVisible()
    assert window.current_key() == "timeline"
    assert window.focusWidget() is field
    assert field.text() == "31/02/2026"


def test_going_back_from_another_dossier_keeps_this_one(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    workspace = space(window)
    with monkeypatch.context() as back:
        back.setattr("msp_desktop.ui.shell.messages.choose", lambda *_args, **_more: 0)
        window.change_commune()
        assert not window.open_dossier(workspace.store.path)
    assert window.workspace is workspace
    assert window.current_key() == "timeline"


def test_escape_in_a_cell_can_be_undone_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")
    table = named(window.current_page(), RecordTable, _("Agenda"))
    before = meeting_item(window)
    table.edit_cell(before.id, 1)
    editor = table.findChild(QLineEdit)
    label = editor.accessibleName()
    retype(qtbot, editor, "Les locaux de la maison")
    space(window).flush()
    qtbot.keyClicks(editor, " des soins")
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert meeting_item(window).title == before.title
    sentence = _("As it was before: {field}. « Undo » brings back what was typed.")
    assert says(window, sentence.format(field=label))
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Z, CONTROL)
    assert meeting_item(window).title == "Les locaux de la maison des soins"
    qtbot.keyClick(table, KEY.Key_Z, CONTROL)
    assert meeting_item(window).title == before.title


def test_escape_in_a_cell_where_nothing_was_typed_writes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")
    table = named(window.current_page(), RecordTable, _("Agenda"))
    table.edit_cell(meeting_item(window).id, 1)
    qtbot.keyClick(table.findChild(QLineEdit), KEY.Key_Escape)
    assert space(window).store.history.undo_label() is None


def test_escape_in_a_finding_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("inventory", "findings")
    grid = next(grid for grid in window.current_page().findChildren(FindingsGrid) if grid.isVisible())
    reader = space(window).reader
    grid.setCurrentCell(0, 2)
    grid.write_current()
    editor = QApplication.focusWidget()
    assert isinstance(editor, FindingNote)
    held = [finding.answer for finding in reader.all(Finding)]
    qtbot.keyClicks(editor, "Un local manque. ")
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert [finding.answer for finding in reader.all(Finding)] == held
    sentence = _("As it was before: {field}. « Undo » brings back what was typed.")
    assert says(window, sentence.format(field=_("Finding")))
    qtbot.keyClick(grid, KEY.Key_Z, CONTROL)
    assert any("Un local manque." in finding.answer for finding in reader.all(Finding))


def test_the_corner_names_what_is_not_understood_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    window.go_to("timeline", 4)
    window.go_to("meetings")
    assert says(window, _("Not saved yet, as it is not understood: {fields}").format(fields=_("Planned for")))
    button(window, _("Show what is not saved yet")).click()
    assert window.current_key() == "timeline"
    assert field.hasFocus()
    assert field.text() == "31/02/2026"
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert not button(window, _("Show what is not saved yet")).isVisible()


def test_the_key_of_saving_leads_to_what_is_not_understood(window: MainWindow, qtbot: QtBot, said: list[str]) -> None:
    field = planned(window, 2)
    retype(qtbot, field, "31/02/2026")
    window.go_to("meetings")
    say_saved(window)
    assert len(said) == 1
    assert field.hasFocus()


@pytest.mark.parametrize("stay", [True, False])
def test_a_dialog_does_not_close_over_words_not_understood(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, stay: bool
) -> None:
    asked: list[str] = []
    answers = [stay, False]

    def ask(_parent: object, sentence: str, *_answers: str) -> bool:
        asked.append(sentence)
        return answers.pop(0)

    def act(box: MadeDialog) -> None:
        day = named(box, DateField, _("Shared on"))
        day.setFocus()
        retype(qtbot, day, "31/02/2026")
        qtbot.keyClick(day, KEY.Key_Escape)
        assert box.isVisible() is stay
        assert day.hasFocus() is stay
        assert _("Shared on") in asked[0]

    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", ask)
    with dialog(MadeDialog, act):
        workspace = space(window)
        run(MadeDialog(workspace, workspace.reader.one(Inventory, 1), window), workspace)
    assert not space(window).drafts.waiting()


def test_what_is_undone_in_a_meeting_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("meetings")

    def act(box: LiveMeeting) -> None:
        note = named(box, QPlainTextEdit, _("What is said on this point"))
        qtbot.waitUntil(note.hasFocus)
        before = note.toPlainText()
        qtbot.keyClicks(note, "Accord")
        button(box, _("Next point")).click()
        qtbot.keyClick(note, KEY.Key_Z, CONTROL)
        assert says(box, _("Point {number} of {total}").format(number=1, total=len(box._items)))
        assert note.toPlainText() == before
        assert QToolTip.text().startswith(_("Taken back: {step}").partition("{step}")[0])

    with dialog(LiveMeeting, act):
        button(window.current_page(), _("During the meeting")).click()


def test_a_long_name_shows_its_beginning_once_left(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("timeline", 2)
    who = named(window.current_page(), WhoField, _("Who"))
    line = who
    who.setFocus()
    retype(qtbot, line, "Madame la directrice de la communaute de communes du Val de Creuse et son adjoint")
    named(window.current_page(), QPlainTextEdit, _("Notes on this action")).setFocus()
    qtbot.waitUntil(lambda: line.cursorPosition() == 0)
    window.go_to("timeline", 3)
    window.go_to("timeline", 2)
    assert line.cursorPosition() == 0
    title = named(window.current_page(), DateField, _("Planned for"))
    retype(qtbot, title, "un jour qui ne se trouve dans aucun calendrier")
    window.go_to("timeline", 3)
    named(window.current_page(), QPlainTextEdit, _("Notes on this action")).setFocus()
    window.go_to("timeline", 2)
    assert title.property("wrong")
    assert title.cursorPosition() == 0


def test_a_letter_more_leaves_the_other_names_linked(window: MainWindow, qtbot: QtBot) -> None:
    """Two people of one name and words for somebody in no directory: typing on changes none of the links."""
    workspace = space(window)
    others = [
        add_person(workspace.store, Person(first_name="Nadia", last_name="Roche", function=function)).id
        for function in ("Infirmière", "Sage-femme")
    ]
    names = ", ".join(label_of(workspace.reader, key) for key in others)
    timeline.update_action(workspace.store, 2, Change(Action, assignee=f"{names}, le voisin"))

    def linked() -> list[int]:
        return [link.person_id for link in workspace.reader.all(Assignment, order="position", action_id=2)]

    assert linked() == others
    links = workspace.reader.all(Assignment, order="id", action_id=2)
    window.go_to("timeline", 2)
    who = named(window.current_page(), WhoField, _("Who"))
    who.setFocus()
    who.end(False)
    qtbot.keyClicks(who, "s")
    workspace.flush()
    assert action(window, 2).assignee == "le voisins"
    assert linked() == others
    assert workspace.reader.all(Assignment, order="id", action_id=2) == links, "the links themselves are untouched"


def test_words_begun_for_an_action_that_is_undone_meanwhile_go_with_it(window: MainWindow, qtbot: QtBot) -> None:
    added = timeline.add_action(space(window).store, "Visiter le gymnase", date(2026, 5, 20))
    window.go_to("timeline", added.id)
    line = named(window.current_page(), QLineEdit, _("Add something to do"))
    line.setFocus()
    qtbot.keyClicks(line, "demander la cle")
    before = space(window).reader.all(ActionStep)
    # From the menu: in the line itself the same key would take the words back first.
    space(window).store.undo()
    assert space(window).reader.find(Action, id=added.id) is None
    assert space(window).reader.all(ActionStep) == before
    assert space(window).drafts.flush()
