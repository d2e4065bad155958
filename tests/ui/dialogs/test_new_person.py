"""Somebody new, made where one types them: told apart by what is written, corrected by who knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Category, Person
from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.new_person import NewPerson
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
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


def test_how_to_reach_them_is_kept_with_them(workspace: Workspace, shown: Callable[[NewPerson], NewPerson]) -> None:
    dialog = shown(NewPerson(workspace, ""))
    named(dialog, QLineEdit, _("Name")).setText("Roche")
    named(dialog, QLineEdit, _("Telephone")).setText("01 99 00 12 34")
    email = named(dialog, QLineEdit, _("E-mail"))
    email.setText("roche@")
    button(dialog, _("Add")).click()
    assert dialog.isVisible(), "what is no address is said, and nothing is lost"
    email.setText("Roche <roche@exemple.fr>")
    button(dialog, _("Add")).click()
    assert (dialog.outcome.phone, dialog.outcome.email) == ("01 99 00 12 34", "roche@exemple.fr")


def test_a_professional_whose_trade_is_chosen_is_in_the_inventory(
    workspace: Workspace, shown: Callable[[NewPerson], NewPerson]
) -> None:
    dialog = shown(NewPerson(workspace, "Jeanne Martin"))
    trade = named(dialog, QComboBox, _("Profession"))
    assert not trade.isVisible()
    kind = named(dialog, ChoiceField, _("Family"))
    kind.show_typed(Category.PROFESSIONAL)
    kind.request_value.emit(Category.PROFESSIONAL)
    assert trade.isVisible()
    trade.setCurrentIndex(0)
    button(dialog, _("Add")).click()
    assert workspace.reader.find(HealthProfessional, person_id=dialog.outcome.id) is not None
    assert dialog.outcome.category is Category.PROFESSIONAL


def test_what_is_typed_is_there_again_after_a_crash(
    workspace: Workspace, shown: Callable[[NewPerson], NewPerson]
) -> None:
    dialog = shown(NewPerson(workspace, ""))
    named(dialog, QLineEdit, _("Name")).setText("Roche")
    workspace.kept.finish()
    again = Workspace(workspace.store, lambda: NOW)
    assert named(NewPerson(again, ""), QLineEdit, _("Name")).text() == "Roche"
    named(dialog, QLineEdit, _("Name")).clear()
