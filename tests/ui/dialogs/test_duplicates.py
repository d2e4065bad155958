"""Both cards side by side: what differs is chosen, made one in a step, or said to be two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services.duplicates import duplicates
from msp_desktop.services.people import add_person
from msp_desktop.ui.dialogs.duplicates import Duplicates
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, says

Show = Callable[[Duplicates], Duplicates]


@pytest.fixture
def pairs(workspace: Workspace) -> list[tuple[int, int]]:
    """The ids of two pairs that look alike, beside whom the sample has."""
    assert duplicates(workspace.reader) == ()
    made = [
        add_person(workspace.store, Person(first_name=first, last_name=last, phone=phone)).id
        for first, last, phone in (
            ("Odile", "Vannier", "05 99 00 00 01"),
            ("Odile", "VANNIER", "05 99 00 00 02"),
            ("Basile", "Quentin-Ferrand", ""),
            ("Basile", "Quentin", ""),
        )
    ]
    return [(made[2], made[3]), (made[0], made[1])]


def chosen(dialog: Duplicates, words: str) -> QRadioButton:
    return next(one for one in dialog.findChildren(QRadioButton) if one.accessibleName().endswith(words))


def test_pair_after_pair_until_none_is_left(
    workspace: Workspace, pairs: list[tuple[int, int]], shown: Show, qtbot: QtBot
) -> None:
    dialog = shown(Duplicates(workspace))
    assert says(dialog, "Basile Quentin-Ferrand")
    button(dialog, _("They are two, keep both")).click()
    qtbot.waitUntil(lambda: says(dialog, "Odile VANNIER"))
    button(dialog, _("Make them one")).click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.result() == Duplicates.DialogCode.Accepted
    assert workspace.reader.find(Person, id=pairs[1][1]) is None
    assert all(workspace.reader.find(Person, id=key) for key in pairs[0])


def test_the_value_chosen_is_kept_and_the_other_is_in_the_notes(
    workspace: Workspace, pairs: list[tuple[int, int]], shown: Show
) -> None:
    dialog = shown(Duplicates(workspace, only=pairs[1]))
    chosen(dialog, "05 99 00 00 02").click()
    button(dialog, _("Make them one")).click()
    person = workspace.reader.one(Person, pairs[1][0])
    assert (person.last_name, person.phone) == ("Vannier", "05 99 00 00 02")
    assert "05 99 00 00 01" in person.notes
    assert "VANNIER" in person.notes


def test_later_leaves_a_pair_for_another_day(workspace: Workspace, pairs: list[tuple[int, int]], shown: Show) -> None:
    dialog = shown(Duplicates(workspace))
    for _pair in pairs:
        button(dialog, _("Later")).click()
    assert not dialog.isVisible()
    assert len(duplicates(workspace.reader)) == len(pairs)


def test_undo_shows_the_pair_again(
    workspace: Workspace, pairs: list[tuple[int, int]], shown: Show, qtbot: QtBot
) -> None:
    dialog = shown(Duplicates(workspace))
    button(dialog, _("They are two, keep both")).click()
    qtbot.waitUntil(lambda: says(dialog, "Odile VANNIER"))
    workspace.undo()
    qtbot.waitUntil(lambda: says(dialog, "Basile Quentin-Ferrand"))
