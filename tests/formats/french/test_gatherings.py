"""Titles of meetings in a sentence, the method's and a town's own."""

from __future__ import annotations

import pytest

from msp_desktop.formats.french.gatherings import meeting_words
from msp_desktop.method.meetings import kit_meetings


@pytest.mark.parametrize(
    ("title", "invited", "of"),
    [
        ("Première rencontre avec les professionnels de santé", "à une première rencontre avec les professionnels de santé",
         "de la première rencontre avec les professionnels de santé"),
        ("Comité de pilotage", "à un comité de pilotage", "du comité de pilotage"),
        ("COPIL de rentrée", "à un COPIL de rentrée", "du COPIL de rentrée"),
        ("Atelier : les gardes", "à un atelier : les gardes", "de l’atelier : les gardes"),
        ("Assemblée des professionnels.", "à une assemblée des professionnels", "de l’assemblée des professionnels"),
        ("Petit-déjeuner des soignants", "à un petit-déjeuner des soignants", "du petit-déjeuner des soignants"),
        ("2e réunion", "à une 2e réunion", "de la 2e réunion"),
        ("Préparation avec la fédération", "à une préparation avec la fédération", "de la préparation avec la fédération"),
        ("CPTS du Val", "à une réunion\u00a0: CPTS du Val", "de notre réunion\u00a0: CPTS du Val"),
        ("La soirée des soignants", "à une réunion\u00a0: la soirée des soignants", "de notre réunion\u00a0: la soirée des soignants"),
        ("", "à une réunion", "de notre réunion"),
    ],
)  # fmt: skip
def test_a_title_takes_the_article_of_its_noun(title: str, invited: str, of: str) -> None:
    words = meeting_words(title)
    assert (words["a_une_reunion"], words["de_la_reunion"]) == (invited, of)


def test_every_kind_of_the_method_is_known() -> None:
    unknown = [
        kind.full_title for kind in kit_meetings().kinds if ":" in meeting_words(kind.full_title)["a_une_reunion"]
    ]
    assert unknown == []
