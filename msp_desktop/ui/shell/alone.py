"""A page about no open dossier: what the window's own keys, files dropped on it and F1 do there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget


class AlonePage(QWidget):
    """A page with a title and a corner of its own; by itself it has no tabs, and takes no file."""

    #: The page of help that F1 shows.
    help_page = "start"

    def title(self) -> str:
        """Return what the window's title says of it."""
        return ""

    def corner(self) -> str:
        """Return what stands at the right of the status line."""
        return ""

    def step_tab(self, by: int) -> None:
        """Show the next of its tabs, or the one before."""

    def panes(self) -> Sequence[QWidget]:
        """Return its parts, from one to the next of which F6 goes."""
        return (self,)

    def takes_files(self) -> bool:
        """Tell whether files may be dropped on it now."""
        return False

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take what was dropped on it: files and folders."""

    def undo(self) -> None:
        """Take back what was just done, as the status line offers."""

    def leave(self) -> None:
        """End what it is doing: another page takes its place."""

    def busy_words(self) -> str:
        """Return what is still going on in it, nothing where it may be left."""
        return ""


def with_name(title: str) -> str:
    """Return the title of the window for a page's own, or the program's name alone."""
    return f"{title} – Santé 100 jours" if title else "Santé 100 jours"
