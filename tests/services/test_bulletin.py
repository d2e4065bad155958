"""Texts for residents: what the dossier shows, at their length, and nobody named."""

from __future__ import annotations

from datetime import date, time

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.formats.text import fold
from msp_desktop.method.followup import kit_communication
from msp_desktop.services import meetings
from msp_desktop.services.bulletin import message_from_dossier, named_in, referent_contact, text_from_dossier
from msp_desktop.services.referent import update_referent_person, update_term
from tests.conftest import TODAY
from tests.federations import correct_own
from tests.french import FEDERATIONS, TOWNS, faults

CODES = [text.code for text in kit_communication().texts]
DRAFTS = [draft.code for draft in kit_communication().drafts]


def change(store: Store, **values: object) -> None:
    with store.write("x") as tx:
        tx.update(1, Change(Commune, **values))


def fill(store: Store, woman: bool = True, pair: bool = False) -> None:
    """Make a dossier that shows every fact."""
    with store.write("x") as tx:
        tx.insert(Exchange(held_on=TODAY, category=Category.FEDERATION, subject="Premier contact"))
        for number in range(12):
            person = tx.insert(Person(first_name=f"Paul{number}", last_name=f"Durand{number}"))
            profession = ("infirmier", "medecin-generaliste", "pharmacien")[number % 3]
            tx.insert(HealthProfessional(person_id=person.id, profession=profession))
        for action in tx.all(Action, limit=3):
            tx.update(action.id, Change(Action, state=ActionState.DONE, done_on=TODAY))
    change(
        store, phone="0555000002", email="mairie@essai.fr", opening_hours="lundi de 9 h à 12 h\nmardi de 14 h à 17 h"
    )
    civility = "Mme" if woman else "M."
    update_referent_person(store, False, Change(Person, civility=civility, first_name="Alix", last_name="Roche"))
    if pair:
        update_term(store, Change(Referent, kind=ReferentKind.PAIR))
        update_referent_person(store, True, Change(Person, civility=civility, first_name="Sacha", last_name="Colin"))
    public = meetings.add_meeting(store, "publique")
    meetings.update_meeting(
        store, public.id, Change(Meeting, held_on=date(2026, 6, 12), starts_at=time(18, 30), place="salle des fêtes")
    )
    first = meetings.add_meeting(store, "premiere-rencontre")
    meetings.update_meeting(store, first.id, Change(Meeting, held_on=date(2026, 4, 16), state=MeetingState.HELD))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("filled", [False, True])
def test_a_text_is_french_holds_and_has_no_brace_left_in_any_town(store: Store, code: str, filled: bool) -> None:
    if filled:
        fill(store)
    limit = next(text.limit for text in kit_communication().texts if text.code == code)
    for number, (town, insee) in enumerate(TOWNS):
        federation = FEDERATIONS[number % len(FEDERATIONS)]
        change(store, name=town, insee=insee)
        correct_own(store, name=federation, full_name=federation)
        text = text_from_dossier(store.reader, code, TODAY)
        assert faults(text) == [], text
        assert not limit or 250 < len(text) <= limit
        assert named_in(store.reader, text) == ()


@pytest.mark.parametrize("code", DRAFTS)
@pytest.mark.parametrize("longest", [800, 1500])
@pytest.mark.parametrize("filled", [False, True])
def test_a_message_of_the_method_holds_in_any_town(store: Store, code: str, longest: int, filled: bool) -> None:
    if filled:
        fill(store, woman=False)
    for town, insee in TOWNS:
        change(store, name=town, insee=insee)
        message = Communication(position=1, message="x", kit_code=code, longest=longest)
        text = message_from_dossier(store.reader, message, TODAY)
        assert faults(text) == [], text
        assert len(text) <= longest
        assert named_in(store.reader, text) == ()


