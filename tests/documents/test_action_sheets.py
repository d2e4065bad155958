"""A fiche action on its page: what it says, how it holds there, and that it may be as long as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from msgspec.structs import replace
from pypdf import PdfReader

from msp_desktop.documents.action_sheets import state_words, write_action_sheets
from msp_desktop.domain.action_plan import IndicatorView, SheetView
from msp_desktop.domain.action_sheets import (
    ActionSheet,
    Axis,
    IndicatorValue,
    SheetFunding,
    SheetIndicator,
    SheetState,
    SheetStep,
)
from msp_desktop.domain.sheet_words import Contract, Part, SheetPaper
from tests import pdf
from tests.conftest import NOW, TODAY
from tests.documents.values import head

AXIS = Axis(id=1, position=2, title="Aller vers les soins")
CONTRACT = Contract("Contrat local de santé, 2025-2029", "CC du Val")


def step(number: int, done: date | None = None, due: date | None = None) -> SheetStep:
    return SheetStep(
        id=number, sheet_id=1, position=number, text=f"Étape n° {number}", due_on=due, done_on=done, who="CCAS"
    )


def funding(number: int, year: int = 2026, **sums: int) -> SheetFunding:
    return SheetFunding(id=number, sheet_id=1, position=number, funder=f"Financeur {number}", year=year, **sums)


def indicator(number: int, *values: float) -> IndicatorView:
    row = SheetIndicator(id=number, sheet_id=1, position=number, title=f"Mesure {number}", baseline=0, target=20)
    return IndicatorView(
        row, tuple(IndicatorValue(indicator_id=number, measured_on=TODAY, value=one) for one in values)
    )


def view(**values: Any) -> SheetView:
    words = {name: values.pop(name) for name in list(values) if name in ActionSheet.__struct_fields__}
    sheet = ActionSheet(id=1, axis_id=1, position=1, **{"title": "Transport solidaire", "lead": "Mme Dumas"} | words)
    return SheetView(sheet, "2.1", AXIS, **values)


def written(tmp_path: Path, *views: SheetView) -> str:
    papers = [SheetPaper(one, Part(one.sheet.lead, "CCAS", 1, woman=True)) for one in views]
    write_action_sheets(tmp_path / "x.pdf", head(), CONTRACT, papers, NOW)
    return " ".join(pdf.text(tmp_path / "x.pdf").split())


def pages(tmp_path: Path) -> int:
    return len(PdfReader(tmp_path / "x.pdf").pages)


def test_it_says_who_what_step_by_step_with_what_money_and_how_far(tmp_path: Path) -> None:
    words = written(
        tmp_path,
        view(
            aim="Que personne ne renonce.", public="Sans permis", partners="MSA", next_step="Relancer la MSA.",
            due_on=date(2026, 12, 1), due_note="puis chaque année", state=SheetState.DOING, notes="jamais imprimé",
            steps=(step(1, date(2026, 1, 12)), step(2, due=date(2026, 6, 1))),
            funding=(funding(1, planned=2500, asked=2500), funding(2, planned=1400, obtained=900)),
            indicators=(indicator(1, 9),),
        ),
    )  # fmt: skip
    for said in (
        "Fiche action 2.1", "Axe 2. Aller vers les soins", "Contrat local de santé, 2025-2029", "CC du Val", "Mme Dumas",
        "déc. 2026", "puis chaque année", "1 étape sur 2", "en cours, dans les temps", "12 janvier 2026", "Étape n° 2",
        "Relancer la MSA.", "reste à trouver",
    ):  # fmt: skip
        assert said in words, said
    assert "jamais imprimé" not in words
    assert "3 900 900 2 500 3 000" in words
    pdf.assert_accessible((tmp_path / "x.pdf").read_bytes())
    assert ("Figure", "45\u00a0%") in pdf.heard((tmp_path / "x.pdf").read_bytes())


def test_nothing_but_a_name_is_a_page_too(tmp_path: Path) -> None:
    words = written(tmp_path, view(lead=""))
    assert "à désigner" in words
    assert "Budget" not in words
    assert pages(tmp_path) == 1


def test_a_budget_of_three_years_with_four_funders_holds_on_the_page(tmp_path: Path) -> None:
    rows = tuple(funding(number, year, planned=1000) for year in (2026, 2027, 2028) for number in range(1, 5))
    steps = (*(step(number, TODAY) for number in (1, 2)), *(step(number, due=TODAY) for number in range(3, 7)))
    words = written(tmp_path, view(steps=steps, funding=rows, indicators=tuple(indicator(n, 3) for n in range(1, 4)),
                                   aim="Un but. " * 20, public="Tous", partners="MSA", next_step="Relancer"))  # fmt: skip
    assert pages(tmp_path) == 1
    assert words.count("3 000") >= 4


def test_a_long_list_of_steps_counts_those_that_are_done_before_it_takes_a_second_page(tmp_path: Path) -> None:
    steps = tuple(step(number, TODAY if number <= 25 else None, TODAY) for number in range(1, 36))
    words = written(tmp_path, view(steps=steps))
    assert pages(tmp_path) == 1
    assert "25 étapes faites" in words
    assert "Étape n° 30" in words


def test_each_sheet_begins_a_page_and_whatever_is_typed_is_there(tmp_path: Path) -> None:
    long = "x" * 10_000
    words = written(
        tmp_path, view(title="Une <b>autre</b> & la suite"), view(title="Dernière", aim=long, partners=long)
    )
    assert "Une <b>autre</b> & la suite" in words
    assert words.count("x") >= 20_000
    assert pages(tmp_path) > 2


def test_the_word_copy_says_boxes_and_bars_in_words(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    one = view(steps=(step(1, TODAY), step(2)), indicators=(indicator(1, 9),))
    write_action_sheets(path, head(), CONTRACT, [SheetPaper(one)], NOW)
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"☑ Étape n° 1", "☐ Étape n° 2", "45\u00a0%"} <= set(cells)
    assert "CC du Val" in document.sections[0].first_page_header.paragraphs[0].text


@pytest.mark.parametrize(
    ("state", "due", "words"),
    [
        (SheetState.TODO, None, ("À lancer", "")),
        (SheetState.TODO, date(2026, 4, 27), ("À lancer", "en retard depuis le 27\u00a0avril 2026")),
        (SheetState.DOING, date(2026, 4, 28), ("En cours", "dans les temps")),
        (SheetState.DONE, date(2026, 1, 1), ("terminée", "")),
        (SheetState.DROPPED, date(2026, 1, 1), ("abandonnée", "")),
    ],
)
def test_how_far_it_is_is_said_in_two_lines(state: SheetState, due: date | None, words: tuple[str, str]) -> None:
    assert state_words(view(state=state, due_on=due), TODAY) == words


def test_the_arms_stand_beside_the_commune_alone(tmp_path: Path) -> None:
    own = replace(head(), arms=None)
    write_action_sheets(tmp_path / "a.pdf", own, Contract("Contrat local de santé"), [SheetPaper(view())], NOW)
    assert head().commune in pdf.text(tmp_path / "a.pdf")
