"""A civility typed: how one writes to the person, and their name in full on an envelope."""

from __future__ import annotations

import pytest

from msp_desktop.formats.french.civility import as_written, civility, greeting, in_full


@pytest.mark.parametrize(
    ("typed", "said", "full"),
    [
        ("M.", "Monsieur", "Monsieur"),
        ("M", "Monsieur", "Monsieur"),
        ("Mr", "Monsieur", "Monsieur"),
        ("monsieur", "Monsieur", "Monsieur"),
        ("Mme", "Madame", "Madame"),
        ("MME", "Madame", "Madame"),
        ("Mlle", "Madame", "Madame"),
        ("Dr", "Docteur", "Docteur"),
        ("Dr.", "Docteur", "Docteur"),
        ("Dre", "Docteure", "Docteure"),
        ("Docteure", "Docteure", "Docteure"),
        ("Mme le Dr", "Docteur", "Madame le Docteur"),
        ("Mme Dr", "Docteur", "Madame le Docteur"),
        ("M. le Docteur", "Docteur", "Monsieur le Docteur"),
        ("Madame la Docteure", "Docteure", "Madame la Docteure"),
        ("Pr", "Professeur", "Professeur"),
        ("Me", "Maître", "Maître"),
        ("M. et Mme", "Madame, Monsieur", "Monsieur et Madame"),
        ("Mmes", "Mesdames", "Mesdames"),
        ("MM.", "Messieurs", "Messieurs"),
        ("", "Madame, Monsieur", ""),
        ("Frère", "Madame, Monsieur", "Frère"),
        ("{appel}", "Madame, Monsieur", "{appel}"),
    ],
)
def test_what_is_typed_is_what_is_written(typed: str, said: str, full: str) -> None:
    assert greeting(typed) == said
    assert in_full(typed) == full


def test_what_is_no_civility_is_none() -> None:
    assert civility("Frère") is None
    assert civility(" ") is None
    assert civility("Dr Dr Dr") is None


@pytest.mark.parametrize(
    ("typed", "function", "said"),
    [
        ("Mme", "Présidente", "Madame la Présidente"),
        ("Mme", "présidente de la communauté de communes", "Madame la Présidente"),
        ("M.", "Président", "Monsieur le Président"),
        ("M.", "maire", "Monsieur le Maire"),
        ("Mme", "maire de Valbourg", "Madame la Maire"),
        ("Mme", "directeur", "Madame le Directeur"),
        ("M.", "directeur d’agence", "Monsieur le Directeur"),
        ("M.", "maire adjoint", "Monsieur"),
        ("Mme", "présidente déléguée", "Madame"),
        ("Mme", "deuxième adjointe", "Madame"),
        ("", "maire", "Madame, Monsieur"),
        ("Dr", "président de la CPTS", "Docteur"),
        ("MM.", "maire", "Messieurs"),
    ],
)
def test_some_functions_are_in_the_form_of_address(typed: str, function: str, said: str) -> None:
    assert greeting(typed, function) == said


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("mme", "Mme"),
        ("m.", "M."),
        ("m", "M."),
        ("M.", "M."),
        ("dr", "Dr"),
        ("mme le dr", "Mme le Dr"),
        ("monsieur et madame", "Monsieur et Madame"),
        ("soeur", "soeur"),
        ("", ""),
    ],
)
def test_a_civility_has_its_capitals_before_a_name(typed: str, written: str) -> None:
    assert as_written(typed) == written
