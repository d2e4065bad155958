from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.exchange.open_data.days import day_in


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("PS_LibreAcces_Personne_activite_202604140812.txt", date(2026, 4, 14)),
        ("PS_LibreAcces_202604140812.zip", date(2026, 4, 14)),
        ("PS_LibreAcces_Personne_activite_20260414081233.txt", date(2026, 4, 14)),
        ("finess-structures-mensuel-2026-04-02.json.gz", date(2026, 4, 2)),
        ("finess_20260402.json", date(2026, 4, 2)),
        ("rpps-23-20260414 (1).txt.gz", date(2026, 4, 14)),
        ("99_20269999_20260414.txt", date(2026, 4, 14)),
        ("rpps.txt", None),
        ("fichier 2026.txt", None),
        ("120260414.txt", None),
    ],
)
def test_the_day_a_name_tells(name: str, day: date | None) -> None:
    assert day_in(name) == day
