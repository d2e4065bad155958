"""A form is declared once: its order, its names and its record follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.people import Person
from msp_desktop.services.people import add_person, update_person
from msp_desktop.ui.drafts import State
from msp_desktop.ui.forms.field import Field, day, line, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.workspace import Workspace


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace) -> Form:
    made = Form(
        workspace,
        Person,
        update_person,
        [
            (Field("first_name", "Prénom", line()), Field("last_name", "Nom", line(), hint="Le nom d’usage.")),
            Field("notes", "Notes", note()),
        ],
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def two(workspace: Workspace) -> tuple[Person, Person]:
    return (
        add_person(workspace.store, Person(first_name="Anne", last_name="Roux")),
        add_person(workspace.store, Person(first_name="Luc", last_name="Roux")),
    )


def stored(workspace: Workspace, person: Person) -> Person:
    return workspace.reader.one(Person, person.id)


def test_an_attribute_the_record_has_not_is_refused_when_the_form_is_made(workspace: Workspace) -> None:
    with pytest.raises(AssertionError, match="nickname"):
        Form(workspace, Person, update_person, [Field("nickname", "Surnom", line())])


def test_tab_goes_in_the_order_of_the_declaration(form: Form, qtbot: QtBot) -> None:
    form.focus_first()
    seen = []
    for _step in range(3):
        widget = QApplication.focusWidget()
        assert isinstance(widget, QWidget)
        seen.append(widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == ["Prénom", "Nom", "Notes"]


def test_a_hint_is_told_to_those_who_do_not_see_it(form: Form) -> None:
    assert form.editor("last_name").accessibleDescription() == "Le nom d’usage."


def test_what_is_typed_goes_to_the_record_it_was_typed_for(form: Form, workspace: Workspace, qtbot: QtBot) -> None:
    anne, luc = two(workspace)
    form.show_record(anne)
    field = form.editor("last_name")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "-Morel")
    form.show_record(luc)
    assert stored(workspace, anne).last_name == "Roux-Morel"
    assert stored(workspace, luc).last_name == "Roux"
    assert field.text() == "Roux"  # type: ignore[attr-defined]


def test_refused_words_come_back_with_their_record(form: Form, workspace: Workspace, qtbot: QtBot) -> None:
    anne, luc = two(workspace)
    form.show_record(anne)
    field = form.editor("notes")
    field.setFocus()
    workspace.store.read_only = True
    qtbot.keyClicks(field, "Appeler")
    form.show_record(luc)
    assert field.toPlainText() == ""  # type: ignore[attr-defined]
    workspace.store.read_only = False
    form.show_record(anne)
    assert field.toPlainText() == "Appeler"  # type: ignore[attr-defined]
    assert workspace.flush()
    assert stored(workspace, anne).notes == "Appeler"
    assert stored(workspace, luc).notes == ""


def test_several_lines_pasted_on_one_become_one(form: Form, workspace: Workspace, qtbot: QtBot) -> None:
    anne, _luc = two(workspace)
    form.show_record(anne)
    field = form.editor("last_name")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QGuiApplication.clipboard().setText("Roux\r\nde la Croix\n")
    field.paste()  # type: ignore[attr-defined]  # as the field's own menu does
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored(workspace, anne).last_name == "Roux de la Croix"


def test_a_date_not_understood_waits_with_its_mark_for_its_record(workspace: Workspace, qtbot: QtBot) -> None:
    from msp_desktop.domain.actions import Action
    from msp_desktop.services.timeline import update_action

    form = Form(workspace, Action, update_action, [Field("planned_on", "Prévue le", day())])
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    first, second = workspace.reader.all(Action)[:2]
    form.show_record(first)
    field = form.editor("planned_on")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, "31/02/2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert workspace.drafts.state() is State.NOT_UNDERSTOOD
    form.show_record(second)
    assert not field.property("wrong")
    form.show_record(first)
    assert field.property("wrong")
    assert field.text() == "31/02/2026"  # type: ignore[attr-defined]
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, "28/02/2027")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not field.property("wrong")
    assert str(workspace.reader.one(Action, first.id).planned_on) == "2027-02-28"
    assert workspace.drafts.state() is State.SAVED


def test_a_form_of_a_dossier_that_can_only_be_read_lets_nobody_type(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.store.read_only = True
    form = Form(workspace, Person, update_person, [Field("notes", "Notes", note())])
    qtbot.addWidget(form)
    form.show_record(Person(id=1))
    qtbot.keyClicks(form.editor("notes"), "perdu")
    assert not workspace.drafts.waiting()


def test_words_refused_in_a_form_that_is_gone_are_written_once_they_can_be(workspace: Workspace, qtbot: QtBot) -> None:
    """A dialog on a full disk is closed; room is made; the next try finds no field to show anything in."""
    anne, _luc = two(workspace)
    gone: list[bool] = []
    form = Form(workspace, Person, update_person, [Field("notes", "Notes", note())])
    form.destroyed.connect(lambda: gone.append(True))
    form.show_record(anne)
    workspace.store.read_only = True
    qtbot.keyClicks(form.editor("notes"), "Appeler")
    assert not workspace.flush()
    form.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    assert not workspace.flush()
    workspace.store.read_only = False
    assert workspace.flush()
    assert stored(workspace, anne).notes == "Appeler"
    again = Form(workspace, Person, update_person, [Field("notes", "Notes", note())])
    qtbot.addWidget(again)
    again.show_record(stored(workspace, anne))
    assert again.editor("notes").toPlainText() == "Appeler"  # type: ignore[attr-defined]
