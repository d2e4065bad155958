"""Files dropped on the window: they go to the page that pre-fills, which says of each what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from msp_desktop import fleet
from msp_desktop.paths import DOSSIER_SUFFIX
from msp_desktop.ui.shell import actions

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


def takes(window: MainWindow, dragged: QMimeData) -> bool:
    """Tell whether what is dragged over the window may be dropped there: files, on a dossier that can be written."""
    workspace = window.workspace
    if workspace is None or workspace.read_only or fleet.present().forbids("DisableImport"):
        return False
    return bool(files_of(dragged))


def take(window: MainWindow, dropped: QMimeData) -> None:
    """Show the files dropped, which are looked at there."""
    actions.prefill(window, files_of(dropped))


def files_of(dragged: QMimeData) -> list[Path]:
    """Return the files of this computer among what is dragged; a dossier is no file to read into another."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() != DOSSIER_SUFFIX]
