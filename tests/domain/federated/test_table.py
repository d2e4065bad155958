"""The table of communes, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msp_desktop.domain.federated.communes import CommuneLine
from msp_desktop.domain.federated.table import HEADER, LEGEND, TOO_NARROW, crossed, row_of, totals_rows
from msp_desktop.domain.federated.totals import Cell, Totals

LINE = CommuneLine(
    insee="55001", name="Bourg", department="55", made_at=datetime(2026, 4, 27, 9, tzinfo=UTC), content="", dossier="",
    day_zero=date(2026, 3, 22), done=3, total=11, leaving=4, contacted=True,
)  # fmt: skip


def test_a_row_says_what_each_column_names_and_not_who_leaves() -> None:
    row = dict(zip(HEADER, row_of(LINE, date(2026, 4, 28)), strict=True))
    assert (row["Jour"], row["Phase"], row["Référent"], row["Premier échange"]) == (
        37,
        "phase 2",
        "pas encore",
        "oui",
    )
    assert 4 not in row.values()
    assert row_of(LINE, date(2026, 3, 1))[3] == "–"


def test_a_hidden_number_is_a_dash_with_its_legend() -> None:
    cells = (Cell("medecin", "within_2", None), Cell("medecin", "later", 4))
    assert crossed(cells) == (("within_2", "later"), {"medecin": ("–", "4")})
    told = Totals(communes=3, up_to_date=3, without_referent=0, with_vigilance=0, leaving=cells)
    rows = totals_rows(told, {"medecin": "Médecins"}, {}, {})
    assert ("Départs", "Médecins, d’ici deux ans", "–") in rows
    assert rows[-1][1] == LEGEND
    narrow = Totals(communes=3, up_to_date=3, without_referent=0, with_vigilance=0, too_narrow=True)
    assert totals_rows(narrow, {}, {}, {})[-1][1] == TOO_NARROW
