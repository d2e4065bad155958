"""A person of the directory: each line is written as it is left, deleting is everywhere and can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Category, Person, display_name
from msp_desktop.i18n import _
from msp_desktop.services.people import add_person, update_person
from msp_desktop.services.people_roles import roles_of
from msp_desktop.ui.dialogs.forget_dialog import ForgetDialog
from msp_desktop.ui.dialogs.person_card import PersonCard
from msp_desktop.ui.widgets.many_choice import ManyChoice
from msp_desktop.ui.widgets.who_field import WhoField
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named, says
from tests.ui.modal import dialog
from tests.ui.widgets.who import press


@pytest.fixture
def person(workspace: Workspace) -> Person:
    return workspace.reader.all(Person)[0]


@pytest.fixture
def card(workspace: Workspace, person: Person, shown: Callable[[PersonCard], PersonCard]) -> PersonCard:
    return shown(PersonCard(workspace, person.id))


def test_each_line_is_written_as_it_is_left(
    card: PersonCard, person: Person, workspace: Workspace, qtbot: QtBot
) -> None:
    line = named(card, QLineEdit, _("Function"))
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "adjointe")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert workspace.reader.one(Person, person.id).function == "adjointe"


def test_the_name_at_the_top_follows_the_fields(card: PersonCard, person: Person, workspace: Workspace) -> None:
    workspace.attempt(update_person, person.id, Change(Person, last_name="Martin-Dubois"))
    assert says(card, display_name(workspace.reader.one(Person, person.id)))


def test_deleting_is_everywhere_and_can_be_undone(
    card: PersonCard, person: Person, workspace: Workspace, qtbot: QtBot
) -> None:
    def act(box: ForgetDialog) -> None:
        qtbot.waitUntil(button(box, _("Delete everywhere")).isEnabled)
        button(box, _("Delete everywhere")).click()
        qtbot.waitUntil(lambda: says(box, _("Done")))

    with dialog(ForgetDialog, act):
        button(card, _("Delete everywhere")).click()
    assert workspace.reader.find(Person, id=person.id) is None
    workspace.undo()
    assert workspace.reader.find(Person, id=person.id) == person


def test_a_body_typed_is_found_and_one_that_is_new_is_made(
    card: PersonCard, person: Person, workspace: Workspace, qtbot: QtBot
) -> None:
    body = add_person(workspace.store, Person(organisation="Agence de l’eau de Porto-Vecchio"))
    line = named(card, WhoField, _("Body"))
    line.setText("")
    line.setFocus()
    qtbot.keyClicks(line, "porto")
    press(qtbot, line, Qt.Key.Key_Return)
    assert workspace.reader.one(Person, person.id).body_id == body.id
    qtbot.keyClicks(line, "Atelier sante, antenne nord")
    press(qtbot, line, Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line.chips() == ("Atelier sante, antenne nord",))
    found = workspace.reader.one(Person, person.id)
    assert found.body_id is not None
    assert workspace.reader.one(Person, found.body_id).organisation == found.organisation == line.text()


def test_what_else_they_are_is_ticked_beside_the_family(card: PersonCard, person: Person, workspace: Workspace) -> None:
    also = card.findChildren(ManyChoice)[0]
    also.list.actions()[-1].trigger()
    assert roles_of(workspace.reader, person.id) == (person.category, Category.SCHEME)
    workspace.undo()
    assert roles_of(workspace.reader, person.id) == (person.category,)
    assert also.values() == ()


def test_a_body_has_a_name_of_its_own_to_type(
    workspace: Workspace, shown: Callable[[PersonCard], PersonCard], qtbot: QtBot
) -> None:
    body = add_person(workspace.store, Person(organisation="CPTS du Val"))
    card = shown(PersonCard(workspace, body.id))
    line = named(card, QLineEdit, _("Name of the body"))
    line.setFocus()
    line.end(False)
    qtbot.keyClicks(line, " et du Bois")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert workspace.reader.one(Person, body.id).organisation == "CPTS du Val et du Bois"
    assert not [one for one in card.findChildren(QLineEdit) if one.accessibleName() == _("First name")]
