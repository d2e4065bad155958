"""Where things lie: bundled resources and the user's own folders."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).parent

#: Name of the application's folders, and of the folder of copies in Documents.
APP_NAME = "Sante100jours"
COPIES_FOLDER = "Santé 100 jours"
DOSSIER_SUFFIX = ".msp100"


def resource(*parts: str) -> Path:
    """Return the path of a bundled resource, in a wheel or in a working copy."""
    bundled = _HERE / "_data" / "resources"
    root = bundled if bundled.is_dir() else _HERE.parent / "resources"
    return root.joinpath(*parts)


def data_folder() -> Path:
    """Return the per-user local folder of dossiers and settings (made if missing).

    The environment variable SANTE100JOURS_DATA moves it: portable use and tests.
    """
    moved = os.environ.get("SANTE100JOURS_DATA")
    if moved:
        folder = Path(moved)
    else:
        from platformdirs import user_data_path

        folder = user_data_path(APP_NAME, appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def dossiers_folder() -> Path:
    """Return the folder where new dossiers go by default (made if missing)."""
    folder = data_folder() / "Dossiers"
    folder.mkdir(exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Return the user's own folder « Santé 100 jours » in Documents (made if missing)."""
    moved = os.environ.get("SANTE100JOURS_DOCUMENTS")
    if moved:
        folder = Path(moved)
    else:
        from platformdirs import user_documents_path

        folder = user_documents_path() / COPIES_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def backups_folder() -> Path:
    """Return the folder of automatic copies (made if missing)."""
    folder = documents_folder() / "Sauvegardes"
    folder.mkdir(exist_ok=True)
    return folder
