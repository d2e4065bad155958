"""The first days: a dossier and its first meeting, a référent and the letter that says so."""

from __future__ import annotations

from datetime import date, timedelta

from tests import pdf
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey


@journey
def test_from_the_icon_to_the_agenda_of_the_first_meeting(desktop: Desktop) -> None:
    day = date.today() + timedelta(days=20)
    with desktop.opens() as someone:
        someone.click("Nouveau dossier")
        someone.see("Nom ou code postal", "text")
        someone.type("le grand bourg 23240")
        someone.reads("1 commune trouvée.")
        someone.click("Suivant")
        someone.see("Prénom", "text")
        someone.type("Mme\tLucie\tMoreau")
        someone.click("Suivant")
        someone.see("Conseil installé le", "text")
        someone.click("Suivant")
        someone.see("Adresse de la mairie", "text")
        someone.type("1 place de la Mairie")
        someone.click("Créer le dossier")
        someone.click("Réunions", "page tab")
        someone.click("Préparer la première rencontre")
        someone.fill("Date", f"{day:%d/%m/%Y}")
        someone.go_to("Lieu")
        someone.type("Salle du conseil\t")
        someone.click("Ordre du jour")
        someone.see("Page 1 sur 1", "label")
        someone.click("Enregistrer en PDF")
        paper = pdf.text(desktop.made(someone, "*ordre-du-jour*.pdf"))
        someone.reads("Enregistré dans")
    assert "Salle du conseil" in paper
    assert "Grand-Bourg" in paper
    assert f"{day.day} " in paper
    assert not someone.unnamed
    assert someone.clicks <= 10


@journey
def test_the_referent_is_named_and_the_federation_told_without_a_mouse(desktop: Desktop) -> None:
    with desktop.opens(desktop.new("94038")) as someone:
        someone.see("Référent santé", "page tab")
        someone.press("ctrl+2")
        someone.see("Civilité", "text")
        someone.type("Mme\tClaire\tMartin\tadjointe à la santé\t01 49 08 00 00\tc.martin@lhay.example")
        someone.go_to("Depuis le")
        someone.type(f"{date.today():%d/%m/%Y}\t")
        someone.go_to("Lettre à la fédération", "shift+Tab")
        someone.press("space")
        someone.see("Enregistrer en PDF")
        someone.go_to("Enregistrer en PDF")
        someone.press("space")
        paper = pdf.text(desktop.made(someone, "*annonce-referent*.pdf"))
    assert "Martin" in paper
    assert "adjointe à la santé" in " ".join(paper.split())
    assert not someone.unnamed
    assert someone.clicks == 0
