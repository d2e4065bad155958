"""Names of communes and people."""

from __future__ import annotations

import pytest

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats.names import at_commune, gendered, of_commune


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("Évaux-les-Bains", "d’Évaux-les-Bains", f"à{NB}Évaux-les-Bains"),
        ("Le Havre", "du Havre", "au Havre"),
        ("Les Abymes", "des Abymes", "aux Abymes"),
        ("La Rochelle", "de La Rochelle", f"à{NB}La Rochelle"),
        ("L’Isle-Adam", "de L’Isle-Adam", f"à{NB}L’Isle-Adam"),
        ("Leers", "de Leers", f"à{NB}Leers"),
        ("", "de ", f"à{NB}"),
    ],
)
def test_names_of_communes_take_their_article(name: str, of: str, at: str) -> None:
    assert of_commune(name) == of
    assert at_commune(name) == at


@pytest.mark.parametrize(
    ("civility", "feminine"),
    [
        ("Mme", True),
        ("Madame", True),
        ("Mme le Docteur", True),
        ("Dre", True),
        ("M.", False),
        ("Docteur", False),
        ("", False),
    ],
)
def test_words_follow_the_civility_typed(civility: str, feminine: bool) -> None:
    assert gendered(civility, "Le maire", "La maire") == ("La maire" if feminine else "Le maire")
