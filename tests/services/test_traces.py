"""What a dossier holds of a person is found, told and taken out; the undo of it brings all of it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding, HealthProfessional
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import Person
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import produce_each
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.meetings import add_meeting, invite
from msp_desktop.services.people import add_person
from msp_desktop.services.timeline import update_action
from msp_desktop.services.traces import Chosen, erase, traces
from tests.conftest import NOW, TODAY


def dump(store: Store) -> str:
    return "\n".join(store.connection.iterdump())


@pytest.fixture
def claire(store: Store) -> Person:
    """Somebody invited, met, listed, in charge, and named in texts."""
    add_professional(
        store, Person(civility="Mme", first_name="Claire", last_name="Duval", email="c.duval@exemple.fr"), {"profession": "pharmacien"}
    )  # fmt: skip
    (person,) = store.reader.all(Person)
    colleague = add_person(store, Person(first_name="Luc", last_name="Morel"))
    invite(store, add_meeting(store, "premiere-rencontre").id, [person.id, colleague.id])
    update_action(
        store,
        3,
        Change(Action, assignee="Mme Claire Duval", notes="Voir Mme Duval à l’officine. Duval y est le lundi."),
    )
    with store.write("") as transaction:
        for said, people in (("Part en juin 2027", [person.id]), ("Vu à deux", [person.id, colleague.id])):
            row = transaction.insert(Exchange(held_on=TODAY, subject="Visite", said=said))
            for position, key in enumerate(people, 1):
                transaction.insert(Assignment(person_id=key, position=position, exchange_id=row.id))
        finding = transaction.all(Finding)[0]
        transaction.update(finding.id, Change(Finding, answer="Selon Duval, rien le samedi."))
    return person


def test_all_that_refers_to_a_person_or_names_them_is_found(store: Store, claire: Person) -> None:
    found = traces(store.reader, claire.id)
    about = [type(link.about).__name__ for link in found.links]
    assert sorted(about) == ["Action", "Exchange", "Exchange", "HealthProfessional", "Meeting"]
    assert [(type(one.record), one.field) for one in found.mentions] == [(Action, "notes")]
    assert found.mentions[0].words == "Voir Mme Duval à l’officine. Duval y est le lundi."
    assert [type(one.record) for one in found.last_name] == [Action, Finding]
    assert found.last_name[0].words == "Voir (nom effacé) à l’officine. Duval y est le lundi."
    assert [exchange.said for exchange in found.alone] == ["Part en juin 2027"]


def test_a_person_taken_out_is_in_no_table_and_one_undo_brings_all_back(store: Store, claire: Person) -> None:
    before = dump(store)
    with store.write("oublier") as transaction:
        erase(transaction, [claire], Chosen(last_name=True))
    left = dump(store)
    for word in ("Duval", "Claire", "c.duval", "Part en juin 2027"):
        assert word not in left, word
    assert "Vu à deux" in left
    assert "Morel" in left
    assert "Voir (nom effacé) à l’officine. (nom effacé) y est le lundi." in left
    assert store.reader.all(HealthProfessional) == []
    assert len(store.reader.all(Attendance)) == 1
    store.undo()
    assert dump(store) == before


def test_what_was_not_chosen_stays(store: Store, claire: Person) -> None:
    with store.write("oublier") as transaction:
        erase(transaction, [claire], Chosen(exchanges=False, texts=False))
    left = dump(store)
    for words in ("Part en juin 2027", "Voir Mme Duval à l’officine.", "Selon Duval"):
        assert words in left
    assert store.reader.all(Person, last_name="Duval") == []


def test_a_mayor_s_own_fields_are_nobody_s_text(store: Store, claire: Person) -> None:
    update_commune(
        store, Change(Commune, mayor_first_name="Claire", mayor_last_name="Duval", opening_hours="Claire Duval, mardi")
    )
    with store.write("oublier") as transaction:
        erase(transaction, [claire], Chosen(last_name=True))
    commune = store.reader.one(Commune, 1)
    assert (commune.mayor_first_name, commune.mayor_last_name, commune.opening_hours) == (
        "Claire",
        "Duval",
        "(nom effacé), mardi",
    )


def test_a_namesake_keeps_their_name_in_texts(store: Store, claire: Person) -> None:
    add_person(store, Person(first_name="Marc", last_name="Duval"))
    assert traces(store.reader, claire.id).mentions == (), "« Mme Duval » may be another"
    with store.write("oublier") as transaction:
        erase(transaction, [claire], Chosen(last_name=True))
    assert "Voir Mme Duval à l’officine." in dump(store)


def test_papers_made_of_a_person_are_told_and_the_notes_of_them_name_nobody_after(
    store: Store, claire: Person, tmp_path: Path
) -> None:
    meeting = 1
    context = Context(TODAY, NOW, meeting)
    produce_each(store, "attendance", tmp_path, context)
    produce_each(store, "timeline", tmp_path, context)
    produce_each(store, "privacy-notice", tmp_path, context)
    assert [row.key for row in traces(store.reader, claire.id).documents] == ["attendance", "timeline"]
    with store.write("oublier") as transaction:
        erase(transaction, [claire], Chosen(last_name=True))
    assert "Duval" not in dump(store)
    assert len(store.reader.all(ProducedDocument)) == 3, "the files are there"
    assert export(store.reader, "timeline", tmp_path, context).path.exists()


def test_a_body_is_found_by_what_refers_to_it_alone(store: Store) -> None:
    body = add_person(store, Person(organisation="ARS"))
    add_person(store, Person(last_name="Petit", organisation="ARS"))
    update_action(store, 3, Change(Action, notes="Appeler l’ARS"))
    found = traces(store.reader, body.id)
    assert [type(link.row) for link in found.links] == [Person]
    assert found.mentions == found.last_name == ()
