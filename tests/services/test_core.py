"""The core computed from a dossier's inventory, for the day recognition is planned."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.core import Part, part_of
from msp_desktop.domain.inventory import Departure, Tri
from msp_desktop.domain.people import Person
from msp_desktop.domain.road import VALIDATION, span_named
from msp_desktop.domain.stages import ProjectStage
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.core import core, road_spans, trades
from msp_desktop.services.inventory import add_professional
from msp_desktop.services.stages import update_stage
from tests.conftest import TODAY
from tests.domain.build import professional


def add(store: Store, name: str, profession: str = "medecin", **values: object) -> None:
    given = {"profession": profession, "ready": Tri.YES, "departure": Departure.NONE_KNOWN, **values}
    add_professional(store, Person(last_name=name), given)


def test_the_core_follows_the_inventory(store: Store) -> None:
    before = core(store.reader, TODAY)
    assert before.missing_doctors == 2
    add(store, "Un")
    add(store, "Deux")
    add(store, "Trois", "infirmier")
    assert core(store.reader, TODAY).is_there


def test_planning_recognition_earlier_lets_a_doctor_count(store: Store) -> None:
    add(store, "Un", departure=Departure.ANNOUNCED, departure_on=date(2027, 12, 31))
    assert core(store.reader, TODAY).doctors == ()
    update_stage(store, VALIDATION, Change(ProjectStage, planned_on=date(2027, 6, 30)), TODAY)
    assert span_named(road_spans(store.reader, TODAY), VALIDATION).end == date(2027, 6, 30)
    assert len(core(store.reader, TODAY).doctors) == 1


def test_the_auxiliaires_medicaux_are_those_of_the_code(store: Store) -> None:
    known = trades()
    parts = {entry.code: part_of(professional(1, entry.code).row, known) for entry in kit_inventory().professions}
    assert {code for code, part in parts.items() if part is Part.PARAMEDICAL} == set(known.codes)
    assert {code for code, part in parts.items() if part is Part.OTHER} == {
        "pharmacien", "sage-femme", "chirurgien-dentiste", "psychologue", "autre",
    }  # fmt: skip
