"""The communication plan as a paper: when it has something to say, and what is said to whoever prints it."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.people import Person
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.services import communication as service
from msp_desktop.services.people import add_person
from tests import pdf
from tests.conftest import NOW, TODAY

CONTEXT = Context(TODAY, NOW)


def test_an_empty_plan_says_what_to_do_first(store: Store) -> None:
    missing = paper("communication").missing(store.reader, CONTEXT)
    assert missing is not None
    assert "messages proposés" in missing
    service.propose_messages(store)
    assert paper("communication").missing(store.reader, CONTEXT) is None


def test_it_carries_the_texts_of_the_town_and_those_ready_to_adapt(store: Store, tmp_path: Path) -> None:
    service.propose_messages(store)
    service.update_communication(store, 1, Change(Communication, text="Nos mots à nous"), TODAY)
    service.update_communication(store, 2, Change(Communication, text="Déjà paru"), TODAY)
    service.update_communication(store, 2, Change(Communication, state=CommunicationState.PUBLISHED), TODAY)
    service.keep_text(store, "site", "Notre page du site")
    paper("communication").make(store.reader, CONTEXT, tmp_path / "x.pdf")
    text = pdf.text(tmp_path / "x.pdf")
    for words in (
        "Nos mots à nous",
        "Notre page du site",
        "Bulletin, court",
        "Informer régulièrement",
        "D’abord l’équipe",
    ):
        assert words in text
    assert "Déjà paru" not in text


def test_whoever_prints_it_is_told_of_names_and_of_lengths(store: Store) -> None:
    service.propose_messages(store)
    assert paper("communication").remarks(store.reader, CONTEXT) == ()
    add_person(store, Person(first_name="Léa", last_name="Fontanel"))
    service.keep_text(store, "bulletin-court", "Léa Fontanel " + "x" * 800)
    told = paper("communication").remarks(store.reader, CONTEXT)
    assert [("de trop" in line, "Léa Fontanel" in line) for line in told] == [(True, False), (False, True)]
