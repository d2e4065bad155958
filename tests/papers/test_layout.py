"""The one layout rule, on every document: no page nearly empty, no title nor signature alone, no word cut, feet whole."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.platypus import PageBreak

from msp_desktop.db.dossier import close_dossier
from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import build
from msp_desktop.documents.text import typed_paragraphs
from msp_desktop.papers.catalogue import papers
from tests.conftest import NOW
from tests.documents.demo import furniture
from tests.dossiers import open_sample
from tests.papers.layout import SIZES, TOWNS, dossier, faults, nearly_empty, page_faults, words_known, words_of


def broken(folder: Path, keys: list[str], town: str, guests: int, full: bool) -> dict[str, list[str]]:
    store = open_sample(folder)
    try:
        meetings = dossier(store, town, guests, full)
        known = words_known(store)
        found = {
            paper.key: faults(store, paper, folder, meetings, known)
            for paper in papers()
            if not keys or paper.key in keys
        }
    finally:
        close_dossier(store)
    return {key: wrong for key, wrong in found.items() if wrong}


@pytest.mark.parametrize(
    ("keys", "guests", "full"), [(["attendance", "mayor-brief"], 13, False), (["minutes"], 8, True)]
)
def test_the_layout_rule_holds_for_the_longest_name(tmp_path: Path, keys: list[str], guests: int, full: bool) -> None:
    assert broken(tmp_path, keys, "longest", guests, full) == {}


def test_the_checks_see_what_they_look_for(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    words = "Un texte qui finit la première page."
    signature = blocks.signature(blocks.Signer("Le Maire,", "Jean Faure"), place="Saint-Essai")
    cell = blocks.open_table(["a", "b"], [["septembre", "x " * 40]], [9, 159])
    story = [*blocks.title_block("Titre"), *cell, blocks.gap(170), blocks.heading("Suites"), PageBreak(), signature]
    target = io.BytesIO()
    build(target, [*story, *typed_paragraphs(words, style.style("text"))], furniture("Papier"), made_at=NOW)
    path.write_bytes(target.getvalue())
    known = words_of(
        f"{words} titre suites a b x fait le saint essai exemple mairie papier page sur etabli jean faure maire"
    )
    found = page_faults(
        path, "Ailleurs", known | words_of("place de la mardi et vendredi h jeudi avril creuse invalid")
    )
    assert any("la commune manque au pied" in fault for fault in found)
    assert any("« Fait à Saint-Essai" in fault for fault in found)
    assert any("le titre « Suites » finit la page" in fault for fault in found)
    assert any(fault.startswith("mot coupé : septem") for fault in found) or any("mot coupé : sept" in f for f in found)
    assert nearly_empty(path)


#: Each town with each number of guests, short texts and full ones in turn: each two of the three are met together.
DRAWN = [(town, guests, (at + number) % 2 == 1) for at, town in enumerate(TOWNS) for number, guests in enumerate(SIZES)]


@pytest.mark.slow
@pytest.mark.parametrize(("town", "guests", "full"), DRAWN)
def test_the_layout_rule_holds_for_every_document(tmp_path: Path, town: str, guests: int, full: bool) -> None:
    assert broken(tmp_path, [], town, guests, full) == {}
