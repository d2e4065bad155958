"""What is handed to the rest of the computer: open a file, show it in its folder."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication


def open_outside(path: Path) -> bool:
    """Open a file or folder with what the computer has for it; never in tests, which have no desktop."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.platformName() == "offscreen":
        return False
    return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))


def show_in_folder(path: Path) -> None:
    """Open the folder with the file chosen in it; the folder alone where that cannot be asked."""
    app = QApplication.instance()
    if sys.platform == "win32" and isinstance(app, QApplication) and app.platformName() != "offscreen":
        # Explorer takes one word with its comma, and quotes around the path only: a list would quote it all.
        import subprocess  # nothing else asks for it before the first paint

        subprocess.Popen(f'explorer /select,"{path}"')
        return
    open_outside(path.parent)
