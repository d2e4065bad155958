"""The activity report as a paper: for a year, drawn from the dossier, said to be unfinished while the year is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docx import Document

from msp_desktop.db.store import Store
from msp_desktop.domain.scope import Scope
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def test_an_empty_dossier_says_what_to_begin_with(store: Store) -> None:
    missing = paper("activity-report").missing(store.reader, CONTEXT)
    assert missing is not None
    assert "fiches action" in missing


def test_the_sample_tells_its_year_so_far_and_its_word_copy_the_same(sample: Store, tmp_path: Path) -> None:
    document = paper("activity-report")
    assert any("jusqu’à aujourd’hui" in remark for remark in document.remarks(sample.reader, CONTEXT))
    document.make(sample.reader, CONTEXT, tmp_path / "x.pdf")
    document.make(sample.reader, CONTEXT, tmp_path / "x.docx")
    text = pdf.text(tmp_path / "x.pdf")
    word = Document(str(tmp_path / "x.docx"))
    copied = " ".join(
        [part.text for part in word.paragraphs]
        + [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    )
    for words in (
        "Consultations avancées",
        "Comité technique du contrat local de santé",
        "porté par la CC du Val d’Exemple",
    ):
        assert words in text
        assert words in copied


def test_another_year_tells_nothing_of_this_one(sample: Store, tmp_path: Path) -> None:
    scope = Scope(since=date(2024, 1, 1), until=date(2024, 12, 31))
    context = Context(TODAY, NOW, scope=scope)
    paper("activity-report").make(sample.reader, context, tmp_path / "x.pdf")
    text = pdf.text(tmp_path / "x.pdf")
    assert "Rapport d’activité 2024" in text
    assert "Comité technique" not in text
    assert not any(
        "jusqu’à aujourd’hui" in remark for remark in paper("activity-report").remarks(sample.reader, context)
    )
