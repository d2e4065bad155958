"""What is shown of a text found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.search import terms
from msp_desktop.services.search_results import result_card, result_row
from tests.dossiers import TODAY


def row(store: Store, place: tuple[str, int, str], query: str) -> tuple[str, list[str], str]:
    """Return the words of a row, what is bold in them, and where it stands."""
    shown = result_row(store.reader, place, terms(query), TODAY)
    assert shown is not None
    return shown.words, [shown.words[begin:end] for begin, end in shown.spans], shown.where


@pytest.fixture
def ids(store: Store) -> dict[str, int]:
    """Put in a doctor, what was said with her, a visit."""
    with store.write("Essai") as tx:
        person = tx.insert(
            Person(
                civility="Dr", first_name="Marie", last_name="Fontaine", phone="01 99 00 14 02", notes="Aime la\nforêt"
            )
        )
        tx.insert(HealthProfessional(person_id=person.id, profession="medecin", town="Valbourg"))
        said = "Elle aimerait travailler en équipe. Elle exerce depuis six ans à Valbourg, elle cherche deux jours."
        talk = tx.insert(
            Exchange(held_on=date(2026, 4, 22), channel=Channel.VISIT, subject="Ce qui l’attire", said=said)
        )
        tx.insert(Assignment(person_id=person.id, position=1, exchange_id=talk.id))
        meeting = tx.insert(Meeting(kind="autre", title="Visite de Valbourg", held_on=date(2026, 5, 20)))
        offer = tx.insert(Offer(position=1, kind="msp", name="Maison de santé de Valbourg"))
        message = tx.insert(Communication(position=1, message="mot " * 200 + "Valbourg enfin"))
    return {"person": person.id, "talk": talk.id, "meeting": meeting.id, "offer": offer.id, "message": message.id}


@pytest.mark.parametrize(
    ("record", "key", "attribute", "query", "words", "bold", "where"),
    [
        ("Person", "person", "last_name", "fontaine", "Dr Marie Fontaine, médecin, Valbourg", ["Fontaine"], "Annuaire"),
        (
            "Person",
            "person",
            "phone",
            "0199001402",
            "Dr Marie Fontaine : 01 99 00 14 02",
            ["01 99 00 14 02"],
            "Téléphone",
        ),
        ("Person", "person", "notes", "foret", "Dr Marie Fontaine : Aime la forêt", ["forêt"], "Notes"),
        ("Meeting", "meeting", "title", "valbourg", "Visite de Valbourg, mercredi 20 mai", ["Valbourg"], "Réunions"),
        ("Offer", "offer", "name", "valbourg", "Maison de santé de Valbourg", ["Valbourg"], "État des lieux"),
        ("Exchange", "talk", "subject", "l'attire", "22 avril : Ce qui l’attire", ["l’attire"], "Objet"),
        ("Exchange", "talk", "with_whom", "fontaine", "22 avril : Dr Marie Fontaine", ["Fontaine"], "Avec qui"),
    ],
)
def test_a_row_says_whose_text_it_is_and_where(
    store: Store,
    ids: dict[str, int],
    record: str,
    key: str,
    attribute: str,
    query: str,
    words: str,
    bold: Any,
    where: str,
) -> None:
    """The match is in the words shown, and nowhere but where it stands."""
    shown = row(store, (record, ids[key], attribute), query)
    assert shown[0].replace("\u00a0", " ") == words
    assert [part.replace("\u00a0", " ") for part in shown[1]] == bold
    assert shown[2].startswith(where)


def test_a_long_text_is_shown_around_the_match(store: Store, ids: dict[str, int]) -> None:
    """The words begin a little before the match, at a word, and say that something stands before."""
    words, bold, where = row(store, ("Exchange", ids["talk"], "said"), "valbourg")
    assert words == "22\u00a0avril\u00a0: … exerce depuis six ans à Valbourg, elle cherche deux jours."
    assert (bold, where) == (["Valbourg"], "Ce qui s’est dit")
    words, bold, _where = row(store, ("Communication", ids["message"], "message"), "enfin")
    assert words.startswith("… ")
    assert words.endswith("Valbourg enfin")
    assert bold == ["enfin"]


def test_a_match_far_in_a_text_as_long_as_a_novel_is_found(store: Store) -> None:
    """It is shown where it stands, at once."""
    with store.write("Roman") as tx:
        talk = tx.insert(Exchange(held_on=date(2026, 4, 22), said="une phrase de plus. " * 40_000 + "Valbourg."))
    words, bold, _where = row(store, ("Exchange", talk.id, "said"), "valbourg")
    assert bold == ["Valbourg"]
    assert len(words) < 340


def test_the_card_shows_the_whole_text_with_its_matches(store: Store, ids: dict[str, int]) -> None:
    """Beside the list stand the title of the entry, its kind, the field and its text."""
    card = result_card(store.reader, ("Exchange", ids["talk"], "said"), terms("valbourg"), TODAY)
    assert card is not None
    assert (card.title, card.label) == ("Ce qui l’attire", "Ce qui s’est dit")
    assert card.words.startswith("Elle aimerait")
    assert [card.words[begin:end] for begin, end in card.spans] == ["Valbourg"]


def test_what_is_gone_is_not_shown(store: Store) -> None:
    """A record deleted meanwhile has no row."""
    assert result_row(store.reader, ("Exchange", 99, "said"), terms("x"), TODAY) is None
    assert result_card(store.reader, ("Exchange", 99, "said"), terms("x"), TODAY) is None
