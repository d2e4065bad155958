"""« Qui » in a form and in a cell: what is typed, taken, removed is written, shown and undone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Person
from msp_desktop.services import small_forms, timeline
from msp_desktop.services.people import add_person
from msp_desktop.ui.dialogs.small_forms.objectives import Objectives
from msp_desktop.ui.tabs.timeline.tab import TimelineTab
from msp_desktop.ui.widgets.who_field import CellWho, WhoField
from msp_desktop.ui.workspace import Workspace
from tests.ui.widgets.who import press, proposals

KEY = Qt.Key


def tab_on(qtbot: QtBot, workspace: Workspace, action: Action) -> tuple[TimelineTab, WhoField]:
    tab = TimelineTab(workspace)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitExposed(tab)
    tab.activateWindow()
    workspace.changed.connect(tab.refresh)
    tab.show_target(action.id)
    qtbot.waitUntil(lambda: bool(tab.findChildren(WhoField)))
    return tab, tab.findChildren(WhoField)[0]


def test_what_is_typed_stays_while_one_types_and_what_it_means_shows_once_one_has_left(
    qtbot: QtBot, workspace: Workspace
) -> None:
    person = add_person(workspace.store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    action = timeline.add_action(workspace.store, "Appeler", workspace.today())
    tab, line = tab_on(qtbot, workspace, action)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "nadia roche")
    press(qtbot, line, KEY.Key_Escape)
    workspace.flush()
    assert [link.person_id for link in workspace.reader.all(Assignment, action_id=action.id)] == [person.id]
    assert line.text() == "nadia roche"
    qtbot.keyClicks(line, ", le maire")
    tab.focus_main()
    qtbot.waitUntil(lambda: line.text() == "Mme Nadia Roche, le maire")
    assert line.chips() == ("Mme Nadia Roche",)
    workspace.undo()
    qtbot.waitUntil(lambda: "le maire" not in line.text())


def test_a_chip_taken_or_removed_is_written_at_once_and_undone_as_a_step(qtbot: QtBot, workspace: Workspace) -> None:
    person = add_person(workspace.store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    action = timeline.add_action(workspace.store, "Appeler", workspace.today())
    _tab, line = tab_on(qtbot, workspace, action)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "roche")
    press(qtbot, line, KEY.Key_Return)

    def linked() -> list[int]:
        return [link.person_id for link in workspace.reader.all(Assignment, action_id=action.id)]

    assert linked() == [person.id]
    press(qtbot, line, KEY.Key_Backspace)
    assert linked() == []
    workspace.undo()
    assert linked() == [person.id]
    assert line.chips() == ("Mme Nadia Roche",)


def test_a_cell_of_names_proposes_the_directory(qtbot: QtBot, workspace: Workspace) -> None:
    person = add_person(workspace.store, Person(civility="Mme", first_name="Nadia", last_name="Roche"))
    objective = small_forms.add_objective(workspace.store, "Se revoir")
    parent = TimelineTab(workspace)
    qtbot.addWidget(parent)
    dialog: Any = Objectives(workspace, parent)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    table = dialog._table
    table.edit(table.model().index(0, 2))
    cell = next(line for line in table.findChildren(QLineEdit) if isinstance(line, CellWho))
    qtbot.keyClicks(cell, "roche")
    assert proposals(cell)[0] == "Mme Nadia Roche"
    press(qtbot, cell, KEY.Key_Return)
    assert cell.chips() == ("Mme Nadia Roche",)
    press(qtbot, cell, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(workspace.reader.all(Assignment)))
    assert [link.person_id for link in workspace.reader.all(Assignment, objective_id=objective.id)] == [person.id]
    assert workspace.reader.one(Objective, objective.id).person == ""
    assert table.model().index(0, 2).data() == "Mme Nadia Roche"


@pytest.mark.parametrize("count", [1, 3, 12])
def test_a_cell_has_room_for_its_names_within_the_table(qtbot: QtBot, workspace: Workspace, count: int) -> None:
    names = [f"Personne Longuement-Nommée {number}" for number in range(count)]
    for name in names:
        add_person(workspace.store, Person(last_name=name))
    objective = small_forms.add_objective(workspace.store, "Se revoir")
    small_forms.update_entry(workspace.store, objective.id, Change(Objective, person=", ".join(names)))
    parent = TimelineTab(workspace)
    qtbot.addWidget(parent)
    dialog: Any = Objectives(workspace, parent)
    dialog.show()
    qtbot.waitExposed(dialog)
    table = dialog._table
    table.edit(table.model().index(0, 2))
    cell = next(line for line in table.findChildren(QLineEdit) if isinstance(line, CellWho))
    assert cell.chips() == tuple(names)
    assert table.viewport().rect().contains(cell.geometry())
    assert cell.rect().contains(cell.places.boxes[-1])
    before = cell.width()
    cell.remove_chip(0)
    assert cell.width() <= before
