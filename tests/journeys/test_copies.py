"""A mistake, and yesterday's copy."""

from __future__ import annotations

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.meetings import Meeting
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey


@journey
def test_a_copy_takes_the_place_of_a_dossier_that_was_spoilt(desktop: Desktop) -> None:
    path = desktop.sample()
    with desktop.opens(path) as yesterday:
        yesterday.click("Réunions", "page tab")
        yesterday.click("Première rencontre", "list item")
        yesterday.fill("Lieu", "Salle des mariages")
        yesterday.press("ctrl+q")
        yesterday.leaves()
    with desktop.opens(path) as someone:
        someone.click("Réunions", "page tab")
        someone.click("Première rencontre", "list item")
        someone.fill("Lieu", "XXXX")
        someone.press("Tab")
        copies = desktop.documents / "Sauvegardes"
        someone.wait_for(lambda: len([*copies.glob("saint-exemple*")]) == 2, "a copy of today")
        someone.choose("Dossier", "Copies de sauvegarde…")
        someone.click("Saint-Exemple", "list item", nth=1)
        someone.reads("Ce qui a changé depuis cette copie : 1 réunion.")
        someone.click("Reprendre…")
        someone.click("La mettre à la place du dossier")
        someone.hears("Copie remise à la place")
        someone.click("Réunions", "page tab")
        someone.click("Première rencontre", "list item")
        assert someone.see("Lieu", "text").text() == "Salle des mariages"
    store = open_dossier(path)
    places = {meeting.place for meeting in store.reader.all(Meeting)}
    close_dossier(store)
    assert "Salle des mariages" in places
    assert "XXXX" not in places
    assert not someone.unnamed
    assert someone.clicks <= 10
