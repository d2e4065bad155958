"""The page « Conditions »: rated by keyboard, followed in the panel, dated, and its picture said in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.conditions import ConditionRating, ConditionReview, Rating
from msp_desktop.i18n import _
from msp_desktop.services import conditions as service
from msp_desktop.services.conditions import conditions
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.project.condition_list import ConditionList
from msp_desktop.ui.tabs.project.condition_squares import SquaresView
from msp_desktop.ui.tabs.project.conditions_page import ConditionsPage, make
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import button, says

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> ConditionsPage:
    workspace = Workspace(store, lambda: NOW)
    made = make(workspace)
    assert isinstance(made, ConditionsPage)
    workspace.changed.connect(made.refresh)
    qtbot.addWidget(made)
    assert made.panel is not None
    qtbot.addWidget(made.panel)
    made.resize(900, 560)
    made.show()
    made.panel.show()
    return made


def rows(page: ConditionsPage) -> ConditionList:
    found = page.findChild(ConditionList)
    assert isinstance(found, ConditionList)
    return found


def rating(store: Store, code: str) -> Rating:
    found = conditions(store.reader).line(code)
    assert found is not None
    return found.rating


def test_an_empty_page_shows_every_line_and_says_what_to_do(page: ConditionsPage) -> None:
    assert says(page, "choisissez une ligne, puis tapez 1, 2 ou 3")
    assert rows(page).model().rowCount() == 4 + 12
    button(page, "Sept traits").click()
    assert rows(page).model().rowCount() == 1 + 7


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (KEY.Key_1, Rating.NOT_YET),
        (KEY.Key_2, Rating.PARTLY),
        (KEY.Key_3, Rating.DONE),
        (KEY.Key_Eacute, Rating.PARTLY),
    ],
)
def test_a_digit_rates_the_line_chosen_and_del_takes_it_away(
    qtbot: QtBot, page: ConditionsPage, store: Store, key: Qt.Key, expected: Rating
) -> None:
    page.show_target("evaluation")
    qtbot.keyClick(rows(page), key)
    assert rating(store, "evaluation") is expected
    assert rows(page).current_key() == "evaluation"
    qtbot.keyClick(rows(page), KEY.Key_Delete)
    assert rating(store, "evaluation") is Rating.NONE
    store.undo()
    assert rating(store, "evaluation") is expected


def test_the_arrows_go_from_line_to_line_past_the_names_of_the_conditions(qtbot: QtBot, page: ConditionsPage) -> None:
    page.show_target("culture-sante")
    qtbot.keyClick(rows(page), KEY.Key_Down)
    assert page.target() == "gouvernance"
    assert page.panel is not None
    assert says(page.panel, "Comité de pilotage (COPIL)")
    assert says(page.panel, "Les coordinateurs des démarches voisines")


def test_the_panel_rates_writes_and_makes_an_action(qtbot: QtBot, page: ConditionsPage, store: Store) -> None:
    page.show_target("gouvernance")
    assert page.panel is not None
    button(page.panel, "en partie").click()
    assert rating(store, "gouvernance") is Rating.PARTLY
    service.update_line(store, "gouvernance", Change(ConditionRating, next_step="Inviter deux habitants"))
    button(page.panel, "En faire une action").click()
    assert store.reader.all(Action, order="id")[-1].title == "Inviter deux habitants"
    assert button(page.panel, "Voir l’action (à faire)").isVisible()
    assert not button(page.panel, "En faire une action").isVisible()


def test_what_is_typed_waits_for_its_line_when_another_is_chosen(
    qtbot: QtBot, page: ConditionsPage, store: Store
) -> None:
    page.show_target("gouvernance")
    assert page.panel is not None
    field = next(one for one in page.panel.findChildren(QPlainTextEdit) if one.accessibleName() == _("What shows it"))
    qtbot.keyClicks(field, "Deux habitants")
    qtbot.keyClick(rows(page), KEY.Key_Down)
    kept = store.reader.find(ConditionRating, code="gouvernance")
    assert kept is not None
    assert kept.evidence == "Deux habitants"
    assert field.toPlainText() == ""


def test_a_review_is_dated_and_the_picture_says_it_in_words(page: ConditionsPage, store: Store) -> None:
    service.rate(store, "portage", Rating.PARTLY, NOW.date())
    assert isinstance(page.main, QPushButton)
    page.main.click()
    review = store.reader.find(ConditionReview, held_on=NOW.date())
    assert review is not None
    earlier = NOW.date().replace(day=2)
    service.move_review(store, review.id, Change(ConditionReview, held_on=earlier))
    service.rate(store, "portage", Rating.DONE, NOW.date())
    assert page.panel is not None
    picture = page.panel.findChild(SquaresView)
    assert isinstance(picture, SquaresView)
    assert picture.accessibleName() == "Une ligne acquise sur douze"
    first = picture.accessibleDescription().splitlines()[0]
    assert first == ("Environnement soutenant\u00a0: 1 acquis, 1 à voir\u202f; avant\u00a0: 1 en partie, 1 à voir")


def test_a_target_shows_its_part_and_words_that_wait_find_their_line(page: ConditionsPage, store: Store) -> None:
    page.show_target("habitants")
    assert page.target() == "habitants"
    assert rows(page).current_key() == "habitants"
    assert page.place_of(DraftKey("ConditionRating", "portage", "evidence")) == "portage"
    assert page.place_of(DraftKey("Role", 3, "note")) is None
    page.show_target("inconnu")
    assert page.target() == "habitants"
