"""The road as a paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from msp_desktop.db.store import Store
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import road_steps
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def test_an_empty_dossier_prints_its_road_on_one_page(store: Store, tmp_path: Path) -> None:
    assert paper("path").missing(store.reader, CONTEXT) is None
    made = paper("path").make(store.reader, CONTEXT, tmp_path / "x.pdf")
    assert made.pages == 1
    text = pdf.text(tmp_path / "x.pdf")
    for words in ("Nous sommes à la première étape", "2 au moins", "deux médecins généralistes", "le point d’appui"):
        assert words in " ".join(text.split())


@pytest.mark.parametrize("words", ["x" * 10_000, "Visiter une équipe. " * 400])
def test_a_step_of_any_length_prints(store: Store, tmp_path: Path, words: str) -> None:
    for _number in range(4):
        road_steps.add_step(store, words)
    assert paper("path").make(store.reader, CONTEXT, tmp_path / "x.pdf").pages >= 1


def test_the_diagnosis_is_a_pdf_and_a_word_file_that_say_the_same(store: Store, tmp_path: Path) -> None:
    diagnostic = paper("diagnostic")
    assert diagnostic.editable
    diagnostic.make(store.reader, CONTEXT, tmp_path / "x.pdf")
    diagnostic.make(store.reader, CONTEXT, tmp_path / "x.docx")
    printed = " ".join(pdf.text(tmp_path / "x.pdf").split())
    edited = " ".join(paragraph.text for paragraph in Document(str(tmp_path / "x.docx")).paragraphs)
    for words in ("7. Le calendrier", "Date visée pour remettre le projet de santé à l’ARS"):
        assert words in printed
        assert words in edited
    assert len(diagnostic.remarks(store.reader, CONTEXT)) == 1
