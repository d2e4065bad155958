"""Neighbouring towns: noted, the nearest first."""

from __future__ import annotations

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.errors import UserError
from msp_desktop.services import neighbours as service
from tests.conftest import TODAY


def test_towns_stand_from_near_to_far_and_those_of_unknown_distance_last(store: Store) -> None:
    far, unknown, near = (service.add_neighbour(store, name, TODAY) for name in ("Loin", "Ailleurs", "Près"))
    service.update_neighbour(store, far.id, Change(NeighbourTown, distance_km=14.0))
    service.update_neighbour(store, near.id, Change(NeighbourTown, distance_km=0.0))
    assert [town.town for town in service.neighbours(store.reader)] == ["Près", "Loin", "Ailleurs"]
    assert unknown.noted_on == TODAY


def test_what_is_noted_is_one_step_to_take_back(store: Store) -> None:
    town = service.add_neighbour(store, "Valbourg", TODAY)
    service.update_neighbour(store, town.id, Change(NeighbourTown, kept="Se réunir d’abord.", contact="la mairie"))
    store.undo()
    (kept,) = service.neighbours(store.reader)
    assert (kept.kept, kept.contact) == ("", "")
    service.delete_neighbours(store, [town.id])
    assert service.neighbours(store.reader) == []


def test_a_town_has_a_name(store: Store) -> None:
    with pytest.raises(UserError):
        service.add_neighbour(store, " ", TODAY)
    town = service.add_neighbour(store, "Valbourg", TODAY)
    with pytest.raises(UserError):
        service.update_neighbour(store, town.id, Change(NeighbourTown, town=""))
