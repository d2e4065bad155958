"""The page of the road: numbers and steps, no professional's name; what to know before printing."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Departure, Tri
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.stages import RoadStep
from msp_desktop.services import road_steps
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.road_paper import remarks, road_page
from tests.conftest import TODAY


def add(store: Store, name: str, profession: str = "medecin", **values: object) -> None:
    given = {"profession": profession, "ready": Tri.YES, "departure": Departure.NONE_KNOWN, **values}
    add_professional(store, Person(civility="Dr", last_name=name, category=Category.PROFESSIONAL), given)


def step(store: Store, title: str, who: str = "") -> None:
    made = road_steps.add_step(store, title)
    road_steps.update_step(store, made.id, Change(RoadStep, due_on=date(2026, 5, 20), person=who), TODAY)


def test_an_empty_dossier_has_its_page(store: Store) -> None:
    page = road_page(store.reader, TODAY)
    assert page.lead.endswith("deux médecins généralistes et un professionnel paramédical prêts à s’engager.")
    assert [(line.ready, line.missing) for line in page.core] == [
        (0, "deux médecins généralistes"), (0, "un professionnel paramédical"),
    ]  # fmt: skip
    assert (page.steps, page.beside) == ((), ())
    assert remarks(store.reader, TODAY) == ()


def test_one_doctor_designates_somebody_and_two_nobody(store: Store) -> None:
    add(store, "Dupuis")
    assert len(remarks(store.reader, TODAY)) == 1
    add(store, "Vasseur")
    assert remarks(store.reader, TODAY) == ()
    assert road_page(store.reader, TODAY).core[0].missing == "rien"


def test_every_number_of_one_person_is_told(store: Store) -> None:
    add(store, "Dupuis")
    add(store, "Noël", "infirmier")
    add(store, "Roux", "sage-femme")
    add(store, "Vasseur", departure=Departure.ANNOUNCED)
    said = remarks(store.reader, TODAY)
    found = [words.replace("\u00a0", " ").split(" : 1")[0] for words in said]
    assert found == ["« médecins généralistes", "« paramédicaux", "« sage-femme", "« départ attendu"]
    assert dict(road_page(store.reader, TODAY).beside)["Prêts aussi"] == "une sage-femme."


def test_no_professional_is_named_by_a_step_nor_by_who_does_it(store: Store) -> None:
    add(store, "Dupuis")
    add(store, "Vasseur")
    step(store, "Interroger le Dr Dupuis sur ses envies", "Dr Vasseur")
    page = road_page(store.reader, TODAY)
    said = repr(page)
    assert "Dupuis" not in said
    assert "Vasseur" not in said
    assert page.steps[0].who == "un professionnel"
    assert len(remarks(store.reader, TODAY)) == 1


def test_who_is_ready_beside_the_core_and_who_leaves_are_counted(store: Store) -> None:
    add(store, "Dupuis", "pharmacien")
    add(store, "Vasseur", departure=Departure.ANNOUNCED)
    add(store, "Noël", ready=Tri.UNKNOWN)
    assert dict(road_page(store.reader, TODAY).beside) == {
        "Prêts aussi": "un pharmacien.",
        "Sans compter": "un départ attendu avant la reconnaissance.",
        "Ce qui aiderait": "rencontrer un professionnel dont on ne connaît pas les envies.",
    }
