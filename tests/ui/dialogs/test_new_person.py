"""Somebody new, made where one types them: told apart by what is written, corrected by who knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from msp_desktop.domain.people import Category, Person
from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.new_person import NewPerson
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Jeanne Martin", ("", "Jeanne", "Martin", "")),
        ("Mme Jeanne Martin", ("Mme", "Jeanne", "Martin", "")),
        ("Dr de La Rochefoucauld", ("Dr", "", "de La Rochefoucauld", "")),
        ("Maison de santé du Val", ("", "", "", "Maison de santé du Val")),
    ],
)
def test_what_is_typed_is_told_apart(
    workspace: Workspace, shown: Callable[[NewPerson], NewPerson], words: str, parts: tuple[str, ...]
) -> None:
    dialog = shown(NewPerson(workspace, words))
    button(dialog, _("Add")).click()
    person = dialog.outcome
    assert (person.civility, person.first_name, person.last_name, person.organisation) == parts
    assert workspace.reader.one(Person, person.id).category is Category.OTHER


def test_nobody_without_a_name_is_added(workspace: Workspace, shown: Callable[[NewPerson], NewPerson]) -> None:
    dialog = shown(NewPerson(workspace, "Jeanne Martin"))
    named(dialog, QLineEdit, _("First name")).clear()
    named(dialog, QLineEdit, _("Name")).clear()
    before = workspace.reader.all(Person)
    button(dialog, _("Add")).click()
    assert dialog.isVisible()
    assert workspace.reader.all(Person) == before
    named(dialog, QLineEdit, _("First name")).setText("Jeanne")  # as it was: closing asks nothing
    named(dialog, QLineEdit, _("Name")).setText("Martin")
