"""The rows of tables however they are written: lines ended in any way, alphabets, years in names."""

from __future__ import annotations

import pytest

from msp_desktop.exchange.open_data.sheets import head_of, year_in


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_lines_end_in_any_way_in_any_alphabet(end: str, alphabet: str) -> None:
    text = end.join(("Été;n° 1", '"a;b";"c ""d"""', ""))
    assert head_of(text.encode(alphabet)) == [["Été", "n° 1"], ["a;b", 'c "d"']]


def test_what_is_no_text_has_no_rows() -> None:
    assert head_of(b"\x89PNG\0\0") == []
    assert head_of(b"") == []
    assert head_of(b"x" * 200_000) == []


@pytest.mark.parametrize(
    ("words", "year"),
    [("APL 2024", 2024), ("APL_2015", 2015), ("Millésime : 2023", 2023), ("120240", None), ("", None)],
)
def test_the_year_is_told_by_a_name(words: str, year: int | None) -> None:
    assert year_in(words) == year
