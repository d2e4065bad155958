"""The models of a decree and of a letter: marked as models, one after the other for a pair."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from msp_desktop.documents.appointment import DecreeText, LetterText, write_appointment
from tests.documents.values import MADE_AT, head, read

DECREE = DecreeText(
    title="Arrêté",
    subtitle="portant délégation à Mme Nadia Roche",
    authority="Le maire de Saint-Essai,",
    visas=("Vu le code,", "Considérant le besoin,"),
    articles=(("Article 1", "Mme Roche est chargée de :"), ("Article 2", "Le présent arrêté est affiché.")),
    missions=("relier", "écouter"),
)
LETTER = LetterText(
    title="Lettre de mission",
    subject="Votre mission",
    addressee=("M. Petit", "Secrétaire", "Mairie de Saint-Essai"),
    greeting="Monsieur",
    body=("Je vous confie la mission.",),
    missions=("relier", "écouter"),
    closing="Salutations.",
)
NOTICE = "Modèle à faire relire avant de signer."


def written(tmp_path: Path, *parts: DecreeText | LetterText) -> str:
    write_appointment(tmp_path / "x.pdf", head(), parts, NOTICE, MADE_AT)
    return read(tmp_path / "x.pdf")


def test_a_decree_has_its_visas_then_its_articles_with_the_missions_listed(tmp_path: Path) -> None:
    text = written(tmp_path, DECREE)
    parts = (
        "Arrêté",
        "Le maire de Saint-Essai,",
        "Vu le code,",
        "Arrête :",
        "Article 1",
        "relier ;",
        "écouter.",
        "Article 2",
    )
    places = [text.index(words) for words in parts]
    assert places == sorted(places)


def test_every_model_says_that_it_is_one(tmp_path: Path) -> None:
    for parts in ((DECREE,), (LETTER,), (DECREE, LETTER)):
        text = written(tmp_path, *parts)
        assert "modèle à faire relire" in text
        assert NOTICE in text


def test_a_letter_has_an_address_a_subject_and_capital_missions(tmp_path: Path) -> None:
    text = written(tmp_path, LETTER)
    for words in (
        "M. Petit Secrétaire Mairie de Saint-Essai",
        "Votre mission",
        "Monsieur,",
        "Relier",
        "Écouter",
        "Claude Faure",
    ):
        assert words in text


def test_each_part_of_a_pair_begins_on_a_page_of_its_own(tmp_path: Path) -> None:
    written(tmp_path, DECREE, LETTER)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages]
    assert "Article 1" in pages[0]
    assert "Je vous confie" not in pages[0]
    assert "Je vous confie" in pages[1]
