"""A change names fields of its record, with values of their types: anything else is a bug found where it is made."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change, changes
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Person

DAY = date(2026, 4, 28)


def test_a_change_gives_the_record_its_new_values() -> None:
    action = Action(id=3, phase=1, position=2, title="Réunir", planned_on=DAY)
    change = Change(Action, planned_on=None, state=ActionState.DOING)
    assert change.applied_to(action) == Action(id=3, phase=1, position=2, title="Réunir", state=ActionState.DOING)
    assert action.planned_on == DAY


@pytest.mark.parametrize(
    "values",
    [
        {"planed_on": DAY},
        {"id": 4},
        {"planned_on": "2026-04-28"},
        {"planned_on": datetime(2026, 4, 28, 10)},
        {"state": "nowhere"},
        {"position": True},
        {"position": None},
        {"title": None},
    ],
    ids=str,
)
def test_a_name_or_a_value_that_cannot_be_is_refused_when_the_change_is_made(values: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Change(Action, **values)


def test_a_whole_number_is_taken_where_decimals_may_stand() -> None:
    assert Change(HealthProfessional, distance_km=3).values == {"distance_km": 3}


def test_a_word_given_back_as_text_by_qt_is_the_enumeration_s_again() -> None:
    assert Change(Action, state="doing").values["state"] is ActionState.DOING


def test_values_go_to_the_first_record_that_has_the_field() -> None:
    found = changes((Person, HealthProfessional), {"last_name": "Roche", "source": "ARS", "phone": "05"})
    assert [(change.record, dict(change.values)) for change in found] == [
        (Person, {"last_name": "Roche", "phone": "05"}),
        (HealthProfessional, {"source": "ARS"}),
    ]
    with pytest.raises(TypeError):
        changes((Person,), {"source": "ARS"})


def test_a_change_cannot_itself_be_changed() -> None:
    with pytest.raises(TypeError):
        Change(Action, title="A").values["title"] = "B"  # type: ignore[index]
