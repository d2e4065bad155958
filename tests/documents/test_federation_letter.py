"""Letters to the federation: paragraphs, the list asked for, who signs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msp_desktop.documents.federation_letter import write_federation_letter
from tests.documents.values import MADE_AT, head, read


def written(tmp_path: Path, listed: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> str:
    write_federation_letter(
        tmp_path / "x.pdf",
        head(),
        MADE_AT,
        day=date(2026, 4, 24),
        addressee=("Fédération d’Essai", "à l’attention de Madame Martin"),
        greeting="Madame,",
        subject="Premier contact",
        before=("Nous aimerions en parler.",),
        listed=listed,
        after=after,
        closing="Salutations distinguées.",
    )
    return read(tmp_path / "x.pdf")


def test_paragraphs_then_the_list_then_paragraphs(tmp_path: Path) -> None:
    text = written(tmp_path, ("un ;", "deux."), ("Bien à vous.", "", "Enfin."))
    places = [
        text.index(words)
        for words in (
            "à l’attention",
            "Madame,",
            "Nous aimerions",
            "un ;",
            "deux.",
            "Bien à vous.",
            "Enfin.",
            "Salutations",
        )
    ]
    assert places == sorted(places)


def test_without_anything_asked_for_there_is_no_list(tmp_path: Path) -> None:
    assert "–" not in written(tmp_path)


def test_the_mayor_signs_and_the_referent_follows(tmp_path: Path) -> None:
    text = written(tmp_path)
    assert "Saint-Essai, le vendredi 24 avril 2026" in text
    assert "28 avril" not in text, "the day it is printed is not told at the foot"
    for words in ("Le Maire, Claude Faure", "Affaire suivie par", "Nadia Roche, référente santé"):
        assert words in text
