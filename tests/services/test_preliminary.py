"""The preliminary diagnosis: what the dossier knows, nobody named, something asked in every section."""

from __future__ import annotations

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import Finding, Need
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.services.inventory import add_professional, add_row
from msp_desktop.services.neighbours import add_neighbour, update_neighbour
from msp_desktop.services.preliminary import preliminary_diagnosis
from msp_desktop.services.stages import update_stage
from tests.conftest import TODAY


def test_an_empty_dossier_asks_something_in_every_section(store: Store) -> None:
    page = preliminary_diagnosis(store.reader, TODAY)
    assert [section.title for section in page.sections][:2] == ["Le territoire", "L’offre de soins"]
    assert all(section.asks for section in page.sections)
    (facts,) = page.sections[0].tables
    assert facts.rows[0] == ("Commune", store.reader.one(Commune, 1).name)


def test_what_the_dossier_knows_is_told(store: Store) -> None:
    add_professional(store, Person(last_name="Dupuis"), {"profession": "medecin"})
    add_row(store, Change(Need, title="Des délais trop longs", said_by="le CCAS"))
    town = add_neighbour(store, "Valbourg", TODAY)
    update_neighbour(store, town.id, Change(NeighbourTown, begun=2017, recognised=2021, kept="Se réunir d’abord."))
    update_stage(store, "equipe", Change(ProjectStage, state=StageState.DONE), TODAY)
    said = repr(preliminary_diagnosis(store.reader, TODAY))
    for words in ("Un professionnel", "('Médecin', '", "Des délais trop longs", "4\\xa0ans", "pas avant la validation"):
        assert words in said, words


def test_no_professional_is_named_whatever_is_typed(store: Store) -> None:
    add_professional(
        store, Person(civility="Dr", last_name="Vasseur", category=Category.PROFESSIONAL), {"profession": "medecin"}
    )
    add_row(store, Change(Need, title="Le Dr Vasseur part", said_by="Dr Vasseur", public="les patients du Dr Vasseur"))
    town = add_neighbour(store, "Valbourg", TODAY)
    update_neighbour(store, town.id, Change(NeighbourTown, kept="Appeler le Dr Vasseur"))
    with store.write("finding") as transaction:
        for finding in transaction.all(Finding):
            transaction.update(finding.id, Change(Finding, answer="Le Dr Vasseur est seul."))
    assert "Vasseur" not in repr(preliminary_diagnosis(store.reader, TODAY))
