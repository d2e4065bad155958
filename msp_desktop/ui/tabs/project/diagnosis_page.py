"""The page « diagnosis »."""

from __future__ import annotations

from typing import Any

from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.workspace import Workspace


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return DiagnosisPage(workspace)


class DiagnosisPage(Page):
    """Nothing yet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read again what these records concern."""

    def show_target(self, target: Any) -> None:
        """Show one thing of this page."""

    def paper(self) -> tuple[str, int | None]:
        """Return the document of this page."""
        return "timeline", None

    def focus_main(self) -> None:
        """Put the keyboard where work starts."""
