"""Rows become records: what makes no sense in a file is damage, told with its table."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Any

import pytest

from msp_desktop.db.shape import decoded, fields_of
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.commune import Picture
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.meetings import Attendance

ACTION = {"id": 3, "phase": 1, "position": 2, "title": "null", "state": "doing", "planned_on": "2026-04-28"}
DOCUMENT = {
    "id": 1,
    "key": "agenda",
    "title": "Ordre du jour",
    "path": "a.pdf",
    "made_at": "2026-04-28 14:32:00.000000",
}


def row_of(record: type[Any], values: dict[str, Any]) -> tuple[Any, ...]:
    defaults = {"kit_code": None, "due_on": None, "done_on": None, "planned_start": None}
    usual = {
        shape.name: defaults.get(shape.name, 0 if shape.type in (int, bool) else "") for shape in fields_of(record)
    }
    return tuple((usual | values)[name] for name in usual)


def test_a_row_becomes_its_record() -> None:
    (action,) = decoded(Action, [row_of(Action, ACTION)])
    assert (action.id, action.title, action.state, action.kit_code) == (3, "null", ActionState.DOING, None)
    (document,) = decoded(ProducedDocument, [row_of(ProducedDocument, DOCUMENT)])
    assert document.made_at == datetime(2026, 4, 28, 14, 32)
    (picture,) = decoded(Picture, [(1, "arms", "image/png", b"\x89\x00")])
    assert picture.data == b"\x89\x00"
    assert decoded(Action, []) == []


@pytest.mark.parametrize(
    ("record", "values"),
    [
        (Action, ACTION | {"state": "nowhere"}),
        (Action, ACTION | {"planned_on": "soon"}),
        (Action, ACTION | {"planned_on": 12}),
        (Action, ACTION | {"title": None}),
        (Action, ACTION | {"title": 12}),
        (Action, ACTION | {"title": b"\x00"}),
        (Action, ACTION | {"position": "first"}),
        (ProducedDocument, DOCUMENT | {"made_at": 1e9}),
        (ProducedDocument, DOCUMENT | {"made_at": "2026-04-28T14:32:00Z"}),
    ],
    ids=lambda value: "" if isinstance(value, type) else str(list(value.items())[-1]),
)
def test_a_value_that_makes_no_sense_is_damage_in_a_table(record: type[Any], values: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.DatabaseError, match=r"^(action|produced_document): "):
        decoded(record, [row_of(record, values)])


def test_what_refers_to_another_table_and_what_is_unique_are_read_beside_the_type() -> None:
    shapes = {shape.name: shape for shape in fields_of(Attendance)}
    assert (shapes["person_id"].references, shapes["person_id"].on_delete) == ("person", "cascade")
    assert shapes["person_id"].type is int
    kit_code = next(shape for shape in fields_of(Action) if shape.name == "kit_code")
    assert (kit_code.unique, kit_code.optional, kit_code.type) == (True, True, str)
