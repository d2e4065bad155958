"""Open a dialog and be rid of it: a hidden one would go on writing into a dossier closed since."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from msp_desktop.ui.workspace import Workspace


def run(dialog: QDialog, workspace: Workspace | None = None) -> bool:
    """Open a dialog until it is closed; tell whether it was accepted. It may be read until the next event.

    In a dialog on a dossier undo and redo work as in the window, whose own keys a dialog holds back, and what is typed
    is written before it goes.
    """
    if workspace is not None:
        give_undo(dialog, workspace)
        dialog.finished.connect(lambda _result: workspace.flush())
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


def give_undo(dialog: QDialog, workspace: Workspace) -> None:
    """Let the keys of undo and redo work in a dialog on a dossier."""
    for keys, act in (
        (QKeySequence.StandardKey.Undo, workspace.undo),
        (QKeySequence.StandardKey.Redo, workspace.redo),
    ):
        QShortcut(keys, dialog).activated.connect(act)
