"""What the sheets point to becomes needs of the inventory, when somebody agrees."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.inventory import Need
from msp_desktop.errors import UserError
from msp_desktop.services.inventory import inventory_view
from msp_desktop.services.questionnaire import add_choice, propose_questions, questions
from msp_desktop.services.survey_needs import accept_needs, need_proposals
from msp_desktop.services.survey_sheets import add_sheet, toggle

TODAY = date(2026, 4, 28)


def tick(store: Store, number: int, place: int, times: int) -> None:
    """Type in so many sheets with one box ticked."""
    box = questions(store.reader)[number - 1].choices[place]
    for _time in range(times):
        toggle(store, add_sheet(store, TODAY).id, box.id)


@pytest.fixture
def asked(store: Store) -> Store:
    propose_questions(store)
    return store


def test_only_what_may_be_printed_is_proposed(asked: Store) -> None:
    tick(asked, 3, 3, 12)  # the dentist
    tick(asked, 3, 0, 6)  # the doctor: hidden with the two who miss a nurse
    tick(asked, 3, 1, 2)
    assert [(one.title, one.count, one.sheets) for one in need_proposals(asked.reader)] == [
        ("Un dentiste accessible", 12, 20)
    ]


def test_a_need_several_boxes_point_to_is_proposed_once_with_the_greatest_count(asked: Store) -> None:
    tick(asked, 2, 2, 7)
    tick(asked, 2, 1, 6)
    tick(asked, 2, 0, 5)
    for place, times in enumerate((8, 9, 10, 11)):
        tick(asked, 4, place, times)
    found = {one.title: one.count for one in need_proposals(asked.reader)}
    assert found["Des rendez-vous moins longs à obtenir"] == 11


def test_needs_accepted_are_in_the_inventory_in_one_step(asked: Store) -> None:
    for place in range(9):
        if place < 8:
            tick(asked, 3, place, 6 + 3 * place)
    add = {one.key for one in need_proposals(asked.reader)}
    assert "un medecin accessible" not in add  # hidden: nobody wrote anything on the line beside
    before = asked.reader.all(Need)
    accept_needs(asked, ["un dentiste accessible", "un psychologue accessible", "un médecin"])
    made = asked.reader.all(Need)[len(before) :]
    assert [(need.title, need.profession) for need in made] == [
        ("Un psychologue accessible", "psychologue"),
        ("Un dentiste accessible", "chirurgien-dentiste"),
    ]
    assert made[0].said_by == "Habitants, par questionnaire"
    assert made[0].details == "21\u00a0réponses sur 132\u00a0feuilles."
    assert [one.noted for one in need_proposals(asked.reader) if one.key in ("un dentiste accessible",)] == [True]
    asked.undo()
    assert asked.reader.all(Need) == before


def test_the_finding_proposed_then_tells_them(asked: Store) -> None:
    for place in range(8):
        tick(asked, 3, place, 6 + 3 * place)
    accept_needs(asked, ["un dentiste accessible"])
    view = inventory_view(asked.reader, TODAY)
    drafts = [found.draft for theme in view.themes for found in theme.findings]
    assert any("Un dentiste accessible" in draft for draft in drafts)


def test_nothing_to_accept_says_so(asked: Store) -> None:
    with pytest.raises(UserError, match="besoin"):
        accept_needs(asked, ["rien"])


def test_a_box_of_the_town_s_own_is_proposed_last_in_its_own_words(asked: Store) -> None:
    add_choice(asked, questions(asked.reader)[8].id, "le hameau du haut")
    for place, times in enumerate((9, 8, 7, 6)):
        tick(asked, 9, place, times)
    tick(asked, 1, 1, 5)
    found = need_proposals(asked.reader)
    assert found[-1].own
    assert found[-1].title.startswith("Votre secteur")


def test_the_strength_follows_the_part_of_the_sheets(asked: Store) -> None:
    for place, times in enumerate((50, 30, 12, 8)):
        tick(asked, 7, place, times)
    assert {one.title: one.strength for one in need_proposals(asked.reader)} == {
        "Des soins sans rendez-vous": 3, "Un transport vers les soins": 2, "De la prévention": 1,
    }  # fmt: skip
