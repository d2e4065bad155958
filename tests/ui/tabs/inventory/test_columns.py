"""Unknown is a value one can see and choose in each register's lists, and what a new row has."""

from __future__ import annotations

import pytest

from msp_desktop.domain.inventory import STRENGTH_UNKNOWN, Need
from msp_desktop.domain.inventory_words import NO_STRENGTH
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.tabs.inventory.columns import register_columns
from msp_desktop.ui.workspace import Workspace


def columns(register: str, workspace: Workspace) -> dict[str, Column]:
    made = register_columns(register, lambda *_written: None, workspace)
    return {column.title: column for column in made}


@pytest.mark.parametrize(
    ("register", "position", "words"),
    [
        ("professionals", 3, "non connu"),
        ("professionals", 4, "non renseigné"),
        ("professionals", 5, "non renseigné"),
        ("professionals", 6, "non renseigné"),
        ("needs", 3, NO_STRENGTH),
    ],
)
def test_unknown_is_among_the_choices_in_words(workspace: Workspace, register: str, position: int, words: str) -> None:
    column = list(columns(register, workspace).values())[position]
    assert column.choices is not None
    assert words in [shown for _value, shown in column.choices()]


def test_a_need_of_which_nobody_said_how_strong_says_so(workspace: Workspace) -> None:
    column = list(columns("needs", workspace).values())[3]
    need = Need(id=1, position=1, title="Un dentiste")
    assert column.text(need) == NO_STRENGTH
    assert column.edited(need) == str(STRENGTH_UNKNOWN)


def test_a_strength_chosen_is_stored_as_a_number(workspace: Workspace) -> None:
    written: list[tuple[object, ...]] = []
    made = register_columns("needs", lambda *values: written.append(values), workspace)
    assert made[3].write is not None
    made[3].write(Need(id=7, position=1, title="Un dentiste"), "3")
    assert written == [(7, {"strength": 3})]
