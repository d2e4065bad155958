"""Words of a command line: what a day, a size, a path may be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from msp_desktop.cli import values
from msp_desktop.errors import UserError
from msp_desktop.formats.typed import EARLIEST, LATEST


@given(st.dates(EARLIEST, LATEST))
def test_a_day_near_us_is_understood(day: date) -> None:
    assert values.day(day.isoformat()) == day


@given(st.dates())
def test_a_day_from_which_sums_could_leave_the_calendar_is_refused(day: date) -> None:
    try:
        assert EARLIEST <= values.day(day.isoformat()) <= LATEST
    except UserError:
        assert not EARLIEST <= day <= LATEST


@given(st.text())
@example("9" * 5000)
@example("²x²")
@example("٣x٣")
@example("\ud800")
@example("\0")
@example("x" * 300)
def test_any_word_is_a_value_or_one_short_sentence(text: str) -> None:
    for parse in (values.day, values.size, values.percent, values.path, values.target):
        try:
            parse(text)
        except UserError as refused:
            assert len(refused.sentence) < 400  # noqa: PT017
            assert refused.sentence.isprintable() or "\n" not in refused.sentence  # noqa: PT017


def test_a_size_and_a_percentage() -> None:
    assert values.size("1366x768") == (1366, 768)
    assert values.percent("150") == values.percent("150 %") == 150
    with pytest.raises(UserError):
        values.percent("250")


def test_a_file_to_write_is_no_folder(tmp_path: Path) -> None:
    assert values.target(str(tmp_path / "a.png")) == tmp_path / "a.png"
    for folder in (str(tmp_path), "/", ".", ".."):
        with pytest.raises(UserError, match="est un dossier"):
            values.target(folder)
