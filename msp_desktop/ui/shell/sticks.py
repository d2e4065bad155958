"""The sticks plugged in: volumes that can be taken away, ready and not protected."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStorageInfo

from msp_desktop.services.stick import Stick

#: Where Linux desktops show what is plugged in.
_PLUGGED = ("/media/", "/run/media/")
#: What Windows calls a drive that can be taken away.
_REMOVABLE = 2


def sticks() -> list[Stick]:
    """Return the sticks plugged in, by name."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and is_removable(volume.rootPath()):
            found.append(Stick(volume.displayName() or volume.rootPath(), Path(volume.rootPath())))
    return sorted(found, key=lambda stick: stick.label)


def is_removable(root: str) -> bool:
    """Tell whether a volume can be taken away, by where it is."""
    if sys.platform == "win32":
        import ctypes

        windows: Any = ctypes  # what only Windows has of it
        return bool(windows.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
    return root.startswith(_PLUGGED)
