"""The letterhead holds an ordinary town hall's whole address, telephone and hours."""

from __future__ import annotations

import io
from datetime import datetime

import pypdf
import pytest
from reportlab.lib.units import mm

from msp_desktop.documents import blocks, fonts
from msp_desktop.documents.build import build
from msp_desktop.documents.draw import fitted
from msp_desktop.documents.page import Furniture

LINES = (
    "Place du Général-de-Gaulle, bâtiment de l’ancienne école, BP 12, 14500 Saint-Germain-de-Tallevende-la-Lande-Vaumont",
    "02 31 00 00 00 · secretariat.mairie@saint-germain-de-tallevende.example",
    "Du lundi au vendredi de 9 h à 12 h et de 14 h à 17 h 30, fermé le mercredi après-midi ; le samedi de 10 h à 12 h",
)


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("private", [False, True])
def test_no_word_of_the_letterhead_is_lost(landscape: bool, private: bool) -> None:
    target = io.BytesIO()
    furniture = Furniture("Ordre du jour", "Saint-Germain", "Calvados", letterhead=LINES, private=private)
    build(target, blocks.title_block("Titre"), furniture, made_at=datetime(2026, 4, 28), landscape=landscape)
    text = " ".join(pypdf.PdfReader(target).pages[0].extract_text().split())
    for line in LINES:
        assert all(word in text for word in line.split())
    assert "…" not in text


@pytest.mark.parametrize(("words", "sizes"), [("mot " * 3, {9.0}), ("mot " * 105, {8.0}), ("mot " * 900, {7.0})])
def test_a_long_letterhead_takes_smaller_letters_and_stays_above_the_title(words: str, sizes: set[float]) -> None:
    target = io.BytesIO()
    furniture = Furniture("Ordre du jour", "Saint-Germain", "Calvados", letterhead=(words,))
    build(target, blocks.title_block("Titre"), furniture, made_at=datetime(2026, 4, 28))
    found: list[tuple[float, float]] = []

    def note(text: str, of_page: list[float], of_text: list[float], _font: object, size: float) -> None:
        if "mot" in text:
            found.append((size, of_text[5] * of_page[3] + of_page[5]))

    pypdf.PdfReader(target).pages[0].extract_text(visitor_text=note)
    assert {size for size, _base in found} == sizes
    assert min(base for _size, base in found) > (297 - 43) * mm


def test_other_alphabets_have_their_letters_and_their_order() -> None:
    target = io.BytesIO()
    furniture = Furniture("Ordre du jour", "Commune", "Calvados", letterhead=("Ελλάδα, בית, \U00012000", "02 31"))
    build(target, blocks.title_block("Titre"), furniture, made_at=datetime(2026, 4, 28))
    text = pypdf.PdfReader(target).pages[0].extract_text()
    assert "Ελλάδα" in text
    assert "בית" in text
    assert "▯" in text
    assert "?" not in text


def test_a_line_too_long_is_cut_within_its_room() -> None:
    fonts.register()
    line = fitted("Une adresse qui ne tiendrait pas", fonts.REGULAR, 9, 60)
    assert line.width <= 60
    assert "".join(words for words, _face in line.runs) == "Une adresse…"
    assert (
        "".join(words for words, _face in fitted("Anticonstitutionnellement", fonts.REGULAR, 9, 60).runs)[:4] == "Anti"
    )
