"""The models of a decree and of a letter: marked as models, one act a file, no signature alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PageObject, PdfReader

from msp_desktop.documents.appointment import ArticleText, DecreeText, FootText, LetterText, write_decree, write_letter
from tests import pdf
from tests.documents.values import MADE_AT, head, read

DECREE = DecreeText(
    title="Arrêté n° 12",
    subtitle="portant délégation à Madame Nadia Roche",
    town="Commune de Saint-Essai",
    heading=("RÉPUBLIQUE FRANÇAISE", "Département de la Creuse"),
    kind=("Nature de l’acte", "5.4"),
    authority="Le Maire de Saint-Essai,",
    visas=("Vu le code ;", "Vu le procès-verbal ;"),
    grounds="Considérant le besoin ;",
    decides="Arrête :",
    articles=(
        ArticleText("Article 1er", "Fonctions", ("Mme Roche est chargée de :",), ("relier ;", "écouter.")),
        ArticleText("Article 2", "Exécution", ("Le présent arrêté est affiché.",)),
    ),
    foot=FootText(
        "Notifié à l’intéressée", "le", "Signature de Madame Roche :", "Certifié exécutoire", "transmis le", "publié le",
        "Ampliations", ("préfet", "intéressée"),
    ),
)  # fmt: skip
LETTER = LetterText(
    title="Lettre de mission",
    subject="Votre mission",
    addressee=("M. Petit", "Secrétaire", "Mairie de Saint-Essai"),
    greeting="Monsieur",
    body=("Je vous confie la mission.",),
    missions=("relier", "écouter"),
    closing="Salutations.",
    receipt=("Reçu le ______", "Signature de l’agent :"),
)


def test_a_decree_has_its_visas_then_its_articles_with_the_functions_listed(tmp_path: Path) -> None:
    write_decree(tmp_path / "x.pdf", head(), DECREE, MADE_AT)
    heard = " ".join(words for _kind, words in pdf.heard((tmp_path / "x.pdf").read_bytes()))
    parts = (
        "Modèle à faire relire", "Commune de Saint-Essai", "RÉPUBLIQUE FRANÇAISE", "Arrêté n° 12", "Le Maire de Saint-Essai,",
        "Vu le code ;", "Considérant le besoin ;", "Arrête :", "Article 1er", "relier ;", "écouter.", "Article 2",
        "Fait à Saint-Essai, le ____", "Notifié à l’intéressée", "Certifié exécutoire", "Ampliations",
    )  # fmt: skip
    places = [heard.index(words) for words in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("articles", range(1, 12))
def test_a_decree_s_signature_has_an_article_above_it_on_its_page(tmp_path: Path, articles: int) -> None:
    made = tuple(ArticleText(f"Article {n}", "Sujet", (f"Texte {n}. " + "mot " * 60,)) for n in range(1, articles + 1))
    words = DecreeText(**{name: getattr(DECREE, name) for name in DECREE.__struct_fields__} | {"articles": made})
    write_decree(tmp_path / "x.pdf", head(), words, MADE_AT)
    last = PdfReader(tmp_path / "x.pdf").pages[-1].extract_text()
    assert f"Texte {articles}." in last
    assert "Ampliations" in last


def test_a_blank_for_the_functions_is_lines_to_write_on(tmp_path: Path) -> None:
    first = ArticleText("Article 1er", "Fonctions", ("Mme Roche est chargée de :",), (), 4)
    words = DecreeText(**{name: getattr(DECREE, name) for name in DECREE.__struct_fields__} | {"articles": (first,)})
    assert write_decree(tmp_path / "x.pdf", head(), words, MADE_AT).pages == 1
    assert "relier" not in read(tmp_path / "x.pdf")


def test_every_model_says_once_that_it_is_one(tmp_path: Path) -> None:
    write_decree(tmp_path / "a.pdf", head(), DECREE, MADE_AT)
    write_letter(tmp_path / "b.pdf", head(), LETTER, MADE_AT)
    for name in ("a.pdf", "b.pdf"):
        first = " ".join(PdfReader(tmp_path / name).pages[0].extract_text().split())
        assert first.count("Modèle à faire relire") == 1, "the framed label"
        assert first.count("modèle à faire relire") == 1, "the footer"


def test_a_letter_has_an_address_a_subject_capital_missions_and_a_receipt(tmp_path: Path) -> None:
    write_letter(tmp_path / "x.pdf", head(), LETTER, MADE_AT)
    text = read(tmp_path / "x.pdf")
    for words in (
        "M. Petit Secrétaire Mairie de Saint-Essai",
        "Votre mission",
        "Monsieur,",
        "Relier",
        "Écouter",
        "Claude Faure",
        "Reçu le ______ Signature de l’agent :",
    ):
        assert words in text


def test_an_act_has_its_own_name_as_a_file(tmp_path: Path) -> None:
    write_decree(tmp_path / "x.pdf", head(), DECREE, MADE_AT)
    write_letter(tmp_path / "y.pdf", head(), LETTER, MADE_AT)
    titles = [PdfReader(tmp_path / name).metadata.title for name in ("x.pdf", "y.pdf")]  # type: ignore[union-attr]
    assert titles == ["Arrêté n° 12 – Saint-Essai", "Lettre de mission – Saint-Essai"]


def test_nobody_hears_the_line_where_a_number_will_be_written_and_articles_have_their_subject(tmp_path: Path) -> None:
    write_decree(tmp_path / "x.pdf", head(), replace(DECREE, title="Arrêté n° ____________"), MADE_AT)
    reader = PdfReader(tmp_path / "x.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "Arrêté – Saint-Essai"
    assert reader.metadata.subject == "Portant délégation à Madame Nadia Roche"
    act, parts = reader.outline
    assert act.title == "Arrêté"
    titles = [part.title.replace("\u00a0", " ") for part in parts]
    assert titles == ["Visas", "Motif", "Article 1er : Fonctions", "Article 2 : Exécution"]
    assert "Arrêté n° ____________ portant" in read(tmp_path / "x.pdf")


#: Above this, in points from the foot, stand the running head and the top of the first row, no more.
HIGH = 725


@pytest.mark.parametrize("words", range(40, 400, 12))
def test_no_line_is_drawn_under_the_running_head_but_its_own(tmp_path: Path, words: int) -> None:
    """Whatever the length of an article, what begins a later page begins without a rule: it would double the head's."""
    long = ArticleText("Article 2", "Sujet", ("mot " * words, "Fin."))
    made = (DECREE.articles[0], long, *(ArticleText(f"Article {n}", "Sujet", ("mot " * 40,)) for n in range(3, 9)))
    decree = DecreeText(**{name: getattr(DECREE, name) for name in DECREE.__struct_fields__} | {"articles": made})
    write_decree(tmp_path / "x.pdf", head(), decree, MADE_AT)
    for page in PdfReader(tmp_path / "x.pdf").pages[1:]:
        assert len([y for y in rules(page) if y > HIGH]) == 1, "the running head's own"


def rules(page: PageObject) -> list[float]:
    """Return the heights of the full-width lines of a page, in points from its foot."""
    found: list[float] = []
    begun: list[tuple[float, float]] = []

    def look(operator: bytes, operands: list[Any], cm: list[float], _tm: list[float]) -> None:
        if operator in (b"m", b"l"):
            place = (float(operands[0]) * cm[0] + cm[4], float(operands[1]) * cm[3] + cm[5])
            if operator == b"l" and place[0] - begun[-1][0] > 400:
                found.append(place[1])
            begun.append(place)

    page.extract_text(visitor_operand_before=look)
    return found
