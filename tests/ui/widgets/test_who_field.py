"""The field of names: several separated by commas, each completed, and what is stored shown once one has left."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person
from msp_desktop.services import small_forms, timeline
from msp_desktop.services.people import add_person
from msp_desktop.ui.dialogs.small_forms.objectives import Objectives
from msp_desktop.ui.tabs.timeline.tab import TimelineTab
from msp_desktop.ui.widgets.choice_field import WhoField
from msp_desktop.ui.widgets.names_completer import NamesCompleter
from msp_desktop.ui.workspace import Workspace

NAMES = ["Mme Nadia Roche", "Dr Léa Fontanel", "CPTS du Val"]


@pytest.fixture
def field(qtbot: QtBot) -> WhoField:
    shown = WhoField("Qui", lambda: NAMES)
    qtbot.addWidget(shown)
    shown.show()
    shown.suggest(NAMES)
    return shown


def proposed(line: QLineEdit) -> list[str]:
    """Return the whole lines that would be taken for what is typed now."""
    completer = line.completer()
    assert isinstance(completer, NamesCompleter)
    completer.setCompletionPrefix(completer.splitPath(line.text())[0])
    found = []
    while completer.setCurrentRow(len(found)):
        found.append(completer.currentCompletion())
    return found


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("nad", ["Mme Nadia Roche"]),
        ("Mme Nadia Roche, font", ["Mme Nadia Roche, Dr Léa Fontanel"]),
        ("le maire,val", ["le maire, CPTS du Val"]),
        ("personne", []),
    ],
)
def test_the_name_being_typed_is_completed_and_those_before_it_stay(
    field: WhoField, typed: str, lines: list[str]
) -> None:
    line = field.lineEdit()
    line.setText(typed)
    assert proposed(line) == lines


def test_a_name_of_the_list_follows_a_comma_and_takes_the_place_of_anything_else(field: WhoField) -> None:
    for typed, shown in (
        ("", "Dr Léa Fontanel"),
        ("le maire,", "le maire, Dr Léa Fontanel"),
        ("Du", "Dr Léa Fontanel"),
    ):
        field.lineEdit().setText(typed)
        field.showPopup()
        field.hidePopup()
        field.activated.emit(NAMES.index("Dr Léa Fontanel"))
        assert field.text() == shown


def tab_on(qtbot: QtBot, workspace: Workspace, action: Action) -> tuple[TimelineTab, QLineEdit]:
    tab = TimelineTab(workspace)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitExposed(tab)
    tab.activateWindow()
    workspace.changed.connect(tab.refresh)
    tab.show_target(action.id)
    qtbot.waitUntil(lambda: bool(tab.findChildren(WhoField)))
    return tab, tab.findChildren(WhoField)[0].lineEdit()


def test_what_is_typed_stays_while_one_types_and_what_it_means_shows_once_one_has_left(
    qtbot: QtBot, workspace: Workspace
) -> None:
    person = add_person(workspace.store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    action = timeline.add_action(workspace.store, "Appeler", workspace.today())
    tab, line = tab_on(qtbot, workspace, action)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "nadia roche, ")
    workspace.flush()
    assert [link.person_id for link in workspace.reader.all(Assignment, action_id=action.id)] == [person.id]
    assert line.text() == "nadia roche, "
    qtbot.keyClicks(line, "le maire")
    tab.focus_main()
    qtbot.waitUntil(lambda: line.text() == "Mme Nadia Roche, le maire")
    workspace.undo()
    qtbot.waitUntil(lambda: "le maire" not in line.text())


def test_a_cell_of_names_proposes_the_directory(qtbot: QtBot, workspace: Workspace) -> None:
    person = add_person(workspace.store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    objective = small_forms.add_objective(workspace.store, "Se revoir")
    parent = TimelineTab(workspace)
    qtbot.addWidget(parent)
    dialog: Any = Objectives(workspace, parent)
    dialog.show()
    table = dialog._table
    table.edit(table.model().index(0, 2))
    cell = next(line for line in table.findChildren(QLineEdit) if line.completer() is not None)
    qtbot.keyClicks(cell, "roche")
    assert proposed(cell) == ["Mme Nadia Roche"]
    cell.take("Mme Nadia Roche")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(workspace.reader.all(Assignment)))
    assert [link.person_id for link in workspace.reader.all(Assignment, objective_id=objective.id)] == [person.id]
    assert workspace.reader.one(Objective, objective.id).person == ""
    assert table.model().index(0, 2).data() == "Mme Nadia Roche"
