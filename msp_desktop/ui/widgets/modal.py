"""Open a dialog and be rid of it: a hidden one would go on writing into a dossier closed since."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def run(dialog: QDialog) -> bool:
    """Open a dialog until it is closed; tell whether it was accepted. It may be read until the next event."""
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()
