"""The points de vigilance in their panel: read, followed, set aside with a reason, brought back, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.domain.vigilance.records import AlertSign, VigilanceAside
from msp_desktop.services.alert_signs import alert_signs, tick_sign
from msp_desktop.services.vigilance import set_aside
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.chips import vigilance_words
from msp_desktop.ui.shell.vigilance_panel import VigilancePanel
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, named, says


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> VigilancePanel:
    """The panel on a new dossier, on its thirty-seventh day: two points stand."""
    made = VigilancePanel(workspace)
    qtbot.addWidget(made)
    made.resize(456, 700)
    workspace.changed.connect(made.refresh)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def reasons(workspace: Workspace) -> dict[str, str]:
    return {row.code: row.reason for row in workspace.reader.all(VigilanceAside)}


def line(panel: VigilancePanel) -> QLineEdit:
    """The line of the first card in which a reason is asked for."""
    return next(
        one
        for one in panel.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName() == "Mettre de côté, parce que"
    )


def test_each_point_says_what_why_and_what_to_do(panel: VigilancePanel) -> None:
    assert panel.heading.text() == "2 points de vigilance"
    assert says(panel, "La phase 2 a commencé, et aucune question de l’état des lieux n’a encore son constat.")
    assert says(panel, "Pourquoi\u00a0: sans constat partagé")
    assert says(panel, "Que faire\u00a0: appeler la fédération")
    for title in ("Lancer un projet immobilier sans équipe", "Ne chercher que des médecins"):
        assert says(panel, title), "the five errors are listed though they are not set off"


def test_it_leads_to_the_place(panel: VigilancePanel, workspace: Workspace) -> None:
    asked = QSignalSpy(workspace.request_tab)
    button(panel, "Ouvrir le journal").click()
    button(panel, "Compléter les constats").click()
    assert asked.at(0) == ["actors", "journal"]
    assert asked.at(1)[0] == "inventory"


def test_it_is_set_aside_with_a_reason_inside_the_card_and_brought_back(
    panel: VigilancePanel, workspace: Workspace, qtbot: QtBot
) -> None:
    button(panel, "Mettre de côté\u00a0: S’engager seul").click()
    qtbot.keyClicks(line(panel), "Rendez-vous le 4 mai")
    assert reasons(workspace) == {}, "no clock sets anything aside"
    card = line(panel).parentWidget()
    assert card is not None
    button(card, "Garder").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(5)
    assert reasons(workspace) == {}, "the keyboard goes through the card"
    qtbot.keyClick(line(panel), Qt.Key.Key_Return)
    assert reasons(workspace) == {"seul": "Rendez-vous le 4 mai"}
    assert panel.heading.text() == "1 point de vigilance"
    assert says(panel, "Mis de côté le mardi\u00a028\u00a0avril\u00a0: «\u00a0Rendez-vous le 4 mai\u00a0»")
    button(panel, "Remettre\u00a0: S’engager seul").click()
    assert reasons(workspace) == {}
    workspace.undo()
    assert reasons(workspace) == {"seul": "Rendez-vous le 4 mai"}
    workspace.undo()
    assert panel.heading.text() == "2 points de vigilance"


def test_a_reason_given_up_is_gone_and_none_is_refused(
    panel: VigilancePanel, workspace: Workspace, qtbot: QtBot
) -> None:
    refused = QSignalSpy(workspace.refused)
    button(panel, "Mettre de côté\u00a0: S’engager seul").click()
    card = line(panel).parentWidget()
    assert card is not None
    button(card, "Mettre de côté").click()
    assert refused.count() == 1
    qtbot.keyClicks(line(panel), "A voir")
    button(card, "Garder").click()
    workspace.flush()
    assert reasons(workspace) == {}
    assert not [one for one in panel.findChildren(QLineEdit) if one.isVisible() and "parce que" in one.accessibleName()]


def test_a_reason_begun_is_kept_when_one_goes_elsewhere(
    panel: VigilancePanel, workspace: Workspace, qtbot: QtBot
) -> None:
    button(panel, "Mettre de côté\u00a0: S’engager seul").click()
    qtbot.keyClicks(line(panel), "Vu avec ARS")
    workspace.flush()
    assert reasons(workspace) == {"seul": "Vu avec ARS"}


def test_a_sign_of_the_first_day_is_ticked_with_a_note(
    panel: VigilancePanel, workspace: Workspace, qtbot: QtBot
) -> None:
    button(panel, "Des départs sont annoncés").click()
    assert alert_signs(workspace.reader)[2].noted_on == TODAY
    row = panel.signs.row("departs")
    assert row is not None
    qtbot.keyClicks(row.note.editor("note"), "deux cet automne")
    workspace.flush()
    assert [sign.note for sign in workspace.reader.all(AlertSign)] == ["deux cet automne"]
    assert says(panel, "Noté dès l’arrivée\u00a0: des départs sont annoncés (deux cet automne).")
    workspace.undo()
    workspace.undo()
    assert alert_signs(workspace.reader)[2].noted_on is None


def test_none_left_says_so_and_the_panel_opens_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: bool(button(window, vigilance_words(workspace).text)), timeout=10_000)
    for code in ("murs-avant-equipe", "medecin-seul", "sans-diagnostic", "attendre-autrui", "seul"):
        set_aside(workspace.store, code, "Vu en réunion de maire et adjoints.", TODAY)
    words = vigilance_words(workspace)
    assert (words.text, words.kind) == ("rien à signaler", "soft")
    qtbot.waitUntil(lambda: says_chip(window, "rien à signaler"), timeout=5000)
    named(window, type(button(window, "rien à signaler")), "rien à signaler").click()
    assert window.panel_open() == "vigilances"


def says_chip(window: MainWindow, words: str) -> bool:
    from PySide6.QtWidgets import QPushButton

    return any(one.accessibleName() == words for one in window.findChildren(QPushButton))


def test_the_count_agrees(workspace: Workspace) -> None:
    assert vigilance_words(workspace).text == "2 points de vigilance"
    set_aside(workspace.store, "seul", "Rendez-vous pris.", TODAY)
    assert vigilance_words(workspace).text == "1 point de vigilance"


def test_words_that_wait_are_shown_where_they_stand(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    tick_sign(workspace.store, "isoles", True, TODAY)
    sign = workspace.reader.all(AlertSign)[0]
    assert window.show_place(DraftKey("new", "seul", "Mettre de côté, parce que"))
    assert window.panel_open() == "vigilances"
    window.turn_panel("vigilances")
    assert window.show_place(DraftKey("AlertSign", sign.id, "note"))
    assert window.current_key() == "timeline"
