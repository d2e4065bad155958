"""Where a dossier lies: synchronised and shared folders are no place to keep one."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.copies import write_copy
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.files import free_path
from msp_desktop.paths import dossiers_folder

_SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "kdrive", "pcloud")


def is_risky(path: Path) -> bool:
    """Tell whether a path looks like a synchronised folder or a network share."""
    text = str(path.absolute())
    if text.startswith(("\\\\", "//")):
        return True
    return any(name in part.lower() for part in path.absolute().parts for name in _SYNCHRONISED)


def bring_home(path: Path) -> Path:
    """Copy a dossier to this computer's own folder and return the copy's path; the first one stays."""
    store = open_dossier(path)
    try:
        target = free_path(dossiers_folder() / path.name)
        write_copy(store.connection, target)
    finally:
        close_dossier(store)
    return target
