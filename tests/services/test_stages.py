"""The three stages of a health centre."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.services.stages import stages, update_stage
from tests.conftest import TODAY

LATER = date(2026, 6, 1)


def test_a_new_dossier_has_its_three_stages_to_do(store: Store) -> None:
    assert [(view.id, view.state) for view in stages(store.reader)] == [
        ("equipe", StageState.TODO),
        ("validation", StageState.TODO),
        ("immobilier", StageState.TODO),
    ]
    assert store.reader.all(ProjectStage) == []


def test_a_stage_that_begins_and_ends_keeps_its_days(store: Store) -> None:
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DOING), TODAY)
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DONE), LATER)
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DONE), date(2026, 7, 1))
    team = stages(store.reader)[0]
    assert (team.state, team.started_on, team.done_on) == (StageState.DONE, TODAY, LATER)
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DOING), LATER)
    assert stages(store.reader)[0].done_on is None
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.TODO), LATER)
    assert stages(store.reader)[0].started_on is None


def test_done_at_once_has_no_beginning_that_nobody_said(store: Store) -> None:
    update_stage(store, "validation", Change(ProjectStage, state=StageState.DONE), TODAY)
    stage = stages(store.reader)[1]
    assert (stage.started_on, stage.done_on) == (None, TODAY)


def test_dates_and_notes_are_the_towns_and_each_step_is_undone(store: Store) -> None:
    update_stage(store, "immobilier", Change(ProjectStage, notes="Visite de la maison Petit"), TODAY)
    update_stage(store, "immobilier", Change(ProjectStage, started_on=date(2026, 4, 1)), TODAY)
    building = stages(store.reader)[2]
    assert (building.notes, building.started_on, building.state) == (
        "Visite de la maison Petit",
        date(2026, 4, 1),
        StageState.TODO,
    )
    assert len(store.reader.all(ProjectStage)) == 1
    store.undo()
    store.undo()
    assert store.reader.all(ProjectStage) == []
