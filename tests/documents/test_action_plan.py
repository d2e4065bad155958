"""The plan as a paper: its finding, its rows, who pays; at its borders."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from msp_desktop.documents.action_plan import counts_words, finding, funders_finding, write_action_plan
from msp_desktop.domain.action_plan import AxisView, Money, Plan, Share, SheetView
from msp_desktop.domain.action_sheets import ActionSheet, Axis, SheetFunding, SheetState, SheetStep
from msp_desktop.domain.sheet_words import Contract, PlanPaper
from tests import pdf
from tests.conftest import NOW, TODAY
from tests.documents.values import head

CONTRACT = Contract("Contrat local de santé")


def sheet(
    number: int,
    planned: int = 0,
    obtained: int = 0,
    *,
    late: bool = False,
    state: SheetState = SheetState.DOING,
    year: int = 2026,
) -> SheetView:
    row = SheetFunding(sheet_id=number, position=1, funder="ARS", year=year, planned=planned, obtained=obtained)
    steps = tuple(SheetStep(sheet_id=number, position=n, text="x", done_on=TODAY if n == 1 else None) for n in (1, 2))
    due = date(2026, 4, 1) if late else date(2026, 12, 1)
    record = ActionSheet(
        id=number, axis_id=1, position=number, title=f"Action {number}", lead="CCAS", state=state, due_on=due
    )
    return SheetView(
        record, f"1.{number}", Axis(id=1, position=1, title="Soins"), None, steps, (), (row,) if planned else ()
    )


def plan(*axes: tuple[SheetView, ...]) -> Plan:
    return Plan(
        tuple(AxisView(Axis(id=n, position=n, title=f"Axe {n}"), n, (), sheets) for n, sheets in enumerate(axes, 1))
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (plan(), "Aucune action n’est en cours. Aucun budget n’est encore écrit."),
        (plan((sheet(1),)), "Une action à mener est dans les temps. Aucun budget n’est encore écrit."),
        (plan((sheet(1, 10, 10), sheet(2))), "Les deux actions à mener sont dans les temps. Tout le budget prévu est trouvé."),
        (plan((sheet(1, 10, late=True),)), "La seule action à mener est en retard. Il reste 10\u00a0€ à trouver."),
        (plan((sheet(1, 10),), (sheet(2, 90, late=True),)), "Une action sur deux est dans les temps. Il reste 100\u00a0€ à trouver, surtout pour l’axe\u00a02."),
        (plan((sheet(1, 10, 10, state=SheetState.DONE),)), "Aucune action n’est en cours. Tout le budget prévu est trouvé."),
    ],
)  # fmt: skip
def test_the_finding_is_said_first(given: Plan, words: str) -> None:
    assert finding(given, TODAY) == words


def test_counts_agree() -> None:
    assert counts_words(plan((sheet(1),))) == "Un axe, une action"
    assert counts_words(plan((sheet(1), sheet(2)), ())) == "Deux axes, deux actions"


@pytest.mark.parametrize(
    ("sums", "words"),
    [
        ((0, 0), "Aucune somme n’est encore obtenue"),
        ((10,), "F1\u00a0: toutes les sommes obtenues, 10\u00a0€"),
        ((900, 98, 2), "F1 et F2\u00a0: 99\u00a0% des 1\u202f000\u00a0€ obtenus"),
        ((50, 25, 25), "F1 et F2\u00a0: 75\u00a0% des 100\u00a0€ obtenus"),
    ],
)
def test_who_brings_most_is_the_title_of_the_chart(sums: tuple[int, ...], words: str) -> None:
    shares = [Share(f"F{n}", Money(planned=euros, covered=euros)) for n, euros in enumerate(sums, 1)]
    assert funders_finding(shares) == words


def write(path: Path, given: Plan) -> None:
    write_action_plan(path, head(), CONTRACT, PlanPaper(given, "Comité de pilotage du jeudi 11 juin 2026"), NOW)


def test_rows_totals_years_and_funders_are_there(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write(path, plan((sheet(1, 1000, 400), sheet(2, 500, late=True)), (sheet(3, 200, 200, year=2027),)))
    words = " ".join(pdf.text(path).split())
    for said in ("Arrêté au 28 avril 2026", "Comité de pilotage du jeudi 11 juin 2026", "1.1 Action 1", "1 sur 2",
                 "en retard", "Année par année", "2027", "ARS : toutes les sommes obtenues, 600 €"):  # fmt: skip
        assert said in words, said
    assert "1 700 600 1 100" in words
    pdf.assert_accessible(path.read_bytes())


def test_forty_sheets_are_three_pages(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write(path, plan(*(tuple(sheet(n, 100, 50, year=2026 + n % 3) for n in range(1, 11)) for _axis in range(4))))
    assert len(PdfReader(path).pages) == 3


def test_the_word_copy_says_steps_in_words(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    write(path, plan((sheet(1, 1000, 400),)))
    cells = {cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells}
    assert "1 sur 2" in cells
