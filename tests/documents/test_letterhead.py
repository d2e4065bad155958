"""The letterhead holds an ordinary town hall's whole address, telephone and hours."""

from __future__ import annotations

import io
from datetime import datetime

import pypdf
import pytest

from msp_desktop.documents import blocks, fonts
from msp_desktop.documents.build import build
from msp_desktop.documents.draw import filled, fitted
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


def test_long_lines_are_cut_at_spaces_then_made_smaller() -> None:
    fonts.register()
    lines, points = filled(["un deux", "trois"], fonts.REGULAR, (9, 7), 200, most=3)
    assert (lines, points) == (["un deux", "trois"], 9)
    room = fonts.width("un deux", fonts.REGULAR, 9) - 1
    assert filled(["un deux", "trois"], fonts.REGULAR, (9, 7), room, most=3) == (["un", "deux", "trois"], 9)
    assert filled(["un deux", "trois"], fonts.REGULAR, (9, 7), room, most=2) == (["un deux", "trois"], 7)


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
    assert "".join(words for words, _face in line.runs).endswith("…")