@pytest.mark.parametrize(
    ("woman", "pair", "words"),
    [
        (True, False, "une référente santé fait"),
        (False, False, "un référent santé fait"),
        (True, True, "deux référentes santé font"),
        (False, True, "deux référents santé font"),
    ],
)
def test_the_referent_is_spoken_of_as_she_is_and_never_named(store: Store, woman: bool, pair: bool, words: str) -> None:
    fill(store, woman, pair)
    text = text_from_dossier(store.reader, "site", TODAY)
    assert words in text.replace("\u00a0", " ")
    assert not {"Alix", "Roche", "Sacha", "Colin"} & set(text.split())


def test_what_the_dossier_does_not_show_is_not_said(store: Store) -> None:
    text = fold(text_from_dossier(store.reader, "site", TODAY))
    for words in (
        "federation",
        "avecsante",
        "referent",
        "etat des lieux",
        "professionnels de sante de",
        "se sont reunis",
        "ouverte",
    ):
        assert words not in text
    fill(store)
    text = fold(text_from_dossier(store.reader, "site", TODAY))
    for words in (
        "la commune avance avec avecsante nouvelle aquitaine", "etat des lieux est en cours",
        "douze professionnels de sante de trois metiers", "jeudi 16 avril 2026", "trois des onze etapes",
        "sont faites", "vendredi 12 juin 2026 a 18 h 30 salle des fetes", "05 55 00 00 02", "lundi de 9 h a 12 h",
    ):  # fmt: skip
        assert words in text


def test_a_meeting_past_cancelled_or_undated_is_not_announced(store: Store) -> None:
    for values in ({"held_on": date(2026, 4, 2)}, {"held_on": date(2026, 6, 2), "state": MeetingState.CANCELLED}, {}):
        made = meetings.add_meeting(store, "publique")
        meetings.update_meeting(store, made.id, Change(Meeting, **values))
    assert "[date]" in text_from_dossier(store.reader, "affiche", TODAY)
    assert "réunion publique" not in text_from_dossier(store.reader, "site", TODAY)


def test_few_professionals_are_not_counted_in_public(store: Store) -> None:
    with store.write("x") as tx:
        for number in range(4):
            person = tx.insert(Person(first_name=f"Paul{number}", last_name=f"Durand{number}"))
            tx.insert(HealthProfessional(person_id=person.id, profession=("infirmier", "pharmacien")[number % 2]))
    assert "métiers, exercent" not in text_from_dossier(store.reader, "site", TODAY).replace("\u00a0", " ")


def test_a_word_of_the_dossier_that_names_somebody_stays_out(store: Store) -> None:
    fill(store)
    change(store, email="alix.roche@essai.fr", opening_hours="sur rendez-vous avec Mme Roche")
    public = next(m for m in store.reader.all(Meeting) if m.kind == "publique")
    meetings.update_meeting(store, public.id, Change(Meeting, place="chez Alix Roche"))
    for code in CODES:
        text = text_from_dossier(store.reader, code, TODAY)
        assert named_in(store.reader, text) == ()
        assert "roche" not in text.lower()
    assert "05 55 00 00 02" in text_from_dossier(store.reader, "site", TODAY).replace("\u202f", " ").replace(
        "\u00a0", " "
    )


def test_the_town_adds_the_referent_s_contact_by_choice(store: Store) -> None:
    assert referent_contact(store.reader) == ""
    fill(store)
    words = referent_contact(store.reader)
    assert "Alix Roche, référente santé" in words
    assert named_in(store.reader, words) == ("Mme Alix Roche",)


def test_the_mayor_is_somebody_too(store: Store) -> None:
    change(store, mayor_civility="M.", mayor_first_name="Jean", mayor_last_name="Duval")
    assert named_in(store.reader, "Le maire, Jean Duval, vous attend") == ("M. Jean Duval",)


def test_the_town_called_as_somebody_names_nobody(store: Store) -> None:
    change(store, name="Les Abymes")
    with store.write("x") as tx:
        tx.insert(Person(first_name="Anne", last_name="Abymes"))
    assert named_in(store.reader, "Aux Abymes, la santé") == ()
    assert named_in(store.reader, "Anne Abymes") == ("Anne Abymes",)
