"""The page for the council: sums that add up, small ones to a tenth, and a building that never balances."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from msp_desktop.documents.before_walls import WallsSheet, write_before_walls
from msp_desktop.domain.premises import Premises, PremisesNeed
from msp_desktop.domain.walls import Case, walls_balance
from msp_desktop.domain.walls_charts import CaseWords
from tests import pdf
from tests.documents.values import MADE_AT, head

NEED = PremisesNeed(position=1, profession="medecin", offices=2, area=20, sure=1, expected=2)
PREMISES = Premises(rent=100, charges=50, works=0, first_year=2030, months_to_fill=0)


def written(folder: Path, premises: Premises, *needs: PremisesNeed) -> str:
    sheet = WallsSheet(
        premises=premises,
        balance=walls_balance(premises, needs),
        names=tuple("médecin <généraliste> & associés" for _need in needs),
        cases=tuple(CaseWords(case, case.value, "On suppose.") for case in Case),
        title="Avant les murs",
        subtitle="D’abord l’équipe",
        caution="",
        assumptions=("En euros d’aujourd’hui.",),
        questions=("Qui loue ?",),
    )
    write_before_walls(folder / "x.pdf", head(), sheet, MADE_AT)
    pdf.assert_accessible((folder / "x.pdf").read_bytes())
    return " ".join(pdf.text(folder / "x.pdf").split())


def test_each_year_is_said_to_a_tenth_of_a_thousand(tmp_path: Path) -> None:
    text = written(tmp_path, PREMISES, NEED)
    # One office of 20 m² at 150 €, less charges on 40 m²: a thousand euros a year.
    assert "2030 2031" in text
    assert " ".join(["cautious", *["+1,0"] * 10, "+10,0"]) in text
    assert "Médecin <généraliste> & associés" in text
    assert "1 sur 2" in text


def test_how_many_offices_stay_empty_is_said_of_each_case(tmp_path: Path) -> None:
    text = written(tmp_path, replace(PREMISES, months_to_fill=60), NEED)
    assert "cautious : on suppose (1 cabinet vide sur 2 en moyenne)." in text
    assert "expected : on suppose (0,5 cabinet vide sur 2 en moyenne)." in text
    assert "full : on suppose (aucun cabinet vide)." in text


def test_large_sums_are_said_in_whole_thousands(tmp_path: Path) -> None:
    large = replace(PREMISES, works=3_000_000, loan_years=20, loan_rate=3.5)
    text = written(tmp_path, large, NEED)
    assert "−210" in text
    assert "−210,1" not in text
    assert "même plein le bâtiment ne s’équilibre pas" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"works": 50_000, "loan_years": 0}, "50 000 € payés la première année"),
        ({"works": 50_000, "loan_years": 10}, "50 000 € empruntés sur 10 ans sans intérêt, soit 5 000 € par an"),
        ({"works": 50_000, "grants": 60_000}, "subventions attendues 60 000 €."),
        ({"shared_area": 10}, "50 m², dont 10 m² communs."),
        ({"other_costs": 700}, "Autres dépenses 700 € par an."),
        ({"first_year": None}, "an 1"),
    ],
)
def test_where_the_sums_come_from_is_said(tmp_path: Path, change: dict[str, int | None], words: str) -> None:
    assert words in written(tmp_path, replace(PREMISES, **change), NEED)  # type: ignore[arg-type]
