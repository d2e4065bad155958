"""Dialogs that take words keep them, or ask: driven by the keyboard, closed by each of their ways out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop import i18n
from msp_desktop.domain.meetings import AgendaItem, Attendance
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.services import people
from msp_desktop.services.meetings import invite, meeting_lines
from msp_desktop.ui.dialogs.choose_people import ChoosePeople, guests_of
from msp_desktop.ui.dialogs.live_meeting import LiveMeeting
from msp_desktop.ui.dialogs.new_dossier import NewDossier
from msp_desktop.ui.dialogs.person_card import PersonCard
from msp_desktop.ui.dialogs.small_forms.objectives import Objectives
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.papers.send_dialog import SendDialog
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.modal import dialog

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def named(parent: QWidget, kind: type[Any], name: str) -> Any:
    return next(widget for widget in parent.findChildren(kind) if widget.accessibleName() == name)


def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What questions asked; each is answered with its first answer: go on."""
    heard: list[str] = []

    def ask(_parent: object, sentence: str, *_answers: str) -> bool:
        heard.append(sentence)
        return True

    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", ask)
    return heard


def test_undo_and_redo_work_in_a_dialog_and_in_its_fields(window: MainWindow, qtbot: QtBot) -> None:
    workspace = space(window)
    person = people.add_person(workspace.store, Person(last_name="Durand"))
    seen: list[str] = []

    def act(box: PersonCard) -> None:
        line = named(box, QLineEdit, i18n._("Telephone"))
        line.setFocus()
        qtbot.keyClicks(line, "0612345678")
        qtbot.keyClick(line, KEY.Key_Z, CONTROL)
        seen.append(workspace.reader.one(Person, person.id).phone)
        seen.append(line.text())
        qtbot.keyClick(line, KEY.Key_Y, CONTROL)
        seen.append(workspace.reader.one(Person, person.id).phone)

    from msp_desktop.ui.widgets.modal import run

    with dialog(PersonCard, act):
        run(PersonCard(workspace, person.id, window), workspace)
    assert seen[:2] == ["", ""]
    assert "".join(seen[2].split()) == "0612345678"


def test_somebody_typed_is_invited_with_those_ticked(window: MainWindow, qtbot: QtBot) -> None:
    workspace = space(window)
    window.go_to("meetings")
    before = len(workspace.reader.all(Attendance))

    def choose(box: ChoosePeople) -> None:
        box._list.item(0).setCheckState(Qt.CheckState.Checked)
        qtbot.keyClicks(named(box, QLineEdit, i18n._("Name")), "Roux")
        named(box, QAbstractButton, i18n._("Invite")).click()

    with dialog(ChoosePeople, choose):
        named(window.current_page(), QAbstractButton, i18n._("Add guests")).click()
    assert len(workspace.reader.all(Attendance)) == before + 2
    added = workspace.reader.find(Person, last_name="Roux")
    assert added is not None
    assert workspace.reader.find(Attendance, person_id=added.id) is not None


def test_the_guests_ask_before_they_lose_somebody_typed(window: MainWindow, qtbot: QtBot, asked: list[str]) -> None:
    meeting = meeting_lines(space(window).reader)[0].id
    box = ChoosePeople(space(window), guests_of(space(window), meeting), window)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClick(box, KEY.Key_Escape)
    assert not box.isVisible()
    assert asked == []
    again = ChoosePeople(space(window), guests_of(space(window), meeting), window)
    qtbot.addWidget(again)
    again.show()
    qtbot.keyClicks(named(again, QLineEdit, i18n._("Name")), "Roux")
    qtbot.keyClick(again, KEY.Key_Escape)
    assert again.isVisible()
    assert len(asked) == 1


def test_the_wizard_asks_before_it_loses_what_is_typed(qtbot: QtBot, asked: list[str]) -> None:
    wizard = NewDossier(TODAY)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.keyClicks(wizard._find.line, "gueret 23")
    qtbot.keyClick(wizard._find.line, KEY.Key_Return)
    qtbot.keyClick(wizard, KEY.Key_Escape)
    assert wizard.isVisible()
    assert len(asked) == 1
    untouched = NewDossier(TODAY)
    qtbot.addWidget(untouched)
    untouched.show()
    qtbot.keyClick(untouched, KEY.Key_Escape)
    assert not untouched.isVisible()


