"""What a deletion touches is shown first; left, nothing happens; done, what is left is said, and undo brings all back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import dossiers
from msp_desktop.services.copies import folders
from msp_desktop.services.timeline import update_action
from msp_desktop.ui.dialogs.forget_dialog import ForgetDialog
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import button, says


@pytest.fixture
def person(workspace: Workspace) -> Person:
    (found,) = workspace.reader.all(Person, last_name="Roche")
    return found


@pytest.fixture
def box(
    workspace: Workspace, person: Person, shown: Callable[[ForgetDialog], ForgetDialog], qtbot: QtBot
) -> ForgetDialog:
    update_action(workspace.store, 3, Change(Action, notes="Voir Mme Roche, puis relire ce que Roche a écrit."))
    dossiers.safe_copy(workspace.store, NOW - timedelta(1))
    opened = shown(ForgetDialog(workspace, [person.id]))
    qtbot.waitUntil(lambda: says(opened, _("In the dossier")))
    return opened


def texts(box: ForgetDialog) -> str:
    from msp_desktop.ui.widgets.labels import Label

    return "\n".join(label.text() for label in box.findChildren(Label))


def held() -> list[bool]:
    return [b"Roche" in path.read_bytes() for folder in folders() for path in Path(folder).glob("*.msp100")]


def test_all_that_it_touches_is_shown_and_nothing_is_done_yet(
    box: ForgetDialog, person: Person, workspace: Workspace
) -> None:
    told = texts(box)
    for words in ("Roche", "Sa fiche de l’annuaire", "réunion", "Voir Mme Roche", "1 copie"):
        assert words in told, words
    box.reject()
    assert workspace.reader.find(Person, id=person.id) == person
    assert held() == [True, True]


def test_the_verb_is_pressed_and_what_was_done_is_said(
    box: ForgetDialog, person: Person, workspace: Workspace, qtbot: QtBot
) -> None:
    for tick in box.findChildren(QCheckBox):
        if not tick.isChecked():
            tick.click()
    button(box, _("Delete everywhere")).click()
    qtbot.waitUntil(lambda: says(box, _("Done")))
    assert workspace.reader.find(Person, id=person.id) is None
    assert box.done_with
    assert held() == [False, False]
    assert "réécrite" in texts(box)
    assert "(nom effacé)" in workspace.reader.one(Action, 3).notes
    workspace.undo()
    assert workspace.reader.find(Person, id=person.id) == person
    assert held() == [False, False]


def test_what_is_unticked_stays(box: ForgetDialog, person: Person, workspace: Workspace, qtbot: QtBot) -> None:
    for tick in box.findChildren(QCheckBox):
        if tick.isChecked():
            tick.click()
    button(box, _("Delete everywhere")).click()
    qtbot.waitUntil(lambda: says(box, _("Done")))
    assert workspace.reader.one(Action, 3).notes == "Voir Mme Roche, puis relire ce que Roche a écrit."
    assert workspace.reader.find(Person, id=person.id) is None
