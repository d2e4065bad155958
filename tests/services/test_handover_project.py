"""What a successor reads of the health project: what is begun, what waits, with whom."""

from __future__ import annotations

from datetime import timedelta

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet
from msp_desktop.domain.change import Change
from msp_desktop.domain.handover import Grid, Lines
from msp_desktop.services.action_sheets import add_axis, add_sheet, delete_sheets, plan, update_sheet
from msp_desktop.services.handover_project import project_part
from msp_desktop.services.neighbours import neighbours
from tests.conftest import TODAY


def grids(store: Store) -> dict[str, Grid]:
    return {part.title: part for part in project_part(store.reader, TODAY) if isinstance(part, Grid)}


def test_a_town_that_has_begun_nothing_has_no_such_part(store: Store) -> None:
    assert project_part(store.reader, TODAY) == ()


def test_the_sample_hands_over_all_that_waits(sample: Store) -> None:
    lines = [part.label for part in project_part(sample.reader, TODAY) if isinstance(part, Lines)]
    assert lines[0] == "Le chemin"
    assert ("Communes voisines" in lines) is bool(neighbours(sample.reader))
    found = grids(sample)
    assert {"Étapes qui attendent", "Dispositifs du territoire", "Fiches action en cours", "Appels à suivre"} <= set(
        found
    )
    assert all(sum(grid.widths) == 168 for grid in found.values())
    assert len(found["Fiches action en cours"].rows) == sum(view.is_open() for view in plan(sample.reader).sheets())


def test_a_sheet_whose_day_has_passed_is_late(store: Store) -> None:
    axis = add_axis(store, "Accès")
    row = add_sheet(store, axis.id, "Un bus")
    assert grids(store)["Fiches action en cours"].rows == (("1.1 Un bus", "–", "–", "–"),)
    update_sheet(store, row.id, Change(ActionSheet, due_on=TODAY - timedelta(1)))
    assert grids(store)["Fiches action en cours"].rows[0][2] == "lundi\u00a027\u00a0avril, en retard"
    delete_sheets(store, [row.id])
    assert "Fiches action en cours" not in grids(store)
