"""The page « Le chemin »: what is chosen is what the panel shows, by keyboard as by mouse, and all can be undone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional, Tri
from msp_desktop.domain.people import Person
from msp_desktop.domain.stages import ProjectStage, RoadStep, StageState
from msp_desktop.method.guidance import compass as kit_compass
from msp_desktop.method.road import kit_road
from msp_desktop.services.inventory import add_professional, update_professional
from msp_desktop.services.road_steps import steps
from msp_desktop.services.stages import stages, update_stage
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.road_page import NOW, RoadPage
from msp_desktop.ui.tabs.project.road_picture import RoadPicture
from msp_desktop.ui.tabs.project.seat_card import SeatCard
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, named, says


def page_of(qtbot: QtBot, workspace: Workspace) -> RoadPage:
    page = RoadPage(workspace)
    qtbot.addWidget(page)
    assert page.panel is not None
    qtbot.addWidget(page.panel)
    workspace.changed.connect(page.refresh)
    page.show()
    page.panel.show()
    return page


def test_the_picture_is_walked_with_the_arrows_and_says_itself(qtbot: QtBot, workspace: Workspace) -> None:
    page = page_of(qtbot, workspace)
    picture = named(page, RoadPicture, "Le chemin vers une maison de santé")
    assert picture.accessibleDescription().count("\n") == 3
    assert "pas avant l’équipe et la validation" in picture.accessibleDescription()
    page.show_target(NOW)
    assert page.target() == "equipe"
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    assert page.target() == "validation"
    qtbot.keyClick(picture, Qt.Key.Key_Right)
    qtbot.keyClick(picture, Qt.Key.Key_Right)
    assert page.target() == "immobilier"
    assert says(page.panel, "Les locaux se décident avec une équipe")  # type: ignore[arg-type]


def test_a_stage_is_noted_where_it_is_chosen_and_taken_back(qtbot: QtBot, workspace: Workspace) -> None:
    page = page_of(qtbot, workspace)
    page.show_target("validation")
    state = page._panel.stage.editor("state")
    assert isinstance(state, ChoiceField)
    state.setCurrentIndex(1)
    state.activated.emit(1)
    workspace.flush()
    stage = stages(workspace.reader)[1]
    assert (stage.state, stage.started_on) == (StageState.DOING, TODAY)
    qtbot.keyClicks(page._panel.stage.editor("notes"), "Redige a trois")
    workspace.flush()
    assert stages(workspace.reader)[1].notes == "Redige a trois"
    workspace.undo()
    workspace.undo()
    assert stages(workspace.reader)[1].state is StageState.TODO


def test_an_empty_road_proposes_steps_and_one_is_written_in_the_table(qtbot: QtBot, workspace: Workspace) -> None:
    page = page_of(qtbot, workspace)
    button(page, "Commencer par les étapes proposées").click()
    table = named(page, RecordTable, "Étapes du chemin")
    first = steps(workspace.reader)[0]
    table.rows.setData(table.rows.index(table.rows.row_of(first.id), 0), "Réunir l’équipe le mardi")
    workspace.flush()
    assert workspace.reader.one(RoadStep, first.id).title == "Réunir l’équipe le mardi"
    page.show_target(first.id)
    assert page.place_of(DraftKey("RoadStep", first.id, "notes")) == first.id
    assert page.place_of(DraftKey("ProjectStage", "equipe", "notes")) == "equipe"


def test_the_seats_follow_the_inventory_and_tell_who_would_do(qtbot: QtBot, workspace: Workspace) -> None:
    for name, profession, ready in (
        ("Colas", "medecin", Tri.YES),
        ("Marsac", "medecin", Tri.UNKNOWN),
        ("Duret", "infirmier", Tri.YES),
    ):
        add_professional(workspace.store, Person(last_name=name), {"profession": profession, "ready": ready})
    page = page_of(qtbot, workspace)
    cards = page.findChildren(SeatCard)
    assert [card.accessibleName().split("\u00a0: ")[1].split(",")[0] for card in cards] == [
        "Colas",
        "à trouver",
        "Duret",
    ]
    assert "Marsac, à interroger" in cards[1].accessibleName()
    cards[1].click()
    assert page.target() == "doctor2"
    assert says(page.panel, "La reconnaissance porte sur une équipe")  # type: ignore[arg-type]
    asked = next(row for row in workspace.reader.all(HealthProfessional) if row.ready is Tri.UNKNOWN)
    update_professional(workspace.store, asked.id, Change(HealthProfessional, ready=Tri.YES))
    assert "Marsac" in cards[1].accessibleName()
    assert says(page, "Le noyau demandé\u00a0: il est là")


def test_a_stage_planned_to_end_before_it_begins_is_told_and_kept(qtbot: QtBot, workspace: Workspace) -> None:
    page = page_of(qtbot, workspace)
    values = Change(ProjectStage, planned_start=date(2028, 1, 1), planned_on=date(2027, 1, 1))
    update_stage(workspace.store, "equipe", values, TODAY)
    page.show_target("equipe")
    assert says(page.panel, "finirait avant de commencer")  # type: ignore[arg-type]


def test_all_that_the_method_says_of_the_road_is_read_on_its_page(qtbot: QtBot, workspace: Workspace) -> None:
    page, kit = page_of(qtbot, workspace), kit_road()
    page.show_target("doctor1")
    for words in (kit.core.asks, kit.core.team, kit.core.not_these, kit.core.gone, kit.core.legal):
        assert says(page.panel, words), words  # type: ignore[arg-type]
    for words in (kit.years, *kit.remember, kit.afterwards):
        assert says(page.panel, words), words  # type: ignore[arg-type]
    assert says(page, kit.empty)
    assert says(page, kit.core.short)
    for stage in kit_compass().stages:
        page.show_target(stage.code)
        assert says(page.panel, stage.text), stage.text  # type: ignore[arg-type]
        assert says(page.panel, stage.title), stage.title  # type: ignore[arg-type]


def test_a_step_of_a_stage_nobody_knows_is_shown_all_the_same(qtbot: QtBot, workspace: Workspace) -> None:
    with workspace.store.write("x") as transaction:
        step = transaction.insert(RoadStep(stage="d’un autre programme", position=1, title="Signer"))
    page = page_of(qtbot, workspace)
    page.show_target(step.id)
    assert page.target() == step.id
    assert says(page._panel, "Signer")
