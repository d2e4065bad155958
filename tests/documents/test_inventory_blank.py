"""The grid to fill in by hand: numbered as the screen is, with lines to write on."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.documents.inventory_blank import write_inventory_blank
from msp_desktop.domain.paper_grid import PaperField, PaperGrid, PaperQuestion, PaperRegister, PaperRow
from tests.documents.values import MADE_AT, head, read


def grid(known: int = 0, empty: int = 3) -> PaperGrid:
    fields = (PaperField("name", "Nom", 80), PaperField("ready", "Prêt", 20, tick=True))
    rows = tuple(PaperRow(number, {}) for number in range(known))
    register = PaperRegister("B", "offers", "Les offres", "Écrivez gros.", fields, rows, empty)
    questions = (
        PaperQuestion(1, 11, "Les besoins", "Quels besoins ?", ""),
        PaperQuestion(2, 12, "Les besoins", "Pour qui ?", "déjà répondu"),
    )
    return PaperGrid(questions, (register,))


def written(tmp_path: Path, shown: PaperGrid) -> str:
    write_inventory_blank(tmp_path / "x.pdf", head(), shown, MADE_AT)
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
