"""The page « Avant les murs »: closed with its reason, begun from the inventory, counted as one types, undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.people import Person
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.services import walls as service
from msp_desktop.services.inventory import add_professional
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.walls_page import WallsPage, make
from msp_desktop.ui.tabs.project.walls_result import WallsResult
from msp_desktop.ui.widgets.chart_view import ChartView
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store, lambda: NOW)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[WallsPage]:
    made = make(workspace)
    assert isinstance(made, WallsPage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    made.resize(900, 560)
    made.show()
    made.panel.show()
    yield made
    workspace.flush()


def team(store: Store) -> None:
    for number, profession in enumerate(("medecin", "infirmier")):
        add_professional(store, Person(last_name=f"Nom{number}"), {"profession": profession, "ready": Tri.YES})


def shown(page: WallsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def start(page: WallsPage) -> QPushButton:
    (there,) = [one for one in page.findChildren(EmptyPage) if one.isVisible()]
    return there.button


def table(page: WallsPage, name: str = "Besoins de locaux") -> RecordTable:
    return next(one for one in page.findChildren(RecordTable) if one.accessibleName() == name)


def test_before_the_team_it_says_why_and_leads_to_the_inventory(
    page: WallsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    assert "au moins deux métiers" in shown(page)
    assert page.main is not None
    assert not page.main.isEnabled()
    assert "au moins deux métiers" in page.main.toolTip()
    with qtbot.waitSignal(workspace.request_tab) as asked:
        start(page).click()
    assert asked.args == ["inventory", "professionals"]


def test_it_opens_when_the_team_is_there_and_begins_with_those_ready(page: WallsPage, store: Store) -> None:
    team(store)
    start(page).click()
    assert [row.need.profession for row in table(page).rows.rows()] == ["medecin", "infirmier"]
    assert "il manque" in shown(page)
    assert "les mètres carrés de chaque cabinet" in shown(page)
    store.undo()
    assert start(page).isVisible()


def test_it_is_counted_anew_as_figures_are_written(page: WallsPage, store: Store) -> None:
    team(store)
    service.take_from_inventory(store, NOW.date())
    for need in store.reader.all(PremisesNeed):
        service.update_need(store, need.id, Change(PremisesNeed, area=20))
    service.update_premises(store, 1, Change(Premises, rent=100, charges=0, works=0))
    assert "s’équilibre sur dix ans" in shown(page)
    service.update_premises(store, 1, Change(Premises, other_costs=5_000))
    assert "la commune paie 10" in shown(page)
    assert "Même plein" in shown(page)
    (chart,) = page.findChildren(ChartView)
    assert "année\u00a01" in chart.accessibleDescription()
    assert [row.name for row in table(page, "Solde de chaque année").rows.rows()][-1] == "En dix ans"


def test_a_cell_takes_whole_numbers_and_says_so_of_any_other(
    page: WallsPage, workspace: Workspace, store: Store, qtbot: QtBot
) -> None:
    team(store)
    service.add_need(store)
    (row,) = table(page).rows.rows()
    area = next(column for column in table(page).rows.columns if column.title == "m² chacun")
    assert area.write is not None
    area.write(row, "18 m²")
    assert store.reader.one(PremisesNeed, 1).area == 18
    for words in ("douze", "-3", "200 000"):
        with qtbot.waitSignal(workspace.refused) as said:
            area.write(row, words)
        assert "nombre entier" in said.args[0]
    assert store.reader.one(PremisesNeed, 1).area == 18
    area.write(row, "")
    assert store.reader.one(PremisesNeed, 1).area is None


def test_words_that_wait_are_found_again(page: WallsPage, store: Store) -> None:
    team(store)
    service.add_need(store)
    assert page.place_of(DraftKey("Premises", 1, "notes")) is not None
    assert page.place_of(DraftKey("PremisesNeed", 1, "note")) == 1
    assert page.place_of(DraftKey("Person", 1, "notes")) is None
    page.show_target(1)
    assert page.target() == 1


def test_the_picture_is_as_wide_as_its_place(page: WallsPage, store: Store, qtbot: QtBot) -> None:
    team(store)
    service.take_from_inventory(store, NOW.date())
    for need in store.reader.all(PremisesNeed):
        service.update_need(store, need.id, Change(PremisesNeed, area=20))
    service.update_premises(store, 1, Change(Premises, rent=100, charges=0, works=0))
    (result,) = page.findChildren(WallsResult)
    for width in (1_000, 620):
        page.resize(width, 560)
        qtbot.waitUntil(lambda: result.width() <= page.width())
        (chart,) = page.findChildren(ChartView)
        assert chart.sizeHint().width() <= result.width()
