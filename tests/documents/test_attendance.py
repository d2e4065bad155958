"""The attendance sheet: a line a guest in order, lines to spare, the notice about data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.documents.attendance import BLANK, LEAST_BLANK, write_attendance
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.people import Category
from tests import pdf
from tests.documents.values import MADE_AT, NOTICE, guest, head, meeting_view, read


def written(tmp_path: Path, view: MeetingView, **values: object) -> str:
    write_attendance(tmp_path / "x.pdf", head(**values), view, MADE_AT, NOTICE)
    return read(tmp_path / "x.pdf")


def test_guests_are_numbered_with_what_they_are(tmp_path: Path) -> None:
    guests = (
        guest(1, "infirmière, Guéret", civility="Mme", first_name="Anne", last_name="Roche"),
        guest(2, "", last_name="Petit", organisation="CPTS du Val"),
        guest(3, "", organisation="CPAM de la Creuse"),
        guest(4, "chargée de mission", last_name="Perrin", category=Category.FEDERATION, organisation="FemasEssai"),
        guest(6, "pharmacien, Saint-Essai", last_name="Peyrat"),
        guest(5, "maire", last_name="Faure", category=Category.ELECTED, organisation="Mairie"),
    )
    text = written(tmp_path, meeting_view(guests=guests))
    assert "1 Roche Anne Infirmière, Guéret" in text
    assert "2 Petit CPTS du Val" in text
    assert "3 CPAM de la Creuse" in text
    assert "4 Perrin Chargée de mission, FemasEssai" in text
    assert "5 Peyrat Pharmacien 6" in text, "the town is said of those who are elsewhere"
    assert "6 Faure Maire 7" in text


def test_each_row_has_a_header_and_each_column_a_name(tmp_path: Path) -> None:
    written(tmp_path, meeting_view(guests=(guest(1, "infirmière", last_name="Roche"),)))
    data = (tmp_path / "x.pdf").read_bytes()
    heads = [str(cell["/A"].get_object()) for cell in pdf.tagged(data, "TH")]
    assert sum("Column" in head for head in heads) == 4
    assert sum("Row" in head for head in heads) == 1 + BLANK
    assert ("P", "N°") in pdf.heard(data)


@pytest.mark.parametrize("count", [*range(1, 46), 60, 80, 120])
def test_the_last_page_has_guests_and_the_whole_foot(tmp_path: Path, count: int) -> None:
    guests = tuple(guest(n, "médecin généraliste, Saint-Remy-en-Bouzemont", last_name=f"Nom{n}") for n in range(count))
    write_attendance(tmp_path / "x.pdf", head(), meeting_view(guests=guests), MADE_AT, NOTICE)
    last = PdfReader(tmp_path / "x.pdf").pages[-1].extract_text()
    assert len(re.findall(r"Nom\d", last)) >= min(3, count)
    assert "Notice complète en mairie." in " ".join(last.split())
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() == 1 or count > 10


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (12, 1), (13, 1), (14, 1), (15, 2), (37, 2), (38, 2)])
def test_a_page_is_saved_by_lower_rows_and_fewer_blank_ones(tmp_path: Path, count: int, pages: int) -> None:
    guests = tuple(guest(n, "infirmière", last_name=f"Nom{n}") for n in range(count))
    write_attendance(tmp_path / "x.pdf", head(), meeting_view(guests=guests), MADE_AT, NOTICE)
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() == pages


@pytest.mark.parametrize("count", [0, 1, 12, 60])
def test_there_are_always_lines_for_who_comes_unannounced(tmp_path: Path, count: int) -> None:
    guests = tuple(guest(number, last_name=f"Nom{number}") for number in range(1, count + 1))
    text = written(tmp_path, meeting_view(guests=guests))
    assert text.count("Nom") - 1 >= count, "the header has one"
    for number in range(1, count + LEAST_BLANK + 1):
        assert f" {number} " in f" {text} ", number


def test_what_the_sheet_says_of_its_data_stands_at_its_foot(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view())
    assert "Notice complète en mairie." in text.partition("Nombre de présents")[2]
