"""The sheet residents fill in: one page for ten questions, nothing cut, nothing that tells one sheet from another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from msp_desktop.documents.questionnaire import Asked, write_questionnaire
from msp_desktop.domain.questionnaire import PaperWords, QuestionKind
from msp_desktop.method.questionnaire import kit_questionnaire
from tests import pdf
from tests.documents.values import MADE_AT, head, read

WORDS = PaperWords(
    "Votre accès aux soins", "Cinq minutes, sans nom", date(2026, 5, 29), "à la mairie", "N’écrivez aucun nom."
)


def kit() -> list[Asked]:
    return [
        Asked(number, entry.text, entry.kind, tuple(box.label for box in entry.boxes), entry.other)
        for number, entry in enumerate(kit_questionnaire().questions, 1)
    ]


def written(tmp_path: Path, asked: list[Asked], words: PaperWords = WORDS) -> Path:
    path = tmp_path / "x.pdf"
    write_questionnaire(path, head(), words, asked, MADE_AT)
    pdf.assert_accessible(path.read_bytes())
    return path


def pages(path: Path) -> int:
    return len(PdfReader(path).pages)


def test_the_ten_questions_proposed_hold_on_one_page_with_all_their_boxes(tmp_path: Path) -> None:
    path = written(tmp_path, kit())
    assert pages(path) == 1
    text = read(path)
    for entry in kit():
        for words in (entry.text, *entry.labels, entry.other):
            assert pdf.squeezed(words) in pdf.squeezed(text), words
    for words in ("avant le vendredi 29 mai 2026", "À déposer à la mairie.", "N’écrivez aucun nom."):
        assert words in text


def test_each_box_is_an_item_of_a_list_and_says_that_it_is_to_be_ticked(tmp_path: Path) -> None:
    path = written(tmp_path, kit()[:1])
    assert len(pdf.tagged(path.read_bytes(), "LI")) == 4
    assert len(pdf.tagged(path.read_bytes(), "H2")) == 1


def test_it_bears_no_day_of_printing_and_two_sheets_are_alike(tmp_path: Path) -> None:
    assert "établi le" not in read(written(tmp_path, kit()))


def test_without_a_day_it_asks_for_none(tmp_path: Path) -> None:
    text = read(written(tmp_path, kit(), PaperWords("Titre", "Cinq minutes", None, "ici", "")))
    assert "avant le" not in text


@pytest.mark.parametrize("length", [300, 10_000])
def test_any_length_prints(tmp_path: Path, length: int) -> None:
    long = "x" * length
    asked = [
        Asked(1, f"{long}\u202f?", QuestionKind.ONE, (long, "<b>non</b>"), long),
        Asked(2, long, QuestionKind.WORDS),
    ]
    text = pdf.squeezed(read(written(tmp_path, asked, PaperWords(long, "", None, long, ""))))
    assert "<b>non</b>" in text
    assert text.count("x") >= 6 * length


def test_nothing_to_tick_is_no_fault(tmp_path: Path) -> None:
    assert (
        pages(
            written(
                tmp_path, [Asked(1, "Sans case", QuestionKind.ONE), Asked(2, "Mot", QuestionKind.MANY, (), "lequel")]
            )
        )
        == 1
    )
    assert pages(written(tmp_path, [])) == 1


def test_thirty_questions_go_on_without_cutting_one(tmp_path: Path) -> None:
    asked = [
        Asked(number, f"Question {number}", QuestionKind.ONE, ("oui", "non", f"réponse {number}"))
        for number in range(1, 31)
    ]
    path = written(tmp_path, asked)
    assert pages(path) == 2
    for number, page in enumerate(PdfReader(path).pages):
        text = page.extract_text()
        for asked_here in asked:
            if f"Question {asked_here.number}\n" in f"{text}\n":
                assert f"réponse {asked_here.number}" in text, (number, asked_here.number)


def test_its_word_copy_has_the_same_boxes_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    write_questionnaire(path, head(), WORDS, kit(), MADE_AT)
    lines = [
        line.text for table in docx.Document(str(path)).tables for cell in table._cells for line in cell.paragraphs
    ]
    said = "\n".join(lines)
    for entry in kit():
        for words in (entry.text, *entry.labels):
            assert words.replace("\u00a0", " ") in said.replace("\u00a0", " "), words
    assert said.count("☐") == sum(len(entry.labels) for entry in kit())
    assert any(line.count("☐") == 3 for line in lines)
    assert any(line.startswith("lequel, ou autre") and "____" in line for line in lines)
