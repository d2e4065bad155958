"""A meeting's words name the federation with its article, and its mayor and référent as they are."""

from __future__ import annotations

from datetime import time

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.meeting_words import in_words, led_by
from msp_desktop.services.meetings import add_meeting, meeting_view, update_item, update_meeting
from tests.federations import correct_own


@pytest.mark.parametrize(
    ("federation", "said"),
    [
        ("Fédération X", "avec la Fédération X. On"),
        ("Association X", "avec l’Association X. On"),
        ("GIP X", "avec le GIP X. On"),
        ("AVECsanté Nouvelle-Aquitaine", "avec AVECsanté Nouvelle-Aquitaine. On"),
        ("", "avec AVECsanté Nouvelle-Aquitaine. On"),
    ],
)
def test_the_introduction_is_never_shown_with_its_braces(store: Store, federation: str, said: str) -> None:
    update_commune(store, Change(Commune, region_code="75"))
    correct_own(store, name=federation)
    meeting = add_meeting(store, "premiere-rencontre")
    assert said in meeting_view(store.reader, meeting.id).meeting.introduction
    update_meeting(store, meeting.id, Change(Meeting, introduction="Avec {federation}. On"))  # as 1.2.0 kept it
    assert meeting_view(store.reader, meeting.id).meeting.introduction == said[0].upper() + said[1:]


@pytest.mark.parametrize(("civility", "mayor"), [("Mme", "la maire"), ("M.", "le maire"), ("", "le maire")])
def test_the_mayor_is_a_man_or_a_woman_on_the_agenda_too(store: Store, civility: str, mayor: str) -> None:
    update_commune(store, Change(Commune, mayor_civility=civility))
    view = meeting_view(store.reader, add_meeting(store, "premiere-rencontre").id)
    assert view.items[0].item.leads == f"{mayor}, la fédération"
    assert f"Accueil par {mayor}" in view.items[0].item.content
    update_item(store, view.items[0].id, Change(AgendaItem, content="Accueil par le maire. Tous."))  # as 1.2.0 kept it
    assert meeting_view(store.reader, view.meeting.id).items[0].item.content == f"Accueil par {mayor}. Tous."


def test_the_referent_who_leads_a_point_is_a_man_or_a_woman(sample: Store) -> None:
    assert led_by(sample.reader, "Le référent santé, tous") == "La référente santé, tous"


def test_who_else_leads_is_left_as_typed(store: Store) -> None:
    update_commune(store, Change(Commune, mayor_civility="Mme"))
    assert led_by(store.reader, "Le maire adjoint, Mme Le Maire, ") == "Le maire adjoint, Mme Le Maire, "


def test_unknown_words_in_braces_stay(store: Store) -> None:
    assert in_words(store.reader, "{autre} %") == "{autre} %"


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (time(9, 0), "Ce matin, la commune"),
        (time(12, 0), "Cet après-midi, la commune"),
        (time(14, 30), "Cet après-midi, la commune"),
        (time(17, 59), "Cet après-midi, la commune"),
        (time(18, 0), "Ce soir, la commune"),
        (None, "Aujourd’hui, la commune"),
    ],
)
def test_what_is_said_first_goes_with_the_hour(store: Store, hour: time | None, said: str) -> None:
    meeting = add_meeting(store, "premiere-rencontre")
    update_meeting(store, meeting.id, Change(Meeting, starts_at=hour))
    assert said in meeting_view(store.reader, meeting.id).meeting.opening_words
    old = "Merci d’être venus. Ce soir, la commune est là."  # as 1.2.0 kept it
    update_meeting(store, meeting.id, Change(Meeting, opening_words=old))
    assert said in meeting_view(store.reader, meeting.id).meeting.opening_words
