"""Fixtures of what needs a window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW


@pytest.fixture
def workspace(qtbot: QtBot, store: Store) -> Workspace:
    """A workspace on the fictitious commune, on 28 April 2026 at 14:32."""
    return Workspace(store, lambda: NOW)
