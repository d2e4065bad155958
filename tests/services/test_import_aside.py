"""Lines of a list that are no entry."""

from __future__ import annotations

import pytest

from msp_desktop.services.import_aside import heading_of, why_aside

NAMES = ["Nom", "Prénom", "Métier", "Téléphone"]
MATCH = ("last_name", "first_name", "profession", "phone")


@pytest.mark.parametrize("words", ["INFIRMIERS", "Médecins généralistes", "Kinés", "Sages-femmes :"])
def test_a_profession_alone_is_a_heading(words: str) -> None:
    assert heading_of("professionals", MATCH, [words, "", "", ""]) == words
    assert why_aside("professionals", NAMES, MATCH, [words, "", "", ""])


@pytest.mark.parametrize(
    "cells", [["Petit", "", "", ""], ["INFIRMIERS", "x", "", ""], ["Ortho", "", "", ""], ["", "", "", ""]]
)
def test_another_line_is_none(cells: list[str]) -> None:
    assert heading_of("professionals", MATCH, cells) == ""
    assert why_aside("professionals", NAMES, MATCH, cells) == ""


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (["NOM", "PRENOM", "Métier", "Téléphone"], "les noms des colonnes, répétés"),
        (["Total", "", "", "12"], "un total"),
        (["Total : 12", "", "", ""], "un total"),
        (["Sous-total", "", "", "12"], "un total"),
        (["AUTRES", "", "", ""], "un titre"),
        (["Paramédicaux :", "", "", ""], "un titre"),
        (["Poste vacant", "", "infirmier", ""], "un poste que personne n’occupe"),
        (["À recruter", "", "médecin", ""], "un poste que personne n’occupe"),
        (["NB", "à vérifier", "", ""], "une remarque"),
        (["Légende", "", "vert = motivé", ""], "une remarque"),
        (["Document confidentiel", "", "", ""], "une remarque"),
        (["Page 1/2", "", "", ""], "une remarque"),
        (["Source : ARS, mars 2026", "", "", ""], "une remarque"),
        (["Liste établie par le secrétariat de la mairie de Guéret", "", "", ""], "une remarque"),
    ],
)
def test_a_line_that_is_nobody_says_why(cells: list[str], why: str) -> None:
    assert why_aside("professionals", NAMES, MATCH, cells) == why


@pytest.mark.parametrize(
    "cells",
    [
        ["Page", "", "", ""],
        ["Personne", "Luc", "médecin", ""],
        ["Totard", "Paul", "médecin", ""],
        ["Durand", "", "", ""],
        ["Total", "Paul", "médecin", ""],
    ],
)
def test_a_person_is_one(cells: list[str]) -> None:
    assert why_aside("professionals", NAMES, MATCH, cells) == ""


def test_the_source_below_any_list_is_a_note() -> None:
    assert why_aside("needs", ["Besoin", "Qui"], ("title", "said_by"), ["Source : enquête 2026", ""]) == "une remarque"


def test_a_need_may_be_one_sentence() -> None:
    assert (
        why_aside("needs", ["Besoin", "Qui"], ("title", "said_by"), ["Trouver un médecin : 6 mois d’attente", ""]) == ""
    )
