"""A new professional is asked for a name and a profession, and told which one lacks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import messages
from msp_desktop.ui.tabs.inventory.small_dialogs import NewProfessionalDialog
from tests.ui.find import button
from tests.ui.modal import dialog


def test_without_a_profession_the_dialog_stays_with_its_words_and_leads_there(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.workspace is not None
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _parent, sentence: said.append(sentence))
    before = window.workspace.reader.all(HealthProfessional)
    window.go_to("inventory")

    def act(box: NewProfessionalDialog) -> None:
        qtbot.keyClick(box.last_name, Qt.Key.Key_Return)
        assert "nom" in said[-1]
        qtbot.keyClicks(box.last_name, "Roux")
        qtbot.keyClick(box.last_name, Qt.Key.Key_Return)
        assert said[-1] == "Choisissez d’abord le métier."
        assert box.isVisible()
        assert box.last_name.text() == "Roux"
        assert QApplication.focusWidget() is box.profession
        qtbot.keyClick(box.profession, Qt.Key.Key_Down)
        box.accept()
        assert not box.isVisible()

    with dialog(NewProfessionalDialog, act):
        button(window.current_page(), "Ajouter un professionnel").click()
    added = [row for row in window.workspace.reader.all(HealthProfessional) if row not in before]
    assert [bool(row.profession) for row in added] == [True]
