"""The page « Rôles »."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from msp_desktop.i18n import _
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.tabs.actors.page import Page
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.layouts import column, scrolled
from msp_desktop.ui.workspace import Workspace


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return RolesPage(workspace)


class RolesPage(Page):
    """Responsibility by responsibility, who leads, who takes part, who is kept informed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.main = MainButton(_("Begin with the responsibilities proposed"), "plus")
        self._empty = EmptyPage(
            "people",
            _("Who does what"),
            _("Responsibility by responsibility, who leads, who takes part, who is kept informed."),
            _("Begin with the responsibilities proposed"),
        )
        self.setLayout(column(scrolled(self._empty)))

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read again what these records concern and show it."""

    def show_target(self, target: Any) -> None:
        """Show one thing of this page."""

    def place_of(self, key: DraftKey) -> Any:
        """Return what shows the record words wait for; None where it is not here."""
        return None

    def paper(self) -> tuple[str, int | None]:
        """Return the document of this page."""
        return "timeline", None

    def focus_main(self) -> None:
        """Put the keyboard on the button of the empty page."""
        self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)
