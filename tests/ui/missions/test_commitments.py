"""Whom the référent reports to, and what an arrêté needs: nothing of ours is there until it is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from msp_desktop.domain.change import Change
from msp_desktop.domain.missions import Commitment
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent, ReferentKind
from msp_desktop.services import missions
from msp_desktop.services import referent as service
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.missions.commitments import Commitments
from msp_desktop.ui.tabs.referent.decree_form import DecreeForm
from msp_desktop.ui.tabs.referent.tab import ReferentTab
from msp_desktop.ui.workspace import Workspace


@pytest.fixture
def workspace(window: MainWindow, qtbot: QtBot) -> Workspace:
    window.go_to("referent")
    page = window.current_page()
    assert isinstance(page, ReferentTab)
    assert window.workspace is not None
    for row in window.workspace.reader.all(Commitment):
        missions.delete_commitment(window.workspace.store, row.id)
    return window.workspace


def lines(workspace: Workspace) -> list[str]:
    return [row.audience for row in workspace.reader.all(Commitment, order="position")]


def test_proposals_are_added_one_by_one_and_say_that_they_are_ours(window: MainWindow, workspace: Workspace) -> None:
    panel = window.findChildren(Commitments)[0]
    assert not panel._frame.isVisible()
    entries = [entry for entry in panel.menu().actions() if not entry.isSeparator()]
    assert len(entries) == 5
    assert all("hors du kit" in entry.text() for entry in entries[:4])
    entries[1].trigger()
    assert lines(workspace) == ["Le conseil municipal"]
    assert panel._frame.isVisible()
    assert len([entry for entry in panel.menu().actions() if not entry.isSeparator()]) == 4


def test_a_line_of_the_town_s_own_is_written_where_it_stands(window: MainWindow, workspace: Workspace) -> None:
    panel = window.findChildren(Commitments)[0]
    panel.menu().actions()[-1].trigger()
    assert lines(workspace) == [""]


def test_the_decree_s_fields_are_there_where_functions_are_delegated(window: MainWindow, workspace: Workspace) -> None:
    form = window.findChildren(DecreeForm)[0]
    assert form.isVisible()
    service.update_term(workspace.store, Change(Referent, delegated=False))
    assert not form.isVisible()
    service.update_term(workspace.store, Change(Referent, delegated=True, functions=""))
    assert form.isVisible()
    assert form._propose.isVisible()
    form._propose.click()
    assert not form._propose.isVisible()
    service.set_kind(workspace.store, ReferentKind.STAFF)
    assert not form.isVisible()


def test_a_health_professional_is_warned_on_screen(window: MainWindow, workspace: Workspace) -> None:
    page = window.current_page()
    assert page is not None

    def said() -> str:
        return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())

    assert "profession de santé" not in said()
    service.update_referent_person(workspace.store, False, Change(Person, function="adjointe, infirmière"))
    assert "Mme Nadia Roche exerce une profession de santé" in said()
