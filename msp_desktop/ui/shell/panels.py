"""The window's own panels: the one list from which each is made, when it is first opened.

By a panel's key goes its module in `ui/shell`, which has `make(workspace)`.
"""

from __future__ import annotations

from importlib import import_module

from msp_desktop.domain.vigilance.signals import CODES
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.shell.window_panel import WindowPanel
from msp_desktop.ui.workspace import Workspace

PANELS = {"vigilances": "vigilance_panel", "exchange": "exchange_panel"}


def panel_for(key: DraftKey) -> str | None:
    """Return the panel that alone shows the record words wait for, None where a tab does."""
    return "vigilances" if key.kind == "new" and key.id in CODES else None


def make_panel(key: str, workspace: Workspace) -> WindowPanel:
    """Return a new panel, its module imported only now."""
    made: WindowPanel = import_module(f"msp_desktop.ui.shell.{PANELS[key]}").make(workspace)
    return made
