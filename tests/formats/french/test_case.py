"""Capitals: acronyms and names keep theirs, common words lose it inside a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats import NBSP, NNBSP
from msp_desktop.formats.french.case import after_colon, capital, in_series, uncapital

KEPT = (
    "CPTS du Val", "FEMAGE", "FemasAURA&Co", "Mme Roche", "Dr Léa Fontanel", "Guéret", "Saint-Exemple", "MSP", "A", "3 élus", "", "Tours",
    "La Souterraine", "L’Haÿ-les-Roses", "Les Abymes", "Le Grand-Bourg", "Les Deux Alpes", "COPIL de mai", "ÉCOUTER", "« Cité »", "d’abord",
)  # fmt: skip
LOWERED = (
    "Réunion d’équipe", "Première rencontre", "L’ARS répond", "L’accès aux soins", "Le maire ouvre", "Le Maire ouvre", "À la mairie",
    "Compte-rendu", "D’abord écouter", "Élu référent", "État des lieux", "Le GIP", "Les 8 communes", "Point avec la CPTS",
    "Sorties d’hôpital préparées ensemble", "Navette vers l’hôpital", "Retour à domicile",
)  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_an_acronym_and_a_name_keep_their_capital(text: str) -> None:
    assert uncapital(text) == text


@pytest.mark.parametrize("text", LOWERED)
def test_a_common_word_loses_it_inside_a_sentence(text: str) -> None:
    assert uncapital(text) == text[0].lower() + text[1:]


@given(st.text())
def test_no_more_than_the_first_letter_ever_changes(text: str) -> None:
    assert uncapital(text)[1:] == text[1:] or text[:1].lower() != uncapital(text)[:1]


def test_what_follows_a_colon_or_a_semicolon_is_inside_the_sentence() -> None:
    assert after_colon("Objet", "Réunion") == f"Objet{NBSP}: réunion"
    assert after_colon("Objet", "CPTS du Val") == f"Objet{NBSP}: CPTS du Val"
    assert (
        in_series(["Donner la parole.", "", "ARS", "Installer la confiance"])
        == f"donner la parole{NNBSP}; ARS{NNBSP}; installer la confiance"
    )


def test_a_capital_changes_the_first_letter_only() -> None:
    assert capital("élu et MSP") == "Élu et MSP"
    assert capital("") == ""
    assert capital("3 élus") == "3 élus"
