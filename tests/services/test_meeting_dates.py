"""What the date of a meeting runs into, in the interface's language."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop import i18n
from msp_desktop.services.meeting_dates import date_all_clear, date_warnings

NB = "\u00a0"


@pytest.mark.parametrize(
    ("lang", "day", "sentence"),
    [
        ("fr", date(2026, 5, 3), f"Le 3{NB}mai 2026 est un dimanche."),
        ("en", date(2026, 5, 3), f"3{NB}May 2026 is a Sunday."),
        ("fr", date(2026, 5, 1), f"Le vendredi{NB}1er{NB}mai est férié (fête du Travail)."),
        ("en", date(2026, 5, 1), f"Friday{NB}1{NB}May is a public holiday (fête du Travail)."),
        ("fr", date(2026, 4, 14), f"Le mardi{NB}14{NB}avril tombe pendant les vacances de printemps (zone A)."),
    ],
)
def test_a_date_is_said_in_the_language_of_the_screen(lang: str, day: date, sentence: str) -> None:
    i18n.install(lang)
    assert date_warnings(day, "23")[0] == sentence


def test_a_clear_day_says_what_was_looked_at() -> None:
    assert date_all_clear(date(2026, 5, 12), "23") == (
        f"Le mardi{NB}12{NB}mai{NB}: ni jour férié, ni vacances scolaires (zone A)."
    )


def test_what_is_not_known_is_said() -> None:
    assert "d’ici ne sont pas connues" in date_all_clear(date(2026, 5, 12), "2A")
    assert "cette année-là" in date_all_clear(date(2099, 5, 12), "23")
    assert date_warnings(date(2026, 5, 12), "23") == ()
