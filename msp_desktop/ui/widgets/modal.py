"""Open a dialog and be rid of it: a hidden one would go on writing into a dossier closed since."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QToolTip

from msp_desktop.ui.shell.messages import hushed
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.fit_screen import fit_screen
from msp_desktop.ui.workspace import Workspace


def run(dialog: QDialog, workspace: Workspace | None = None) -> bool:
    """Open a dialog until it is closed; tell whether it was accepted. It may be read until the next event.

    In a dialog on a dossier undo and redo work as in the window, whose own keys a dialog holds back, and what is typed
    is written before it goes.
    """
    if workspace is not None:
        give_undo(dialog, workspace)
        dialog.finished.connect(lambda _result: workspace.flush())
    fit_screen(dialog)
    try:
        return not hushed() and bool(dialog.exec())
    finally:
        dialog.deleteLater()


def give_undo(dialog: QDialog, workspace: Workspace) -> None:
    """Let the keys of undo and redo work in a dialog on a dossier."""
    for keys, act in (
        (QKeySequence.StandardKey.Undo, workspace.undo),
        (QKeySequence.StandardKey.Redo, workspace.redo),
    ):
        QShortcut(keys, dialog).activated.connect(lambda act=act: _act_aloud(dialog, workspace, act))


def _act_aloud(dialog: QDialog, workspace: Workspace, act: Callable[[], None]) -> None:
    """Undo or redo, and say in the dialog what that was: the window's own line is behind it."""
    heard: list[str] = []

    def hear(sentence: str, _can_undo: bool) -> None:
        heard[:] = [sentence]

    connection = workspace.said.connect(hear)
    act()
    workspace.said.disconnect(connection)
    if heard:
        announce(dialog, heard[0])
        QToolTip.showText(dialog.mapToGlobal(QPoint(24, dialog.height() - 40)), heard[0], dialog)
