"""A proposed password is good and can be said on the telephone; a poor one is refused with a sentence."""

from __future__ import annotations

import math

import pytest

from msp_desktop.errors import UserError
from msp_desktop.paths import resource
from msp_desktop.services.passwords import MOST, WORDS, checked, propose


def test_a_proposed_password_is_accepted_and_never_the_same() -> None:
    proposed = {propose() for _time in range(50)}
    assert len(proposed) == 50
    for password in proposed:
        assert checked(password) == password
        assert password.isascii()
        assert password.count("-") == WORDS


def test_the_words_make_it_hard_to_guess_and_easy_to_write() -> None:
    words = resource("passwords", "words.txt").read_text(encoding="ascii").split()
    assert len(set(words)) == len(words)
    assert WORDS * math.log2(len(words)) + math.log2(90) > 40
    assert all(word.islower() and 4 <= len(word) <= 9 for word in words)


@pytest.mark.parametrize(
    "password", ["", "court", "123456789", " dix lettres", "dix lettres ", "dix\nlettres\x07", "é" * MOST]
)
def test_a_poor_one_is_refused(password: str) -> None:
    with pytest.raises(UserError):
        checked(password)


def test_two_ways_of_writing_an_accent_are_one_password() -> None:
    assert checked("me\u0301decins d’ici") == checked("m\u00e9decins d’ici")
