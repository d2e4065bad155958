"""What writes is out of use where a dossier can only be read."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


def test_it_stays_out_of_use_whatever_its_view_thinks_of_it(workspace: Workspace, qtbot: QtBot) -> None:
    button, menu = QPushButton("Ajouter"), QMenu()
    for widget in (button, menu):
        qtbot.addWidget(widget)
    entry = menu.addAction("Supprimer")
    lock(workspace, button, entry)
    assert button.isEnabled()
    assert entry.isEnabled()
    workspace.store.read_only, workspace.store.read_only_because = True, "Ce disque est protégé."
    lock(workspace, button, entry)
    button.setEnabled(True)
    button.setToolTip("Ajoute une ligne.")
    assert not button.isEnabled()
    assert "protégé" in button.toolTip()
    assert not entry.isEnabled()
    assert "protégé" in entry.toolTip()
    assert menu.toolTipsVisible()
