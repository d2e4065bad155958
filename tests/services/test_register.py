"""The register after any change: what it would be from scratch, and new only where something changed."""

from __future__ import annotations

import random
from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Inventory, Proximity, Tri
from msp_desktop.domain.inventory_views import InventoryView, tallied
from msp_desktop.domain.people import Person
from msp_desktop.services.inventory import (
    add_professional,
    delete_professionals,
    inventory_view,
    professional_views,
    update_inventory,
    update_professional,
)
from msp_desktop.services.register import register
from tests.conftest import TODAY


def fill(store: Store, chance: random.Random, number: int = 30) -> None:
    """Add professionals."""
    for _one in range(number):
        add_professional(store, Person(**person(chance)), {"profession": "medecin", **row(chance)})


def person(chance: random.Random) -> dict[str, str]:
    """Return what changes of a person."""
    return {
        "last_name": chance.choice(["Élan", "Elan", "Zola", "Abel"]),
        "civility": chance.choice(["", "Mme", "M."]),
        "phone": str(chance.random()),
    }


def row(chance: random.Random) -> dict[str, object]:
    """Return what changes of a row of the register."""
    return {
        "profession": chance.choice(["medecin", "infirmier", "rebouteux", "astrologue"]),
        "place": chance.choice(list(Proximity)),
        "town": chance.choice(["Guéret", "Évaux"]),
        "age_band": chance.choice(list(AgeBand)),
        "age_noted_on": chance.choice([None, date(2025, 1, 1)]),
        "departure": chance.choice(list(Departure)),
        "works_alone": chance.choice(list(Tri)),
        "ready": chance.choice(list(Tri)),
    }


def from_scratch(store: Store) -> InventoryView:
    """Return the inventory as somebody reads it who knows nothing yet, inside a write that changes nothing."""
    with store.write("Rien") as tx:
        return inventory_view(tx, TODAY)


def act(store: Store, chance: random.Random) -> None:
    """Do something to the register, or take it back, or do it again."""
    ids = [row.id for row in store.reader.all(HealthProfessional)]
    what = chance.choice(["add", "row", "row", "person", "delete", "age", "undo", "undo", "redo"])
    if what == "add":
        fill(store, chance, chance.choice([1, 1, 3, 80]))
    elif what == "row" and ids:
        update_professional(store, chance.choice(ids), Change(HealthProfessional, **row(chance)))
    elif what == "person" and ids:
        update_professional(store, chance.choice(ids), Change(Person, **person(chance)))
    elif what == "delete" and ids:
        delete_professionals(store, chance.sample(ids, min(len(ids), chance.choice([1, 2, 50]))))
    elif what == "age":
        update_inventory(store, Change(Inventory, retirement_age=chance.choice([62, 67])))
    elif what == "undo" and store.history.undo_label():
        store.undo()
    elif what == "redo" and store.history.redo_label():
        store.redo()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_undone_and_redone_the_inventory_is_what_it_is_from_scratch(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    fill(store, chance)
    for _step in range(40):
        act(store, chance)
        if chance.random() < 0.7:  # several changes come between two looks too
            seen = inventory_view(store.reader, TODAY)
            assert seen == from_scratch(store)
            assert register(store.reader).tally == tallied(seen.professionals)


def test_after_an_edit_only_the_view_of_what_changed_is_a_new_object(store: Store) -> None:
    fill(store, random.Random(3))
    before = {view.id: view for view in professional_views(store.reader)}
    spans = set(map(id, inventory_view(store.reader, TODAY).departures))
    for change in (Change(HealthProfessional, town="Aubusson"), Change(Person, phone="05 55 00 00 00")):
        update_professional(store, 7, change)
        after = {view.id: view for view in professional_views(store.reader)}
        assert [key for key, view in after.items() if view is not before[key]] == [7]
        before = after
    assert sum(id(span) not in spans for span in inventory_view(store.reader, TODAY).departures) <= 1