def test_a_new_entry_typed_without_enter_is_kept_as_its_dialog_closes(window: MainWindow, qtbot: QtBot) -> None:
    from msp_desktop.domain.objectives import Objective

    workspace = space(window)

    def act(box: Objectives) -> None:
        qtbot.keyClicks(named(box, QLineEdit, i18n._("A new objective")), "Une permanence")
        qtbot.keyClick(box, KEY.Key_Escape)

    with dialog(Objectives, act):
        workspace.request_form.emit("objectives", None)
    assert [row.title for row in workspace.reader.all(Objective)].count("Une permanence") == 1


def test_what_is_said_on_a_point_is_undone_in_the_meeting(window: MainWindow, qtbot: QtBot) -> None:
    workspace = space(window)
    window.go_to("meetings")
    meeting = meeting_lines(workspace.reader)[0].id
    first = workspace.reader.all(AgendaItem, order="position", meeting_id=meeting)[0]
    seen: list[str] = []

    def act(box: LiveMeeting) -> None:
        note = named(box, QPlainTextEdit, i18n._("What is said on this point"))
        qtbot.waitUntil(note.hasFocus)
        qtbot.keyClicks(note, "Accord")
        qtbot.keyClick(note, KEY.Key_Z, CONTROL)
        seen.append(note.toPlainText())
        qtbot.keyClicks(note, "Accord de tous")

    with dialog(LiveMeeting, act):
        named(window.current_page(), QAbstractButton, i18n._("During the meeting")).click()
    assert seen == [first.discussion]
    assert workspace.reader.one(AgendaItem, first.id).discussion == "Accord de tous" + first.discussion


def test_an_address_typed_for_a_guest_without_one_stays_theirs(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msp_desktop.domain.mail import Way
    from msp_desktop.ui.papers.desk import Desk

    monkeypatch.setattr("msp_desktop.ui.shell.messages.ask", lambda *_args: True)
    workspace = space(window)
    meeting = meeting_lines(workspace.reader)[0].id
    guest = people.add_person(workspace.store, Person(last_name="Roux"))
    invite(workspace.store, meeting, [guest.id])
    desk = Desk(workspace, tmp_path, lambda: Way.AUTO, lambda _way: None)
    box = SendDialog(desk, "invitations", desk.context(meeting), window)
    qtbot.addWidget(box)
    box.show()
    row = next(i for i, context in enumerate(box._letters) if context.person_id == guest.id)
    box._guests.setCurrentRow(row)
    to = named(box, QLineEdit, i18n._("To"))
    qtbot.keyClicks(to, "pas une adresse")
    box._guests.setCurrentRow(0 if row else 1)
    assert workspace.reader.one(Person, guest.id).email == ""
    box._guests.setCurrentRow(row)
    to.clear()
    qtbot.keyClicks(to, "roux@exemple.fr")
    box.done(0)
    assert workspace.reader.one(Person, guest.id).email == "roux@exemple.fr"


def test_every_choice_column_of_the_small_forms_knows_which_choice_a_row_has(window: MainWindow) -> None:
    from msp_desktop.ui.dialogs.small_forms.partners import Partners

    boxes: list[QDialog] = [Partners(space(window), window)]

    def wrong(column: Column, row: Any) -> bool:
        if column.choices is None:
            return False
        return column.value is None or column.edited(row) not in [value for value, _words in column.choices()]

    for box in boxes:
        (table,) = box.findChildren(RecordTable)
        rows = table.rows.rows()
        assert rows
        assert [column.title for column in table.rows.columns for row in rows if wrong(column, row)] == []


def test_the_wizard_is_shown_again_with_its_words_where_the_disk_refuses_the_dossier(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msp_desktop.services import dossiers
    from msp_desktop.ui.shell import actions

    shown: list[str] = []
    refused: list[str] = []

    def fill(wizard: NewDossier) -> bool:
        shown.append(wizard._last.text())
        wizard._find.line.setText("gueret 23")
        wizard._last.setText("Duval")
        return len(shown) < 3

    def refuse(*_args: object) -> None:
        raise UserError("Le disque est plein.")

    monkeypatch.setattr(actions, "run", fill)
    monkeypatch.setattr(dossiers, "new_dossier", refuse)
    monkeypatch.setattr(window, "refuse", refused.append)
    actions.new_dossier(window)
    assert shown == ["", "Duval", "Duval"]
    assert refused == ["Le disque est plein."] * 2
