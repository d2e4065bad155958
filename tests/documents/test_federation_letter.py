"""Letters to the federation: its address, the list asked for, who signs."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.documents.federation_letter import addressee, write_federation_letter
from msp_desktop.domain.letterhead import FederationView
from tests.documents.values import MADE_AT, head, read

FEDERATION = FederationView(name="F", full_name="Fédération d’Essai", email="contact@f.example", contact="Mme Martin")


def written(tmp_path: Path, listed: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> str:
    write_federation_letter(
        tmp_path / "x.pdf",
        head(),
        MADE_AT,
        subject="Premier contact",
        before=("Nous aimerions en parler.",),
        listed=listed,
        after=after,
        closing="Salutations distinguées.",
    )
    return read(tmp_path / "x.pdf")


def test_the_address_is_as_full_as_what_is_known() -> None:
    assert addressee(head(federation=FEDERATION)) == (
        "Fédération d’Essai",
        "à l’attention de Mme Martin",
        "contact@f.example",
    )
    assert addressee(head(federation=FederationView(name="F", full_name="F"))) == ("F",)


def test_paragraphs_then_the_list_then_paragraphs(tmp_path: Path) -> None:
    text = written(tmp_path, ("un ;", "deux."), ("Bien à vous.", "", "Enfin."))
    places = [
        text.index(words) for words in ("Nous aimerions", "un ;", "deux.", "Bien à vous.", "Enfin.", "Salutations")
    ]
    assert places == sorted(places)


def test_without_anything_asked_for_there_is_no_list(tmp_path: Path) -> None:
    assert "•" not in written(tmp_path)


def test_the_mayor_signs_and_the_referent_follows(tmp_path: Path) -> None:
    text = written(tmp_path)
    for words in ("Madame, Monsieur,", "Le Maire, Claude Faure", "Affaire suivie par", "Nadia Roche, référente santé"):
        assert words in text
