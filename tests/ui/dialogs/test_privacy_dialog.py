"""Personal data: the rule is written as it is left, people to look at are ticked to be deleted, the day is noted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services.people import add_person
from msp_desktop.services.privacy import retention
from msp_desktop.ui.dialogs.forget_dialog import ForgetDialog
from msp_desktop.ui.dialogs.privacy_dialog import PAPERS, PrivacyDialog
from msp_desktop.ui.widgets.tick import Tick
from msp_desktop.ui.workspace import Workspace
from tests.ui.find import button, named, says
from tests.ui.modal import dialog

LATER = datetime(2027, 6, 1, 9)


@pytest.fixture
def later(qtbot: QtBot, store: Store) -> Workspace:
    """A year later, with two people of whom nothing is noted."""
    for name in ("Duval", "Morel"):
        add_person(store, Person(first_name="Claude", last_name=name))
    return Workspace(store, lambda: LATER)


@pytest.fixture
def box(later: Workspace, shown: Callable[[PrivacyDialog], PrivacyDialog]) -> PrivacyDialog:
    return shown(PrivacyDialog(later))


def test_the_town_writes_its_own_rule(box: PrivacyDialog, later: Workspace, qtbot: QtBot) -> None:
    field = named(box, QPlainTextEdit, _("How long they are kept"))
    field.selectAll()
    qtbot.keyClicks(field, "Deux ans.")
    later.flush()
    assert retention(later.reader) == "Deux ans."


def test_who_is_ticked_is_deleted_everywhere_the_others_are_kept(
    box: PrivacyDialog, later: Workspace, qtbot: QtBot
) -> None:
    duval, _morel = box.findChildren(Tick)
    assert not button(box, _("Delete those ticked…")).isEnabled()
    qtbot.mouseClick(duval, Qt.MouseButton.LeftButton)

    def act(forget: ForgetDialog) -> None:
        qtbot.waitUntil(button(forget, _("Delete everywhere")).isEnabled)
        button(forget, _("Delete everywhere")).click()
        qtbot.waitUntil(lambda: says(forget, _("Done")))

    with dialog(ForgetDialog, act):
        button(box, _("Delete those ticked…")).click()
    assert [person.last_name for person in later.reader.all(Person)] == ["Morel"]
    assert len(box.findChildren(Tick)) >= 1


def test_the_day_it_was_looked_at_is_noted_and_said(box: PrivacyDialog, later: Workspace) -> None:
    assert says(box, _("Not looked at yet."))
    button(box, _("Looked at: the others are kept")).click()
    assert later.reader.one(Commune, 1).privacy_reviewed_on == LATER.date()
    later.undo()
    assert later.reader.one(Commune, 1).privacy_reviewed_on is None


def test_its_papers_are_asked_for(box: PrivacyDialog, later: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(later.request_papers) as asked:
        button(box, _("The notice and the register sheet…")).click()
    assert asked.args == [list(PAPERS), None]
