"""The window's search: what does it is imported when somebody first searches, whatever dossier is open then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.ui.shell.tab_bar import TabBar
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.search.finder import Finder


class Search:
    """Hand on to the finder, once there is one; before that, only the first key and Ctrl+F make it."""

    def __init__(self, window: MainWindow, bar: TabBar) -> None:
        self._window, self._bar = window, bar
        self._finder: Finder | None = None
        bar.field.textEdited.connect(self._on_typed)

    def begin(self) -> None:
        """Put the keyboard in the field of search."""
        if self._window.workspace is not None:
            self._made(self._window.workspace).begin()

    def open_on(self, workspace: Workspace) -> None:
        """Search a dossier just opened."""
        if self._finder is not None:
            self._finder.open_on(workspace)

    def close(self) -> None:
        """Let go of the dossier, and of all that was read of it."""
        if self._finder is not None:
            self._finder.close()

    def take_down(self) -> None:
        """Delete the page of results: everything is laid out anew."""
        if self._finder is not None:
            self._finder.take_down()

    def _on_typed(self, text: str) -> None:
        """Search from the first key; from then on the finder hears the field itself."""
        if self._finder is None and self._window.workspace is not None:
            self._made(self._window.workspace).typed(text)

    def _made(self, workspace: Workspace) -> Finder:
        if self._finder is None:
            from msp_desktop.ui.search.finder import Finder

            self._finder = Finder(self._window, self._bar.field)
            self._finder.open_on(workspace)
        return self._finder
