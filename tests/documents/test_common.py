"""What documents share: who writes, the band of a meeting, how a guest is named."""

from __future__ import annotations

from datetime import date, time

import pytest

from msp_desktop.documents.common import (
    contact_margin,
    furniture,
    meeting_band,
    person_line,
    place_and_date,
)
from msp_desktop.domain.people import Category
from tests.documents.values import guest, head, meeting_view


def test_the_pages_say_which_town_hall_writes() -> None:
    page = furniture(head(commune="Hauteville", insee="02376"), "Essai", date(2026, 4, 28))
    assert page.author == "Mairie de Hauteville"
    assert page.letterhead[1] == "05 55 00 00 01 · mairie@saint-essai.example"


def test_the_band_tells_what_is_still_to_be_set() -> None:
    view = meeting_view(held_on=None, starts_at=None, place="")
    assert meeting_band(view.meeting, None) == [
        ("Date", "à fixer", ""),
        ("Heure", "à fixer", ""),
        ("Lieu", "à fixer", ""),
    ]


def test_the_band_tells_the_day_the_hour_and_the_place() -> None:
    band = meeting_band(meeting_view().meeting, time(19, 55))
    assert band[0] == ("Mardi", "12\u00a0mai 2026", "")
    assert band[1][2].replace("\u00a0", " ") == "fin vers 19 h 55"
    assert band[2][1] == "Salle des associations"


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("infirmière, Saint-Essai", "Mme Anne Roche, infirmière"),
        ("infirmière, Guéret", "Mme Anne Roche, infirmière, Guéret"),
        ("", "Mme Anne Roche"),
    ],
)
def test_a_guest_s_town_is_said_where_it_is_another(detail: str, said: str) -> None:
    values = {"civility": "Mme", "first_name": "Anne", "last_name": "Roche", "category": Category.PROFESSIONAL}
    assert person_line(head(), guest(1, detail, **values)) == said


def test_who_speaks_for_a_body_is_given_with_it() -> None:
    values = {"last_name": "Perrin", "organisation": "FemasEssai", "category": Category.FEDERATION}
    assert person_line(head(), guest(1, "chargée de mission", **values)) == "Perrin, chargée de mission, FemasEssai"
    assert person_line(head(), guest(1, "FemasEssai", **values)) == "Perrin, FemasEssai"


def test_a_letter_says_where_when_and_who_follows_it() -> None:
    assert place_and_date(head(), date(2026, 4, 28)) == "Saint-Essai, le mardi\u00a028\u00a0avril 2026"
    assert contact_margin(head(contact=None)) == ()
    assert [label for label, _words in contact_margin(head(), "MSE/1")] == ["Affaire suivie par", "Nos réf."]
