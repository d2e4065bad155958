"""What residents answered, on paper: counts, parts, what is hidden, words without a count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msp_desktop.documents.questionnaire_results import CountedSheets, write_questionnaire_results
from msp_desktop.domain.survey_results import PrintedBox, PrintedResult
from tests import pdf
from tests.documents.values import MADE_AT, head, read

PILE = CountedSheets(44, 120, date(2026, 4, 27))


def written(tmp_path: Path, *results: PrintedResult, quotes: tuple[str, ...] = (), pile: CountedSheets = PILE) -> str:
    path = tmp_path / "x.pdf"
    write_questionnaire_results(path, head(), pile, results, quotes, MADE_AT)
    pdf.assert_accessible(path.read_bytes())
    return read(path)


def asked(*boxes: tuple[str, int | None], unanswered: int | None = None, sheets: int = 44) -> PrintedResult:
    return PrintedResult(3, "Qui vous manque ?", tuple(PrintedBox(*box) for box in boxes), unanswered, sheets)


def test_a_count_stands_with_its_part_of_the_sheets(tmp_path: Path) -> None:
    text = written(tmp_path, asked(("dentiste", 21), ("médecin", 11), unanswered=12))
    for words in ("3. Qui vous manque ?", "dentiste 21 48 %", "médecin 11 25 %", "sans réponse 12 27 %"):
        assert words in text
    assert "masqué" not in text
    assert "44 feuilles revenues sur 120 remises, au lundi 27 avril 2026" in text


def test_what_is_hidden_says_so_and_why(tmp_path: Path) -> None:
    text = written(tmp_path, asked(("dentiste", 21), ("sage-femme", None), ("médecin", None)))
    assert "sage-femme masqué –" in text
    assert "médecin masqué –" in text
    assert "moins de cinq feuilles" in text
    assert "sans réponse" not in text


def test_a_question_with_nothing_to_print_says_one_line(tmp_path: Path) -> None:
    text = written(tmp_path, asked(("dentiste", None), ("médecin", None)))
    assert "trop peu de réponses pour être publiées" in text
    assert "dentiste" not in text


def test_words_are_quoted_once_with_no_number(tmp_path: Path) -> None:
    text = written(tmp_path, asked(("dentiste", 21)), quotes=("Un minibus & <un car>", "Merci"))
    assert "« Un minibus & <un car> »" in text
    assert "Cités sans dire qui" in text
    assert "Ce que des habitants ont écrit" not in written(tmp_path, asked(("dentiste", 21)))


@pytest.mark.parametrize(
    ("pile", "words"),
    [
        (CountedSheets(44, 0, None), "44 feuilles revenues"),
        (CountedSheets(44, 10, None), "44 feuilles revenues"),
        (
            CountedSheets(1200, 1500, date(2026, 5, 1)),
            "1 200 feuilles revenues sur 1 500 remises, au vendredi 1 er mai 2026",
        ),
    ],
)
def test_the_pile_is_told_as_far_as_it_is_known(tmp_path: Path, pile: CountedSheets, words: str) -> None:
    text = written(tmp_path, asked(("dentiste", 21)), pile=pile)
    assert words.replace(" ", "") in text.replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    assert ("remises" in text) is (pile.handed_out > 44)


def test_any_length_and_any_number_print(tmp_path: Path) -> None:
    many = [asked(*((f"réponse {number} " + "x" * 10_000, 5 + number) for number in range(3)))]
    many += [asked(*((f"case {number}", 5) for number in range(60)))] * 12
    assert "case 59" in written(tmp_path, *many, quotes=("y" * 10_000,))
