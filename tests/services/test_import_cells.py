"""A cell of somebody's spreadsheet: a value, or words that are not understood."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.domain.inventory import AgeBand, Departure, Tri
from msp_desktop.services.import_cells import profession_code, read_cell, settled
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("age_band", "62", AgeBand.FROM_60),
        ("age_band", "soixante", None),
        ("departure", "d'ici 2 ans", Departure.WITHIN_2),
        ("works_alone", "oui", Tri.YES),
        ("distance_km", "9,5 km", 9.5),
        ("distance_km", "loin", None),
        ("checked_on", "1/5/2026", date(2026, 5, 1)),
        ("checked_on", "31/02/2026", None),
        ("phone", "501020304", "0501020304"),
        ("notes", " deux\nlignes ", " deux\nlignes "),
        ("town", "x" * 600, None),
    ],
)
def test_a_cell_is_a_value_or_is_not_understood(field: str, text: str, value: object) -> None:
    assert read_cell(field, text, TODAY) == value


def test_what_follows_from_a_row_is_settled() -> None:
    assert settled({"age_band": AgeBand.FROM_60}, TODAY)["age_noted_on"] == TODAY
    assert settled({}, TODAY) == {"profession": "autre"}


def test_a_profession_is_known_by_its_words_or_kept_as_typed() -> None:
    assert profession_code("Médecin généraliste") == "medecin"
    assert profession_code("infirmière") == "infirmier"
    assert profession_code("  rebouteux ") == "rebouteux"
    assert profession_code("") == "autre"
