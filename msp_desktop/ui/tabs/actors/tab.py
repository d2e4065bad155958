"""The tab « Acteurs et suivi »: who is who, what was said, what is owed."""

from __future__ import annotations

from msp_desktop.i18n import _
from msp_desktop.ui.paged.tab import PagedTab
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.tabs.actors.pages import PAGES
from msp_desktop.ui.workspace import Workspace


def make(workspace: Workspace) -> Tab:
    """Return this tab on a dossier."""
    return PagedTab(workspace, _("People and follow-up"), PAGES)
