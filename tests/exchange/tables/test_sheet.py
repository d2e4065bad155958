"""Merged and hidden cells of a sheet: filled down, told, bounded."""

from __future__ import annotations

import pytest

from msp_desktop.errors import UserError
from msp_desktop.exchange.tables.sheet import MOST_RANGES, Merged, Sheet, fill_down, named, told_of


def test_a_cell_over_several_rows_is_each_row_s() -> None:
    sheet = Sheet(
        [["Nom", "Métier"], ["Durand", "infirmier"], ["Petit"], ["Roux", "médecin"]], merged=(Merged(1, 1, 2, 1),)
    )
    assert fill_down(sheet) == ["B2 à B3"]
    assert sheet.rows[2:] == [["Petit", "infirmier"], ["Roux", "médecin"]]


@pytest.mark.parametrize(
    "area",
    [Merged(0, 0, 0, 5), Merged(5, 0, 9, 0), Merged(0, 9, 3, 9), Merged(0, 1, 1, 1), Merged(0, 300, 1_000_000, 300)],
    ids=["a title", "below", "beside", "empty", "far"],
)
def test_others_fill_nothing(area: Merged) -> None:
    sheet = Sheet([["Titre", ""], ["a", ""]], merged=(area,))
    assert fill_down(sheet) == []
    assert sheet.rows == [["Titre", ""], ["a", ""]]


def test_a_range_that_goes_on_for_ever_ends_with_the_rows() -> None:
    sheet = Sheet([["a"], ["b", "x"], []], merged=(Merged(0, 0, 1_048_575, 0),))
    assert fill_down(sheet) == ["A1 à A3"]
    assert sheet.rows == [["a"], ["b", "x"], ["a"]]


def test_too_many_ranges_are_refused() -> None:
    with pytest.raises(UserError, match="trop gros"):
        fill_down(Sheet([["a"], ["b"]], merged=(Merged(0, 0, 1, 0),) * (MOST_RANGES + 1)))
    with pytest.raises(UserError, match="trop gros"):
        fill_down(Sheet([["a"]] + [[] for _row in range(15_000)], merged=(Merged(0, 0, 20_000, 0),) * 20))


def test_what_is_hidden_or_in_error_is_told() -> None:
    told = told_of(Sheet([["a"]], hidden_rows=(1,), hidden_columns=2, errors=("C5",)), [])
    assert len(told) == 3
    assert "C5" in told[2]
    assert told_of(Sheet([["a"]]), []) == ()
    assert named([str(number) for number in range(9)]).endswith("…")
