"""The blocks that documents are made of: accessible, split over pages, nothing lost."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks
from tests.documents import demo
from tests.pdf import assert_accessible, read

STORIES = {"agenda": demo.agenda, "lettre": demo.letter, "tout": demo.everything}


@pytest.mark.parametrize("name", STORIES)
def test_every_block_makes_an_accessible_document(name: str) -> None:
    data, _ = demo.made(STORIES[name])
    assert_accessible(data)


def test_a_short_letter_is_on_one_page() -> None:
    assert demo.made(demo.letter)[1].pages == 1


def test_rows_with_long_notes_are_split_over_pages() -> None:
    rows = [[str(n), f"<{n}> " + "une note & la suite " * 500, "ici"] for n in range(40)]
    data, result = demo.made(lambda _density: blocks.open_table(["N°", "Note", "Où"], rows, [20, 118, 30]))
    assert result.pages > 80
    assert read(data).count("suite") == 40 * 500
    assert_accessible(data)


def test_a_long_table_repeats_its_header_and_loses_no_row() -> None:
    rows = [[f"ligne-{n}.", "b"] for n in range(1000)]
    data, result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [100, 68]))
    text = read(data)
    assert [f"ligne-{n}." for n in range(1000)] == re.findall(r"ligne-\d+\.", text)
    assert text.count("En-tête") == result.pages
    assert_accessible(data)


def test_a_heading_never_stays_alone_at_the_foot_of_a_page() -> None:
    def story(_density: float) -> list[Flowable]:
        rows = [["a", "b"]] * 30
        table = blocks.open_table(["A", "B"], rows, [84, 84])
        return [*blocks.title_block("Titre"), blocks.gap(185), blocks.section_heading("Annonce"), *table]

    sheets = pypdf.PdfReader(io.BytesIO(demo.made(story)[0])).pages
    assert "Annonce" not in sheets[0].extract_text()
    assert "Annonce" in sheets[1].extract_text()
