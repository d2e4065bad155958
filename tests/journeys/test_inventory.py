"""The inventory: filled from the list that somebody has in Excel, written from what it proposes, printed."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.inventory import HealthProfessional
from tests import pdf
from tests.journeys.conftest import Desktop
from tests.journeys.marks import journey

TOWN = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
LIST = [
    ("Nom", "Prénom", "Profession", "Commune", "Courriel"),
    ("Durand", "Anne", "médecin généraliste", TOWN, "anne.durand@sante.example"),
    ("Petit", "Paul", "infirmier", TOWN, "paul.petit@sante.example"),
    ("Roy", "Léa", "kiné", "Vitry-le-François", "lea.roy@sante.example"),
]


@journey
def test_a_list_kept_in_excel_becomes_the_printed_inventory(desktop: Desktop) -> None:
    path = desktop.new("51513")
    with desktop.opens(path) as someone:
        someone.click("État des lieux", "page tab")
        someone.click("Commencer l’état des lieux")
        someone.click("Parties de l’état des lieux : Professionnels", "radio button")
        someone.click("Importer, exporter")
        someone.press("Down")
        someone.is_at("Importer des professionnels")
        someone.press("Return")
        someone.is_at("Nom de fichier")
        someone.type(str(_kept(desktop.folder)))
        someone.press("Return")
        someone.click("Importer 3 lignes")
        someone.hears("3 lignes importées")
        someone.click("Imprimer")
        someone.click("Enregistrer en PDF")
        paper = " ".join(pdf.text(desktop.made(someone, "*etat-des-lieux*.pdf")).split())
    store = open_dossier(path)
    count = len(store.reader.all(HealthProfessional))
    close_dossier(store)
    assert count == 3
    assert TOWN in paper
    assert "Durand" not in paper  # names leave by an explicit choice alone
    assert not someone.unnamed
    assert someone.clicks <= 7


@journey
def test_proposals_are_taken_and_printed_without_a_mouse(desktop: Desktop) -> None:
    with desktop.opens(desktop.sample()) as someone:
        someone.see("État des lieux", "page tab")
        someone.press("ctrl+3")
        someone.reads("Une proposition est prête")
        someone.press("shift+Return")
        someone.hears("Six professionnels exercent seuls")
        someone.is_at("Cinq se disent prêts")
        someone.press("shift+Return")
        someone.hears("Cinq se disent prêts")
        someone.press("ctrl+p")
        someone.is_at("État des lieux")
        someone.go_to("Enregistrer en PDF")
        someone.press("space")
        paper = " ".join(pdf.text(desktop.made(someone, "*etat-des-lieux*.pdf")).split())
    assert "Six professionnels exercent seuls." in paper
    assert "Cinq se disent prêts à travailler en équipe, de trois métiers." in paper
    assert not someone.unnamed
    assert someone.clicks == 0


def _kept(folder: Path) -> Path:
    book = Workbook()
    for line in LIST:
        book.active.append(line)
    path = folder / "soignants.xlsx"
    book.save(path)
    return path
