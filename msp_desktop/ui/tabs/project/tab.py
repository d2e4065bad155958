"""The tab « Projet de santé »: the long road after day 100, and the town that carries or joins a CLS."""

from __future__ import annotations

from msp_desktop.i18n import _
from msp_desktop.ui.paged.tab import PagedTab
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.tabs.project.pages import PAGES
from msp_desktop.ui.workspace import Workspace


def make(workspace: Workspace) -> Tab:
    """Return this tab on a dossier."""
    return PagedTab(workspace, _("Health project"), PAGES)
