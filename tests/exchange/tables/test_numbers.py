"""Numbers and days of a workbook as they were shown."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from msp_desktop.exchange.tables.numbers import words_of_day, words_of_number


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [
        (555000001, "General", "555000001"), (555000001.0, "General", "555000001"), (5.55e8, "0.00E+00", "555000000"),
        (10000100000.0, "General", "10000100000"), (555000001, "0000000000", "0555000001"),
        (555000001, '0#" "##" "##" "##" "##', "0555000001"), (555000001, r"0#\ ##\ ##\ ##\ ##", "0555000001"),
        (555000001, '[<=9999999999]0#" "##" "##" "##" "##;0', "0555000001"), (555000001, '"0"#########', "0555000001"),
        (555000001, '"+33 "#########', "+33555000001"), (1000, "00000", "01000"), (1000, "0", "1000"), (1000, "#,##0", "1000"),
        (12.5, "0.0", "12,5"), (12.0, "0.00", "12"), (-5, "00000", "-5"), (3, "0%", "3"), (7, "0" * 9999, "7".zfill(40)),
        (1e300, "General", "1e+300"),
    ],
)  # fmt: skip
def test_a_number_has_every_digit_it_shows(value: float, style: str, words: str) -> None:
    assert words_of_number(value, style) == words


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [
        (date(2027, 12, 31), "dd/mm/yyyy", "31/12/2027"), (datetime(2028, 7, 1), "mmm-yy", "07/2028"),
        (datetime(2028, 7, 1), "[$-40C]mmm\\-yy;@", "07/2028"), (date(2028, 1, 1), "yyyy", "2028"),
        (date(2027, 12, 31), "", "31/12/2027"), (time(8, 5), "h:mm", "08:05"), (datetime(2026, 3, 2, 14, 30), "m/d/yy h:mm", "02/03/2026"),
    ],
)  # fmt: skip
def test_a_day_has_no_more_than_it_shows(value: date | time, style: str, words: str) -> None:
    assert words_of_day(value, style) == words
