"""Files dropped on the window: an answer is shown, others go to the page that pre-fills, or to the federation's."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer

from msp_desktop import fleet
from msp_desktop.paths import DOSSIER_SUFFIX
from msp_desktop.ui.shell import actions, replies

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


def takes(window: MainWindow, dragged: QMimeData) -> bool:
    """Tell whether what is dragged over the window may be dropped there: files, on a dossier that can be written."""
    workspace, alone = window.workspace, window.alone_page()
    if alone is not None:
        return alone.takes_files() and bool(places_of(dragged))
    if workspace is None or workspace.read_only:
        return False
    files = files_of(dragged)
    if any(map(replies.may_be_a_reply, files)):
        return True
    return bool(files) and not fleet.present().forbids("DisableImport")


def take(window: MainWindow, dropped: QMimeData) -> None:
    """Show the files dropped, which are looked at there: an answer before all others, since it has a box of its own."""
    alone = window.alone_page()
    if alone is not None:
        alone.take_files(places_of(dropped))
        return
    files = files_of(dropped)
    answer = next(filter(replies.may_be_a_reply, files), None)
    if answer is None:
        actions.prefill(window, files)
    else:
        QTimer.singleShot(0, window, partial(replies.open_reply, window, answer))  # what was dragged is let go first


def files_of(dragged: QMimeData) -> list[Path]:
    """Return the files of this computer among what is dragged; a dossier is no file to read into another."""
    return [path for path in places_of(dragged) if path.suffix.casefold() != DOSSIER_SUFFIX]


def places_of(dragged: QMimeData) -> list[Path]:
    """Return the files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
