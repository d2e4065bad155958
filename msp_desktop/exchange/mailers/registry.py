"""Read the Windows registry; on another system it is empty."""

from __future__ import annotations

import sys
from collections.abc import Callable

#: Takes a key's path (without its root) and a value's name (empty for the default); returns its text or None.
ReadValue = Callable[[str, str], str | None]


def read_value(key: str, name: str = "") -> str | None:
    """Return a text of the registry, the user's before the computer's; None where there is none."""
    if sys.platform != "win32":
        return None
    import winreg

    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
            try:
                with winreg.OpenKey(root, key, 0, winreg.KEY_READ | view) as opened:
                    value = winreg.QueryValueEx(opened, name)[0]
            except OSError:
                continue
            if isinstance(value, str) and value.strip():
                return winreg.ExpandEnvironmentStrings(value)
    return None
