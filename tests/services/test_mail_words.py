"""Every model of message, for towns of every kind: what a mayor would write, nothing left in braces."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.mail import Message
from msp_desktop.domain.meetings import AgendaItem, Meeting
from msp_desktop.domain.people import Person, form_of_address
from msp_desktop.domain.scope import Audience
from msp_desktop.method.mail import kit_mail
from msp_desktop.papers.catalogue import papers
from msp_desktop.papers.paper import Context
from msp_desktop.papers.post import REMINDER, REPORT, attached, letters_of, proposal
from msp_desktop.services import mail
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.letterhead import current_referent
from msp_desktop.services.meetings import add_meeting, update_meeting
from msp_desktop.services.people import update_person
from msp_desktop.ui.papers.write_dialog import MODEL as WITHOUT_PAPER
from tests.conftest import NOW, TODAY

TOWNS = [
    ("Le Grand-Bourg", "23095", "du Grand-Bourg", "au Grand-Bourg"),
    ("Les Abymes", "97101", "des Abymes", "aux Abymes"),
    ("Aubusson", "23008", "d’Aubusson", "à\u00a0Aubusson"),
    ("L’Haÿ-les-Roses", "94038", "de L’Haÿ-les-Roses", "à\u00a0L’Haÿ-les-Roses"),
    ("Porto-Vecchio", "2A247", "de Porto-Vecchio", "à\u00a0Porto-Vecchio"),
    ("La Souterraine", "23176", "de La Souterraine", "à\u00a0La Souterraine"),
    ("Hyères", "83069", "d’Hyères", "à\u00a0Hyères"),
    ("Haute-Goulaine", "44071", "de Haute-Goulaine", "à\u00a0Haute-Goulaine"),
    ("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "51513", "de Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
     "à\u00a0Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"),
]  # fmt: skip
#: The report's messages are one an audience.
KEYS = [*(paper.key for paper in papers()), REMINDER, *(f"{REPORT}-{audience}" for audience in Audience)]
#: What a model gone wrong shows.
WRONG = re.compile(
    r"[{}]|\bde [AEIOUYÀÉÈaeiouéè]|\bà\s(?:Le|Les)\s|\bde Les?\s|cPTS|cOPIL|\bNone\b|  |, ,| ,|\.\.| \.|:\s*$"
)


def first(store: Store, **values: object) -> int:
    meeting = add_meeting(store, "premiere-rencontre")
    given = {"held_on": date(2026, 5, 12), "starts_at": time(18, 30), "place": "Salle des associations"}
    update_meeting(store, meeting.id, Change(Meeting, **(given | values)))
    return meeting.id


def proposed(store: Store, key: str, meeting_id: int | None = None, person_id: int | None = None) -> Message:
    return proposal(store.reader, key, Context(TODAY, NOW, meeting_id, person_id))


@pytest.mark.parametrize(("name", "insee", "of", "at"), TOWNS, ids=[town[1] for town in TOWNS])
def test_every_model_agrees_with_every_town(store: Store, name: str, insee: str, of: str, at: str) -> None:
    update_commune(store, Change(Commune, name=name, insee=insee))
    meeting_id = first(store)
    for key in KEYS:
        message = proposed(store, key, meeting_id)
        text = f"{message.subject}\n{message.body}"
        print(f"--- {key}\n{text}\n")  # noqa: T201 - shown by pytest -s, to be read
        assert not WRONG.search(text.replace("\u00a0:", ":")), (key, WRONG.search(text))
        assert not re.search(r" [:;?!»]|« ", text), "French spaces"
        assert message.body.endswith(f"Mairie {of}")
        for placed in re.findall(r"commune (d[^\s]+ \S+|d’\S+|du \S+|des \S+)", text):
            assert placed.rstrip(",.").startswith(of.split(" ")[0]), placed
    assert f"l’accès aux soins {at}" in proposed(store, "timeline").subject


@pytest.mark.parametrize(
    ("key", "subject"),
    [
        ("invitations", "Invitation à une première rencontre avec les professionnels de santé, mardi 12 mai"),
        ("agenda", "Ordre du jour de la première rencontre avec les professionnels de santé, mardi 12 mai"),
        ("reminder", "Rappel : première rencontre avec les professionnels de santé, mardi 12 mai"),
        ("minutes", "Compte rendu de la première rencontre avec les professionnels de santé, mardi 12 mai"),
        ("timeline", "Notre calendrier pour l’accès aux soins au Grand-Bourg"),
        ("inventory", "État des lieux de l’offre de soins au Grand-Bourg"),
        ("inventory-blank", "Une grille à remplir sur l’offre de soins au Grand-Bourg"),
        ("federation-letter", "L’accès aux soins au Grand-Bourg : un premier contact"),
        ("referent-letter", "Qui suit l’accès aux soins à la mairie du Grand-Bourg"),
    ],
)
def test_subjects_are_a_mayor_s_words(store: Store, key: str, subject: str) -> None:
    update_commune(store, Change(Commune, name="Le Grand-Bourg", insee="23095"))
    assert proposed(store, key, first(store)).subject.replace("\u00a0", " ") == subject


@pytest.mark.parametrize("title", ["CPTS du Val : point d’étape", "COPIL de la MSP", "{commune} {x}", "", "  "])
def test_a_town_s_own_title_keeps_its_letters(store: Store, title: str) -> None:
    meeting_id = first(store)
    with store.write("Titre") as tx:
        tx.update(meeting_id, Change(Meeting, title=title))
    for key in ("invitations", "agenda", "reminder", "minutes"):
        subject = proposed(store, key, meeting_id).subject
        assert "cPTS" not in subject
        assert "cOPIL" not in subject
        assert " ".join(title.split()) in subject


def test_what_is_not_known_yet_is_said_in_words(store: Store) -> None:
    bare = first(store, held_on=None, starts_at=None, place="")
    assert "à une date qui reste à fixer" in proposed(store, "agenda", bare).body
    assert "vous invite à une première rencontre avec les professionnels de santé, à une date" in (
        proposed(store, "invitations", bare).body
    )
    day = first(store, starts_at=None, place="")
    assert "Nous nous retrouvons le mardi 12 mai 2026." in proposed(store, "agenda", day).body.replace("\u00a0", " ")


def test_the_day_of_a_meeting_has_its_article(store: Store) -> None:
    meeting_id = first(store, held_on=date(2026, 12, 9), reply_by=date(2026, 12, 1))
    for key in ("agenda", "reminder", "invitations"):
        body = proposed(store, key, meeting_id).body.replace("\u00a0", " ")
        assert "le mercredi 9 décembre 2026 à 18 h 30, salle des associations" in body
    assert "avant le mardi 1er décembre 2026" in proposed(store, "invitations", meeting_id).body.replace("\u00a0", " ")


def test_a_day_to_answer_by_that_has_gone_is_as_soon_as_possible(store: Store) -> None:
    meeting_id = first(store, reply_by=date(2026, 4, 20))
    assert "nous dire dès que possible" in proposed(store, "reminder", meeting_id).body


def test_what_is_said_to_be_attached_is_what_there_is(store: Store) -> None:
    whole, undated, empty = first(store), first(store, held_on=None), add_meeting(store, "autre").id
    with store.write("Points") as tx:
        for item in items_of(store, empty):
            tx.delete(type(item), item.id)
    said = {
        whole: "votre lettre d’invitation, l’ordre du jour et un fichier qui note la date dans votre agenda.",
        undated: "votre lettre d’invitation et l’ordre du jour.",
        empty: "votre lettre d’invitation.",
    }
    for meeting_id, words in said.items():
        assert f"Vous trouverez ci-joint {words}" in proposed(store, "invitations", meeting_id).body


def items_of(store: Store, meeting_id: int) -> list[AgendaItem]:
    return store.reader.all(AgendaItem, meeting_id=meeting_id)


def test_an_invitation_calls_its_guest_as_letters_do(sample: Store) -> None:
    meeting_id = next(row.id for row in sample.reader.all(Meeting) if row.held_on == date(2026, 5, 12))
    for context in letters_of(sample.reader, "invitations", Context(TODAY, NOW, meeting_id)):
        person = sample.reader.one(Person, context.person_id or 0)
        body = proposal(sample.reader, "invitations", context).body
        assert body.startswith(f"{form_of_address(person)},")
        assert "Bonjour" not in body


def test_the_telephone_of_the_signature_is_that_of_letters(sample: Store) -> None:
    referent = current_referent(sample.reader)
    assert referent is not None
    update_person(sample, referent.person_id or 0, Change(Person, phone="05 55 00 00 09"))
    assert proposed(sample, "timeline").body.endswith("\n05\u00a055\u00a000\u00a000\u00a009")
    update_person(sample, referent.person_id or 0, Change(Person, phone="", email=""))
    update_commune(sample, Change(Commune, phone="0555000001"))
    assert proposed(sample, "timeline").body.endswith("\n05\u00a055\u00a000\u00a000\u00a001")


def test_every_paper_has_a_model_and_none_unknown_goes_to_anybody() -> None:
    named = [key for model in kit_mail().models for key in model.papers]
    assert sorted(named) == sorted(set(named))
    assert set(named) <= {*KEYS, WITHOUT_PAPER}
    assert kit_mail().model_for("a paper of tomorrow").to == "nobody"
    for key in KEYS:
        given = mail.method_model(key)
        words = set(re.findall(r"\{(\w+)\}", given.subject + given.body))
        assert words <= set(mail.model_words(key)), key
        assert attached(key)
