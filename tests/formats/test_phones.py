"""Telephone numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats.phones import phone, read_phones


@pytest.mark.parametrize(
    "typed",
    ["0199001234", "01.99.00.12.34", "01-99-00-12-34", "+33 1 99 00 12 34", "+33 (0)1 99 00 12 34", "0033199001234"],
)
def test_telephones_stand_in_pairs(typed: str) -> None:
    assert phone(typed) == NB.join(["01", "99", "00", "12", "34"])


def test_telephones_from_elsewhere_are_kept() -> None:
    assert phone("+262 262 12 34 56") == NB.join(["+262", "2", "62", "12", "34", "56"])
    assert phone(" +44 7911 123456 ") == "+44 7911 123456"
    assert phone("36 46") == "36 46"


@given(st.text(alphabet="0123456789+ .()", max_size=20))
def test_a_telephone_shown_twice_is_the_same(text: str) -> None:
    assert phone(phone(text)) == phone(text)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("0555000001", ("0555000001",)), ("05 55 00 00 01", ("05 55 00 00 01",)), ("05.55.00.00.01", ("05.55.00.00.01",)),
        ("05/55/00/00/01", ("05/55/00/00/01",)), ("555000001", ("0555000001",)), ("5 55 00 00 01", ("05 55 00 00 01",)),
        ("5,55000001E+08", ("0555000001",)), ("5.55000001E8", ("0555000001",)), ("555000001.0", ("0555000001",)),
        ("33555000002", ("+33555000002",)), ("33 5 55 00 00 02", ("+33 5 55 00 00 02",)),
        ("+33 (0)5 55 00 00 01", ("+33 (0)5 55 00 00 01",)), ("0033555000001", ("0033555000001",)),
        ("590123456", ("0590123456",)), ("590590123456", ("+590590123456",)), ("262262123456", ("+262262123456",)),
        ("'0555000001", ("0555000001",)), ("15", ("15",)), ("3624", ("3624",)), ("116117", ("116117",)), ("+32 2 123 45 67", ("+32 2 123 45 67",)),
        ("05 55 00 00 01 / 06 00 00 00 02", ("05 55 00 00 01", "06 00 00 00 02")),
        ("0555000001/600000002", ("0555000001", "0600000002")),
        ("05 55 00 00 01\n06 00 00 00 02", ("05 55 00 00 01", "06 00 00 00 02")),
        ("Tél : 05 55 00 00 01 ou port. 06 00 00 00 02", ("05 55 00 00 01", "06 00 00 00 02")),
        ("05 55 00 00 01, 05 55 00 00 01", ("05 55 00 00 01",)),
    ],
)  # fmt: skip
def test_the_numbers_of_a_cell_have_what_a_spreadsheet_took(typed: str, numbers: tuple[str, ...]) -> None:
    assert read_phones(typed) == numbers


@pytest.mark.parametrize(
    "typed", ["", "5,55E+08", "sur rendez-vous", "05 55 00 00", "05 55 00 00 011", "05 55 00 00 01 (matin)", "9" * 5000]
)
def test_what_is_no_number_is_not_one(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\A"):
        read_phones(typed)
