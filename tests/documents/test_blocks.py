"""The blocks that documents are made of: accessible, split over pages, nothing lost."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
import pytest
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks
from tests.documents import demo
from tests.pdf import assert_accessible, heard, read, tagged

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


@pytest.mark.parametrize("words", [60, 200, 700, 3000], ids=["low", "high", "half a page", "more than a page"])
def test_a_page_bears_the_header_of_a_table_once_at_its_top(words: int) -> None:
    rows = [[f"ligne-{n}.", "mot " * (words if n % 3 == 2 else 5)] for n in range(30)]
    data, result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [60, 108]))
    sheets = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert [sheet.count("En-tête") for sheet in sheets] == [1] * result.pages
    assert "".join(sheets).count("mot") == 20 * 5 + 10 * words


def test_a_row_lower_than_a_page_is_never_cut() -> None:
    rows = [[f"ligne-{n}.", f"début-{n}. {'mot ' * (60 + 17 * (n % 7))} fin-{n}."] for n in range(40)]
    data, _result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [60, 108]))
    sheets = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    for number in range(40):
        assert [sheet for sheet in sheets if f"début-{number}." in sheet and f"fin-{number}." in sheet], number


def test_a_group_names_the_rows_under_it_and_never_ends_a_page() -> None:
    rows: list[Any] = []
    for phase in range(12):
        rows += [
            blocks.Group(f"Phase {phase}", ", jusqu’au mardi"),
            *[[f"ligne-{phase}-{n}.", "b"] for n in range(phase)],
        ]
    data, _result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [100, 68], stub=(1,)))
    assert_accessible(data)
    for sheet in pypdf.PdfReader(io.BytesIO(data)).pages[:-1]:
        lines = [line for line in sheet.extract_text().splitlines() if line.startswith(("Phase", "ligne"))]
        assert lines[-1].startswith("ligne")
    told = heard(data)
    assert ("P", "Phase 3, jusqu’au mardi") in told
    heads = [cell for cell in tagged(data, "TH") if cell["/A"][0].get("/ColSpan") == 2]
    assert [cell["/A"][0]["/Scope"] for cell in heads] == ["/Row"] * 12


def test_the_cells_that_head_their_row_are_those_of_the_columns_asked_for() -> None:
    data, _result = demo.made(lambda _density: blocks.open_table(["A", "B"], [["a", "b"]], [84, 84], stub=(1,)))
    assert [str(cell["/A"][0]["/Scope"]) for cell in tagged(data, "TH")] == ["/Column", "/Column", "/Row"]


def test_a_heading_never_stays_alone_at_the_foot_of_a_page() -> None:
    def story(_density: float) -> list[Flowable]:
        rows = [["a", "b"]] * 30
        table = blocks.open_table(["A", "B"], rows, [84, 84])
        return [*blocks.title_block("Titre"), blocks.gap(185), blocks.section_heading("Annonce"), *table]

    sheets = pypdf.PdfReader(io.BytesIO(demo.made(story)[0])).pages
    assert "Annonce" not in sheets[0].extract_text()
    assert "Annonce" in sheets[1].extract_text()
