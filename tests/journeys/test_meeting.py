"""A meeting: held, and its minutes the same evening."""

from __future__ import annotations

from datetime import date

from tests import pdf
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey


@journey
def test_the_meeting_is_held_and_its_minutes_are_kept(desktop: Desktop) -> None:
    with desktop.opens(desktop.sample()) as someone:
        someone.click("Réunions", "page tab")
        someone.click("Première rencontre", "list item")
        someone.fill("Date", f"{date.today():%d/%m/%Y}")
        someone.press("Tab")
        someone.click("Pendant la réunion")
        someone.see("Ce qui se dit sur ce point", "text")
        someone.type("Le maire remercie chacun.")
        someone.click("Dr Léa Fontanel", "check box")
        someone.click("M. Karim Bonnet", "check box")
        someone.click("Point suivant")
        someone.reads("Point 2 sur")
        someone.fill("Une suite à donner", "Recevoir la CPAM")
        someone.press("Return")
        someone.hears("Recevoir la CPAM")
        someone.click("Terminer la réunion")
        someone.hears("Tenue")
        someone.click("Compte rendu", "button", "link")
        someone.click("Enregistrer en PDF")
        paper = " ".join(pdf.text(desktop.made(someone, "*compte-rendu*.pdf")).split())
    assert "Le maire remercie chacun." in paper
    assert "Recevoir la CPAM" in paper
    assert "Fontanel" in paper
    assert not someone.unnamed
    assert someone.clicks <= 12
