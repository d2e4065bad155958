"""Models are filled in, whatever the preposition somebody typed before a word in braces."""

from __future__ import annotations

import pytest

from msp_desktop.formats.french.bodies import federation_words
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.towns import town_words


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("{commune}", "Les Abymes"),
        ("La mairie de {commune}", "La mairie des Abymes"),
        ("à {commune}, d’{commune}", "aux Abymes, des Abymes"),
        ("À {commune}", "Aux Abymes"),
        ("La commune {de_commune}", "La commune des Abymes"),
        ("Avec {federation}, nous", "Avec la Fédération X, nous"),
        ("par {federation}, de {federation}", "par la Fédération X, de la Fédération X"),
        ("{Avec_la_federation}, nous", "Avec la Fédération X, nous"),
        ("{avec_la_federation}", "avec la Fédération X"),
        ("Notre fédération\u00a0: {federation}.", "Notre fédération\u00a0: Fédération X."),
        ("et {date} de {autre}", "et lundi de {autre}"),
        ("Élu{|e} de {nom|noms}", "Élu{|e} de {nom|noms}"),
    ],
)
def test_a_word_in_braces_takes_the_article_it_needs(model: str, said: str) -> None:
    words = town_words("Les Abymes") | federation_words("Fédération X") | {"date": "lundi"}
    assert filled(model, words) == said
