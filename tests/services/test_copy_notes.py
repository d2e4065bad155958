"""A word about copies is said once; a stick is spoken of once in thirty days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from msp_desktop.paths import data_folder
from msp_desktop.services.copy_notes import load, note_stick, reminder_due, say_once

DAY = date(2026, 4, 28)


def test_something_is_said_once_for_ever() -> None:
    assert [say_once("a"), say_once("b"), say_once("a")] == [True, True, False]


def test_a_stick_is_spoken_of_once_in_thirty_days() -> None:
    days = [DAY + timedelta(days=number) for number in range(75)]
    assert [number for number, day in enumerate(days) if reminder_due("x", day)] == [30, 60]


def test_a_copy_on_a_stick_puts_the_reminder_off() -> None:
    assert not reminder_due("x", DAY)
    note_stick("x", DAY + timedelta(days=25))
    assert not reminder_due("x", DAY + timedelta(days=40))
    assert reminder_due("x", DAY + timedelta(days=55))
    assert not reminder_due("autre", DAY + timedelta(days=55)), "another dossier has its own days"


@pytest.mark.parametrize("content", [b"", b"[" * 100_000, b"\xff", b'{"sticks": {"x": "hier"}}', b'{"said": 3}'])
def test_notes_that_make_no_sense_are_none(content: bytes) -> None:
    (data_folder() / "copies.json").write_bytes(content)
    assert not reminder_due("x", DAY)
    assert load().reminded == {"x": DAY.isoformat()}
