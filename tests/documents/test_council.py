"""The models on paper: framed « à faire relire », what is decided never announced at the foot of a page, in Word too."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from msp_desktop.db.store import Store
from msp_desktop.documents.text import glued
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from tests import pdf
from tests.conftest import NOW, TODAY

TOWNS = (
    ("Le Grand-Bourg", "23095", "du Grand-Bourg"),
    ("Les Abymes", "97101", "des Abymes"),
    ("L’Haÿ-les-Roses", "94038", "de L’Haÿ-les-Roses"),
    ("Hyères", "83069", "d’Hyères"),
    ("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "51513", "de Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"),
)


def made(store: Store, key: str) -> bytes:
    target = io.BytesIO()
    paper(key).make(store.reader, Context(TODAY, NOW), target)
    return target.getvalue()


@pytest.mark.parametrize("key", ["deliberation", "room-agreement"])
@pytest.mark.parametrize(("town", "insee", "of"), TOWNS)
def test_it_is_french_and_accessible_in_any_town(sample: Store, key: str, town: str, insee: str, of: str) -> None:
    with sample.write("commune") as tx:
        tx.update(1, Change(Commune, name=town, insee=insee))
    data = made(sample, key)
    pdf.assert_accessible(data)
    said = pdf.squeezed(pdf.read(data))
    assert pdf.squeezed(f"ommune {of}") in said
    assert pdf.squeezed("Modèle à faire relire") in said
    for page in PdfReader(io.BytesIO(data)).pages:
        lines = page.extract_text().split("Délibération n°")[0].strip().splitlines()
        assert "Après en avoir délibéré" not in (lines[-1] if lines else "")


def test_its_articles_are_headings(sample: Store) -> None:
    headings = [words for kind, words in pdf.heard(made(sample, "deliberation")) if kind == "H2"]
    assert next(words for words in headings if words.startswith("Article")) == "Article 1er Démarche"
    assert "Vote" in headings


@pytest.mark.parametrize(
    ("key", "words"), [("deliberation", "Le conseil municipal"), ("room-agreement", "Il est convenu")]
)
def test_it_has_a_word_copy_to_be_read_over(sample: Store, tmp_path: Path, key: str, words: str) -> None:
    path = tmp_path / "x.docx"
    paper(key).make(sample.reader, Context(TODAY, NOW), path)
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any(words in text for text in [*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_there_is_no_agreement_without_a_place(store: Store) -> None:
    assert paper("room-agreement").missing(store.reader, Context(TODAY, NOW))
    assert paper("deliberation").missing(store.reader, Context(TODAY, NOW)) is None


def test_hours_and_numbers_to_fill_in_do_not_part_at_the_end_of_a_line() -> None:
    assert glued("de 19 h à 21 h, police n° ______") == "de 19\u00a0h à\u00a021\u00a0h, police n°\u00a0______"
