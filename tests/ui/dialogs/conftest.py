"""The sample dossier under every dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def workspace(qtbot: QtBot, sample: Store) -> Workspace:
    """A workspace on the sample dossier, on 28 April 2026 at 14:32."""
    return Workspace(sample, lambda: NOW)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[D], D]:
    """Show a dialog and give it the keyboard; it is closed at the end."""

    def show(dialog: D) -> D:
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show
