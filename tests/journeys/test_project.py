"""The local health contract: a sheet of action, and the plan it is part of."""

from __future__ import annotations

from tests import pdf
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey


@journey
def test_a_sheet_of_the_contract_is_in_the_printed_plan(desktop: Desktop) -> None:
    with desktop.opens(desktop.sample()) as someone:
        someone.click("Projet de santé", "page tab")
        someone.click("Pages : CLS", "radio button", "check box")
        someone.click("Ajouter une fiche")
        someone.press("Down")
        someone.is_at("Une fiche dans l’axe 1")
        someone.press("Return")
        someone.is_at("Nom de l’action")
        someone.type("Permanence du samedi")
        someone.press("Return")
        someone.hears("Permanence du samedi")
        someone.fill("Ajouter une étape", "Trouver un lieu")
        someone.press("Return")
        someone.hears("Trouver un lieu")
        someone.click("Imprimer")
        someone.click("Enregistrer en PDF")
        plan = pdf.text(desktop.made(someone, "*plan-action*.pdf"))
    assert "1.5 Permanence du samedi" in plan
    assert "à lancer, 0 sur 1" in plan
    assert not someone.unnamed
    assert someone.clicks <= 6
