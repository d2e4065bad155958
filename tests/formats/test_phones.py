"""Telephone numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats.phones import phone


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
