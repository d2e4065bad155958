from __future__ import annotations

from datetime import date

from msp_desktop.domain.federated.basin import joined
from msp_desktop.domain.federated.basin_report import coming, needs
from tests.basins import TODAY, basin_of


def test_what_comes_is_one_list_by_day_in_which_the_same_of_several_is_one() -> None:
    rows = coming(joined(basin_of(3)), TODAY)
    assert [row.day for row in rows] == sorted(row.day or date.max for row in rows)
    assert [(row.day, row.members) for row in rows if row.text.startswith("Envoyer")] == [
        (date(2026, 4, 24), (0, 1, 2))
    ]
    assert [(row.day, row.members) for row in rows if row.meeting] == [
        (date(2026, 5, 4), (0, 2)),
        (date(2026, 5, 5), (1,)),
    ]


def test_needs_of_several_communes_come_first() -> None:
    found = needs(joined(basin_of(3)))
    assert [(need.profession, need.strength, need.members) for need in found] == [
        ("", 3, (0, 1, 2)),
        ("medecin", 3, (0, 1, 2)),
    ]
