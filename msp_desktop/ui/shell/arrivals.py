"""When the application is started again, or a dossier double-clicked, while the window is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from msp_desktop.i18n import _
from msp_desktop.paths import REPLY_SUFFIX
from msp_desktop.ui.shell.replies import open_reply
from msp_desktop.ui.widgets.patience import answer_of

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


def arrive(window: MainWindow, path: str) -> None:
    """Come forward and open the dossier named, nothing asked where it is open already."""
    come_forward(window)
    if path:
        if QApplication.activeModalWidget() is not None:
            window.say(_("First close the open box."))
        after_boxes(window, lambda: _open(window, Path(path)))


def come_forward(window: MainWindow) -> None:
    """Bring the window before the others, out of the task bar if it is there."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    front = QApplication.activeModalWidget() or window
    front.raise_()
    front.activateWindow()


def after_boxes(window: MainWindow, act: Callable[[], None]) -> None:
    """Act now, or once the box that waits for an answer is closed: what it is about must not change under it."""
    box = QApplication.activeModalWidget()
    if box is None:
        act()
    elif isinstance(box, QDialog):
        box.finished.connect(lambda _result: QTimer.singleShot(0, window, lambda: after_boxes(window, act)))


def _open(window: MainWindow, path: Path) -> None:
    if path.suffix.casefold() == REPLY_SUFFIX:
        open_reply(window, path)
        return
    with suppress(OSError):
        workspace = window.workspace
        if workspace is not None and answer_of(path, partial(os.path.samefile, workspace.store.path, path), False):
            return
    window.open_dossier(path)
