"""What tells two dossiers of one commune apart."""

from __future__ import annotations

import pytest

from msp_desktop.domain.dossier_marks import mark_of


@pytest.mark.parametrize(
    ("commune", "stem", "mark"),
    [
        ("Guéret", "gueret", ""),
        ("Guéret", "Guéret", ""),
        ("L’Haÿ-les-Roses", "l-hay-les-roses", ""),
        ("L'Haÿ-les-Roses", "L’Haÿ les Roses", ""),
        ("Guéret", "gueret (copie du 12 mai 2026)", "copie du 12 mai 2026"),
        ("Guéret", "gueret (copie du 12 mai 2026)_2", "copie du 12 mai 2026, n°\u00a02"),
        ("Guéret", "gueret_2", "n°\u00a02"),
        ("Guéret", "gueret_deux", "gueret_deux"),
        ("Guéret", "gueret (essai) (copie du 12 mai 2026)", "essai, copie du 12 mai 2026"),
        ("Guéret", "essai pour le conseil", "essai pour le conseil"),
        ("Guéret", "aubusson (copie)", "aubusson (copie)"),
        ("Guéret", "deux\nlignes", "deux lignes"),
        ("Guéret", "()", "()"),
        ("", "", ""),
    ],
)
def test_a_file_says_what_its_commune_does_not(commune: str, stem: str, mark: str) -> None:
    assert mark_of(commune, stem) == mark
