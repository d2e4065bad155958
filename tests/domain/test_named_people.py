"""Which people a text names."""

from __future__ import annotations

import time

import pytest

from msp_desktop.domain.named_people import Named, people_named

NADIA = Named("Mme Nadia Roche", "Nadia", "Roche")
PETIT = Named("M. Paul Petit", "Paul", "Petit")
MARTIN = Named("Dr Léa Martin", "Léa", "Martin")
ALMEIDA = Named("Mme Inês d’Almeida", "Inês", "d’Almeida")
DOUBLE = Named("M. Jean-Pierre Faure-Lebœuf", "Jean-Pierre", "Faure-Lebœuf")
EVERYBODY = (NADIA, PETIT, MARTIN, ALMEIDA, DOUBLE)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nadia Roche suit ces questions.", NADIA),
        ("nadia  roche, roche", NADIA),
        ("ROCHE NADIA, adjointe", NADIA),
        ("Madame Roche répond.", NADIA),
        ("mme roche répond.", NADIA),
        ("Demandez N. Roche.", NADIA),
        ("Écrire à Roche.", NADIA),
        ("Écrire à nadia.roche@mairie.fr", NADIA),
        ("Le docteur Petit part.", PETIT),
        ("M. Petit part.", PETIT),
        ("Paul Petit part.", PETIT),
        ("P. Petit part.", PETIT),
        ("le Dr\u00a0Martin", MARTIN),
        ("Lea MARTIN", MARTIN),
        ("Ines D'ALMEIDA", ALMEIDA),
        ("avec d’Almeida", ALMEIDA),
        ("Jean Pierre Faure Leboeuf", DOUBLE),
        ("monsieur Faure-Lebœuf", DOUBLE),
        ("M. Faure part.", DOUBLE),
        ("le docteur Lebœuf", DOUBLE),
        ("Jean-Pierre Faure", DOUBLE),
        ("Lebœuf, J. Lebœuf", DOUBLE),
        ("Mme Almeida", ALMEIDA),
        ("Inês de Almeida", ALMEIDA),
        ("Écrire à Ro\u00adche.", NADIA),
        ("Écrire à Ro\u200bche.", NADIA),
    ],
)
def test_somebody_is_named_however_it_is_written(text: str, named: Named) -> None:
    assert people_named(text, EVERYBODY) == (named.label,)


@pytest.mark.parametrize(
    "text",
    [
        "La roche du village.",
        "Petit à petit, l’équipe se forme.",
        "Un petit pas. Petit pas.",
        "La commune de Saint-Martin vous invite.",
        "La rue Martin-Luther-King",
        "Paul et Virginie au cinéma",
        "contact@petitbourg.fr",
        "de l’almeida",
        "La fève de Faure, le bœuf.",
        "M. le maire et Mme la présidente",
        "Jean-Pierre et le faure",
        "",
    ],
)
def test_nobody_is_named_by_a_word_that_is_no_name(text: str) -> None:
    assert people_named(text, EVERYBODY) == ()


def test_the_towns_own_name_names_nobody() -> None:
    person = (Named("M. Luc Grand-Bourg", "Luc", "Bourg"), Named("Mme Anne Abymes", "Anne", "Abymes"))
    assert people_named("Au Grand Bourg, aux Abymes", person, ("Le Bourg", "Abymes", "Grand Bourg")) == ()
    assert people_named("Anne Abymes, des Abymes", person, ("Les Abymes",)) == ("Mme Anne Abymes",)


def test_each_person_is_told_once_in_the_order_of_the_list() -> None:
    assert people_named("Léa Martin, Nadia Roche, Mme Roche", EVERYBODY) == (NADIA.label, MARTIN.label)


def test_whoever_has_a_first_name_alone_is_named_after_a_title() -> None:
    sister = (Named("Sœur Thérèse", "Thérèse", ""),)
    assert people_named("Merci à Mme Thérèse", sister) == ("Sœur Thérèse",)
    assert people_named("Avenue Sainte-Thérèse", sister) == ()


def test_three_hundred_people_are_looked_for_between_two_keys() -> None:
    people = [Named(f"Personne {n}", f"Prénom{n}", f"Nom{n}") for n in range(300)]
    text = "Un texte pour le bulletin municipal, avec Nom7 dedans. " * 60
    begin = time.process_time()
    assert people_named(text, people) == ("Personne 7",)
    assert time.process_time() - begin < 0.1
