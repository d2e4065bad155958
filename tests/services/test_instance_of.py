"""A meeting is of the one instance of its kind, and has its name, hour and members; else it is of none."""

from __future__ import annotations

from datetime import time

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.instances import Instance
from msp_desktop.services.instance_of import given_by, instance_for, of_instance
from msp_desktop.services.instances import add_instance, update_instance


def test_none_is_meant_where_there_is_none_or_two(store: Store) -> None:
    assert of_instance(store.reader, "copil") == {}
    only = add_instance(store, "COPIL du Val", "copil")
    assert instance_for(store.reader, "copil") == store.reader.one(Instance, only.id)
    assert of_instance(store.reader, "copil")["title"] == "COPIL du Val"
    add_instance(store, "Autre COPIL", "copil")
    assert of_instance(store.reader, "copil") == {}


def test_a_meeting_has_the_hour_of_its_instance_where_it_has_one(store: Store) -> None:
    only = add_instance(store, "COPIL", "copil")
    assert "starts_at" not in given_by(only)
    update_instance(store, only.id, Change(Instance, starts_at=time(14, 0)))
    assert given_by(store.reader.one(Instance, only.id))["starts_at"] == time(14, 0)
