"""A trade said of a person, not of a register."""

from __future__ import annotations

import pytest

from msp_desktop.formats.french.trades import trade


@pytest.mark.parametrize(
    ("word", "speciality", "said"),
    [
        ("médecin", "médecine générale", "médecin généraliste"),
        ("médecin", "Médecine Générale", "médecin généraliste"),
        ("médecin", "Spécialiste en Médecine Générale", "médecin généraliste"),
        ("médecin", "Qualifié en médecine générale", "médecin généraliste"),
        ("médecin", "Cardiologie", "cardiologue"),
        ("médecin", "pédiatrie", "pédiatre"),
        ("médecin", "gynécologie médicale", "gynécologue"),
        ("médecin", "Médecin acupuncteur", "médecin acupuncteur"),
        ("médecin", "acupuncture", "médecin, acupuncture"),
        ("médecin", "médecine physique", "médecin, médecine physique"),
        ("infirmière", "infirmière Asalée", "infirmière Asalée"),
        ("infirmière", "IPA", "infirmière, IPA"),
        ("infirmière", "Infirmière en pratique avancée", "infirmière en pratique avancée"),
        ("autre métier", "Naturopathe", "naturopathe"),
        ("autre métier", "", "autre métier"),
        ("pharmacienne", "", "pharmacienne"),
        ("pharmacien", "  ", "pharmacien"),
    ],
)
def test_a_speciality_becomes_what_one_is(word: str, speciality: str, said: str) -> None:
    assert trade(word, speciality) == said


def test_it_agrees() -> None:
    assert trade("dentiste", "chirurgie dentaire", feminine=True) == "chirurgienne-dentiste"
    assert trade("dentiste", "chirurgie dentaire") == "chirurgien-dentiste"
