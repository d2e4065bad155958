"""The page « Communes voisines »: side by side, by keyboard, and the panel follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.services.neighbours import add_neighbour, neighbours, update_neighbour
from msp_desktop.ui.tabs.project import neighbours_page
from msp_desktop.ui.tabs.project.neighbour_grid import NeighbourGrid, answers, labels
from msp_desktop.ui.tabs.project.neighbours_page import NeighboursPage
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import named, says


def page_of(qtbot: QtBot, workspace: Workspace) -> NeighboursPage:
    page = NeighboursPage(workspace)
    qtbot.addWidget(page)
    assert page.panel is not None
    qtbot.addWidget(page.panel)
    workspace.changed.connect(page.refresh)
    page.show()
    page.panel.show()
    return page


def test_towns_are_walked_with_the_arrows_and_taken_out(qtbot: QtBot, workspace: Workspace) -> None:
    for name, distance, years in (("Bourg", 11.0, None), ("Valbourg", 14.0, 2021)):
        town = add_neighbour(workspace.store, name, TODAY)
        told = Change(NeighbourTown, distance_km=distance, begun=2017, recognised=years)
        update_neighbour(workspace.store, town.id, told)
    page = page_of(qtbot, workspace)
    first, second = neighbours(workspace.reader)
    grid = named(page, NeighbourGrid, "Communes voisines, côte à côte")
    assert page.target() == first.id
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert page.target() == second.id
    assert says(page.panel, "4 ans du début à la reconnaissance")  # type: ignore[arg-type]
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert [town.id for town in neighbours(workspace.reader)] == [first.id]
    assert page.target() == first.id
    workspace.undo()
    assert len(neighbours(workspace.reader)) == 2


def test_no_town_is_an_empty_page_that_says_what_to_do(qtbot: QtBot, workspace: Workspace) -> None:
    page = page_of(qtbot, workspace)
    assert says(page, "Qu’ont vécu les voisins")
    assert says(page.panel, "Que demander à une commune voisine")  # type: ignore[arg-type]
    made = add_neighbour(workspace.store, "N" * 300, TODAY)
    assert page.target() == made.id


def test_each_question_has_its_answer() -> None:
    assert len(answers(NeighbourTown(position=1, town="Valbourg"))) == len(labels())


def test_what_is_typed_after_a_town_is_added_goes_beside_its_name(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, workspace)
    monkeypatch.setattr(neighbours_page, "run", lambda _dialog, _workspace: page._add("Bénévent-l’Abbaye"))
    page._ask()
    assert page.panel is not None
    assert page.panel.window().focusWidget() is page._panel.form.editor("distance_km")
