"""Federations and other bodies take the article of their first word, proper names none."""

from __future__ import annotations

import pytest

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats.french.bodies import at_body, federation_words, of_body, the_body, with_body


@pytest.mark.parametrize(
    ("name", "the", "of", "at"),
    [
        ("Fédération des Antilles", "la Fédération des Antilles", "de la Fédération des Antilles", "à la Fédération des Antilles"),
        ("Association X", "l’Association X", "de l’Association X", "à l’Association X"),
        ("association X", "l’association X", "de l’association X", "à l’association X"),
        ("GIP Santé", "le GIP Santé", "du GIP Santé", "au GIP Santé"),
        ("FEMAGE", "la FEMAGE", "de la FEMAGE", "à la FEMAGE"),
        ("FemasAURA&Co", "la FemasAURA&Co", "de la FemasAURA&Co", "à la FemasAURA&Co"),
        ("Fécop", "la Fécop", "de la Fécop", "à la Fécop"),
        ("APMSL", "l’APMSL", "de l’APMSL", "à l’APMSL"),
        ("AVECsanté Bretagne", "AVECsanté Bretagne", "d’AVECsanté Bretagne", f"à{NB}AVECsanté Bretagne"),
        ("Mouvement des équipes", "le Mouvement des équipes", "du Mouvement des équipes", "au Mouvement des équipes"),
        ("ARS Normandie", "l’ARS Normandie", "de l’ARS Normandie", "à l’ARS Normandie"),
        ("CPTS du Val", "la CPTS du Val", "de la CPTS du Val", "à la CPTS du Val"),
        ("CCAS", "le CCAS", "du CCAS", "au CCAS"),
        ("Hôpital de Guéret", "l’Hôpital de Guéret", "de l’Hôpital de Guéret", "à l’Hôpital de Guéret"),
        ("Maisons de santé", "les Maisons de santé", "des Maisons de santé", "aux Maisons de santé"),
        ("La Fédération X", "la Fédération X", "de la Fédération X", "à la Fédération X"),
        ("Le Réseau X", "le Réseau X", "du Réseau X", "au Réseau X"),
        ("L'Union X", "l’Union X", "de l’Union X", "à l’Union X"),
        ("Les Amis X", "les Amis X", "des Amis X", "aux Amis X"),
        ("Bordeaux Métropole", "Bordeaux Métropole", "de Bordeaux Métropole", f"à{NB}Bordeaux Métropole"),
        ("Eurométropole de Strasbourg", "l’Eurométropole de Strasbourg", "de l’Eurométropole de Strasbourg", "à l’Eurométropole de Strasbourg"),
        ("IFSI de Guéret", "l’IFSI de Guéret", "de l’IFSI de Guéret", "à l’IFSI de Guéret"),
        ("URPS Infirmiers", "l’URPS Infirmiers", "de l’URPS Infirmiers", "à l’URPS Infirmiers"),
        ("AVECSANTÉ", "AVECSANTÉ", "d’AVECSANTÉ", f"à{NB}AVECSANTÉ"),
        ("Restos du cœur", "les Restos du cœur", "des Restos du cœur", "aux Restos du cœur"),
        ("Dr Léa Fontanel", "le Dr Léa Fontanel", "du Dr Léa Fontanel", "au Dr Léa Fontanel"),
        ("Mme Roche", "Mme Roche", "de Mme Roche", f"à{NB}Mme Roche"),
        ("Haute Autorité de santé", "la Haute Autorité de santé", "de la Haute Autorité de santé", "à la Haute Autorité de santé"),
        ("Nouvelle association X", "la Nouvelle association X", "de la Nouvelle association X", "à la Nouvelle association X"),
        ("Grand Guéret", "Grand Guéret", "de Grand Guéret", f"à{NB}Grand Guéret"),
        ("Pays de Guéret", "le Pays de Guéret", "du Pays de Guéret", "au Pays de Guéret"),
    ],
)  # fmt: skip
def test_a_body_takes_the_article_of_its_first_word(name: str, the: str, of: str, at: str) -> None:
    assert (the_body(name), of_body(name), at_body(name)) == (the, of, at)
    assert with_body(name) == f"avec {the}"


def test_a_model_names_the_federation_in_five_ways() -> None:
    assert federation_words("FEMAGE") == {
        "federation": "FEMAGE",
        "la_federation": "la FEMAGE",
        "de_la_federation": "de la FEMAGE",
        "a_la_federation": "à la FEMAGE",
        "avec_la_federation": "avec la FEMAGE",
    }


def test_a_federation_without_a_name_is_the_regional_one() -> None:
    assert federation_words("")["avec_la_federation"] == "avec la fédération régionale"
