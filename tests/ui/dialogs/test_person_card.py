"""A person of the directory: each line is written as it is left, deleting is everywhere and can be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person, display_name
from msp_desktop.i18n import _
from msp_desktop.services.people import update_person
from msp_desktop.ui.dialogs.forget_dialog import ForgetDialog
from msp_desktop.ui.dialogs.person_card import PersonCard
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named, says
from tests.ui.modal import dialog


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
