"""The journal as a paper: whose and when, drafts left out, made again as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from msp_desktop.db.store import Store
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.people import Person
from msp_desktop.domain.scope import Scope
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import context_again, has_changed, produce, produce_once
from msp_desktop.services import journal
from tests import pdf
from tests.conftest import NOW, TODAY


@pytest.fixture
def roux(store: Store) -> Person:
    with store.write("Annuaire") as tx:
        found = tx.insert(Person(civility="Mme", last_name="Roux"))
    for day, whom, subject in ((date(2026, 3, 2), "Mme Roux", "avant"), (date(2026, 4, 2), "M. Petit", "autre"),
                               (TODAY, "Mme Roux", "dernier")):  # fmt: skip
        journal.note_exchange(store, Exchange(held_on=day, with_whom=whom, subject=subject))
    journal.begin_exchange(store, Exchange(held_on=TODAY, with_whom="Mme Roux", subject="brouillon"))
    return found


def context(scope: Scope | None = None) -> Context:
    return Context(TODAY, NOW, scope=scope or Scope())


def subjects(store: Store, folder: Path, scope: Scope) -> list[str]:
    made = export(store.reader, "journal", folder, context(scope))
    text = pdf.text(made.path)
    found = [word for word in ("dernier", "autre", "avant", "brouillon") if word in text]
    return sorted(found, key=text.index)


def test_it_tells_all_that_is_finished_of_the_period_and_the_person(store: Store, tmp_path: Path, roux: Person) -> None:
    assert subjects(store, tmp_path, Scope()) == ["dernier", "autre", "avant"], "the day before day 0 too"
    assert subjects(store, tmp_path, Scope(since=date(2026, 4, 2))) == ["dernier", "autre"]
    assert subjects(store, tmp_path, Scope(until=date(2026, 4, 2))) == ["autre", "avant"]
    assert subjects(store, tmp_path, Scope(person_id=roux.id)) == ["dernier", "avant"]


def test_where_there_is_nothing_it_says_what_to_do(store: Store, roux: Person) -> None:
    missing = paper("journal").missing
    assert missing(store.reader, context()) is None
    assert missing(store.reader, context(Scope(until=date(2026, 1, 1)))) is not None
    assert missing(store.reader, context(Scope(person_id=999))) is not None
    journal.throw_away(store, *(row.id for row in store.reader.all(Exchange)))
    sentence = missing(store.reader, context())
    assert sentence is not None
    assert "notez" in sentence


def test_it_bears_the_person_s_name_and_is_made_again_as_it_was(store: Store, tmp_path: Path, roux: Person) -> None:
    own = context(Scope(since=date(2026, 4, 1), person_id=roux.id))
    made = produce(store, "journal", tmp_path, own)
    assert made.path.name == "2026-04-28_journal-des-echanges_saint-essai_roux.pdf"
    (note,) = store.reader.all(ProducedDocument)
    assert note.about.replace("\u00a0", " ").endswith("Mme Roux, du mercredi 1er avril au mardi 28 avril 2026")
    assert context_again(store.reader, note, context()) == own
    assert produce_once(store, "journal", tmp_path, own).document_id == note.id
    assert produce_once(store, "journal", tmp_path, context()).document_id != note.id


def test_what_is_typed_still_does_not_make_it_old(store: Store, tmp_path: Path, roux: Person) -> None:
    produce(store, "journal", tmp_path, context())
    (note,) = store.reader.all(ProducedDocument)
    begun = journal.begin_exchange(store, Exchange(held_on=TODAY, subject="un autre brouillon"))
    assert not has_changed(store.reader, note)
    journal.finish(store, begun.id)
    assert has_changed(store.reader, note)


def test_it_names_people_whatever_was_chosen(store: Store, roux: Person) -> None:
    assert paper("journal").names(context())
    assert paper("journal").remarks(store.reader, context())
    assert structs.replace(context(), scope=Scope()).scope.is_whole
