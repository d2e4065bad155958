"""The grid to fill in by hand: numbered as the screen is, with lines to write on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.lib.units import mm

from msp_desktop.db.store import Store
from msp_desktop.documents.inventory_blank import write_inventory_blank
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Dynamic, Need, Offer, Opportunity, Tri
from msp_desktop.domain.paper_grid import PaperField, PaperGrid, PaperQuestion, PaperRegister, PaperRow
from msp_desktop.domain.people import Person
from msp_desktop.services.inventory import add_professional, add_row
from msp_desktop.services.paper_grid import paper_grid
from tests.conftest import TODAY
from tests.documents.values import MADE_AT, NOTICE, head, read
from tests.pdf import assert_accessible, places, tagged

ANSWERS = ((Tri.YES, "oui"), (Tri.NO, "non"))


def grid(known: int = 0, empty: int = 3) -> PaperGrid:
    fields = (PaperField("name", "Nom", 80), PaperField("ready", "Prêt", 20, ANSWERS, tick=True))
    rows = tuple(PaperRow(number, {}) for number in range(known))
    register = PaperRegister("B", "offers", "Les offres", "Écrivez gros.", fields, rows, empty)
    questions = (
        PaperQuestion(1, 11, "Les besoins", "Quels besoins ?", ""),
        PaperQuestion(2, 12, "Les besoins", "Pour qui ?", "déjà répondu"),
    )
    return PaperGrid(questions, (register,))


def written(tmp_path: Path, shown: PaperGrid) -> str:
    write_inventory_blank(tmp_path / "x.pdf", head(), shown, MADE_AT, NOTICE)
    return read(tmp_path / "x.pdf")


def test_questions_bear_their_numbers_and_themes_are_said_once(tmp_path: Path) -> None:
    text = written(tmp_path, grid())
    assert "1. Quels besoins ?" in text
    assert "2. Pour qui ?" in text
    assert text.count("Les besoins") == 1
    assert "déjà répondu" not in text


@pytest.mark.parametrize(
    ("known", "words"), [(0, ""), (1, "qui compte déjà 1 ligne."), (4, "qui compte déjà 4 lignes.")]
)
def test_lines_go_on_from_those_there(tmp_path: Path, known: int, words: str) -> None:
    text = written(tmp_path, grid(known))
    for number in range(known + 1, known + 4):
        assert f"B{number}" in text
    assert f"B{known + 4}" not in text
    if known:
        assert f"B{known} " not in text
        assert words in text
    else:
        assert "compte déjà" not in text


def test_a_register_has_its_letter_its_titles_and_its_hint(tmp_path: Path) -> None:
    text = written(tmp_path, grid())
    for words in ("B. Les offres", "Écrivez gros.", "Nom", "Prêt", "N°"):
        assert words in text


def test_yes_and_no_have_a_box_each_so_that_none_ticked_is_not_asked(tmp_path: Path) -> None:
    text = written(tmp_path, grid(empty=4))
    assert text.count("oui") == text.count("non") == 1, "said once, in the header"
    drawn = PdfReader(tmp_path / "x.pdf").pages[0].get_contents()
    assert drawn is not None
    boxes = re.findall(r"14\.17323 14\.17323 re S", drawn.get_data().decode("latin-1"))
    assert len(boxes) == 4 * 2


def test_it_is_filled_with_one_person_at_a_time_and_says_why_it_is_kept(tmp_path: Path) -> None:
    text = written(tmp_path, grid())
    assert "À remplir par la mairie, avec un professionnel à la fois" in text
    assert "ne circule pas" in text
    for words in ("mission d’intérêt public", "Notice complète en mairie."):
        assert words in text


@pytest.mark.parametrize("filled", [False, True])
def test_four_pages_none_of_them_a_third_empty(filled: bool, store: Store, tmp_path: Path) -> None:
    if filled:
        for number in range(14):
            add_professional(store, Person(last_name=f"Nom{number}"), {"profession": "medecin"})
        for kind in (Need, Dynamic, Opportunity):
            add_row(store, Change(kind, title="Un titre"))
        add_row(store, Change(Offer, kind="ehpad", name="Tilleuls"))
    path = tmp_path / "x.pdf"
    write_inventory_blank(path, head(), paper_grid(store.reader, TODAY), MADE_AT, NOTICE)
    assert_accessible(path.read_bytes())
    pages = len(PdfReader(path).pages)
    assert pages == 4
    for number in range(pages):
        low = min(height for page, _words, height in places(path) if page == number and height > 50)
        assert low < 60 + 243 * mm / 3, number


def test_each_line_to_write_on_is_headed_by_its_number(tmp_path: Path) -> None:
    written(tmp_path, grid(empty=3))
    scopes = [str(cell["/A"][0]["/Scope"]) for cell in tagged((tmp_path / "x.pdf").read_bytes(), "TH")]
    assert scopes == ["/Column"] * 3 + ["/Row"] * 3
