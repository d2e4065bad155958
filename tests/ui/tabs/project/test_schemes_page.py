"""The page « Dispositifs »: ticked by keyboard, described in the panel; one of the town's own comes and goes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.schemes import Scheme, Standing
from msp_desktop.services import schemes as service
from msp_desktop.services.schemes import cls_is_carried, schemes
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.scheme_list import SchemeList
from msp_desktop.ui.tabs.project.schemes_page import SchemesPage, make
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import button, named, says


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> SchemesPage:
    workspace = Workspace(store, lambda: NOW)
    made = make(workspace)
    assert isinstance(made, SchemesPage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    made.resize(900, 560)
    made.show()
    made.panel.show()
    return made


def rows(page: SchemesPage) -> SchemeList:
    found = page.findChild(SchemeList)
    assert isinstance(found, SchemeList)
    return found


def standing(store: Store, key: str | int) -> Standing:
    return next(view.standing for view in schemes(store.reader) if view.id == key)


def test_an_empty_page_shows_the_seven_spelled_out_and_says_what_to_do(page: SchemesPage) -> None:
    assert says(page, "Cochez ceux que le territoire a déjà")
    assert rows(page).model().rowCount() == 7
    assert page.panel is not None
    assert says(page.panel, "Contrat local de santé")
    assert says(page.panel, "Un accord entre une commune")


def test_space_ticks_and_unticks_the_scheme_chosen(qtbot: QtBot, page: SchemesPage, store: Store) -> None:
    page.show_target("cpts")
    qtbot.keyClick(rows(page), Qt.Key.Key_Space)
    assert standing(store, "cpts") is Standing.EXISTS
    assert says(page, "1 dispositif existe ici.")
    qtbot.keyClick(rows(page), Qt.Key.Key_Space)
    assert standing(store, "cpts") is Standing.NONE
    store.undo()
    assert standing(store, "cpts") is Standing.EXISTS


def test_joining_the_cls_opens_its_pages_and_the_panel_leads_there(page: SchemesPage, store: Store) -> None:
    page.show_target("cls")
    assert page.panel is not None
    assert says(page.panel, "il ouvre la partie «\u00a0CLS\u00a0» de cet onglet")
    field = named(page.panel, ChoiceField, "Ce qu’y est la commune")
    field.setCurrentIndex(2)
    field.activated.emit(2)
    assert standing(store, "cls") is Standing.JOINED
    assert cls_is_carried(store.reader)
    assert button(page.panel, "Voir ses fiches action").isVisible()


def test_a_scheme_that_is_over_is_said_late_and_its_law_stands_beside_it(page: SchemesPage, store: Store) -> None:
    service.set_standing(store, "cls", Standing.JOINED)
    service.update_scheme(store, "cls", Change(Scheme, ends_on=date(2025, 12, 31)))
    row = rows(page).row_at(rows(page).model().index(0, 0))
    assert row is not None
    assert (row.columns[-1].text, row.columns[-1].tone) == ("31\u00a0décembre 2025", "late")
    assert page.panel is not None
    assert says(page.panel, "L.\u00a01434-10")
    page.show_target("asv")
    assert says(page.panel, "à confirmer")


def test_one_of_the_town_s_own_is_renamed_and_taken_out(page: SchemesPage, store: Store) -> None:
    own = service.add_scheme(store, "Contrat de ruralité")
    page.show_target(own.id)
    assert page.panel is not None
    out = button(page.panel, "Retirer ce dispositif")
    assert isinstance(out, QPushButton)
    assert out.isVisible()
    out.click()
    assert rows(page).model().rowCount() == 7
    assert page.target() == "cls"
    store.undo()
    assert rows(page).model().rowCount() == 8


def test_words_that_wait_find_their_scheme(page: SchemesPage) -> None:
    assert page.place_of(DraftKey("Scheme", "ctg", "fit")) == "ctg"
    assert page.place_of(DraftKey("ConditionRating", "portage", "evidence")) is None
    page.show_target("ctg")
    assert (page.target(), rows(page).current_key()) == ("ctg", "ctg")


def test_two_dates_side_by_side_leave_room_on_a_small_screen(page: SchemesPage) -> None:
    assert page.panel is not None
    assert page.panel.minimumSizeHint().width() <= theme().px(380)  # 1024 pixels, less the six heads of the CLS
