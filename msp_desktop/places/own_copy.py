r"""An account's own copy of the program, where it is installed for everybody too: it would hide that one, so it goes.

Windows runs this once in each account, as it logs on: the installers write it under `Active Setup` (packaging/README.md).
A newer copy stays: dossiers that it opened may be refused by an older program.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

#: The hidden word of the command line that app.py gives to `remove_own_copy`.
WORD = "remove-own-copy"
UNINSTALLER = "desinstaller.exe"


def goes(own: str, everybodys: str) -> bool:
    """Tell whether an account's own copy is no newer than everybody's; one whose version cannot be read is left alone."""
    try:
        return [int(part) for part in own.split(".")] <= [int(part) for part in everybodys.split(".")]
    except ValueError:
        return False


def uninstalling(folder: Path) -> str:
    """Return the command line that removes a copy in silence and ends when it is done: its last word takes no quotes."""
    return f'"{folder / UNINSTALLER}" /S _?={folder}'


def remove_own_copy(name: str, shown: str, everybodys: str) -> int:
    """Remove this account's own copy of a program where it is not newer than everybody's version; return an exit code.

    Its dossiers and its documents stay: its own uninstaller removes it. Its shortcuts are called `shown`.
    """
    own = _own_copy(name)
    if own is None:
        return 0
    version, folder = own
    if folder == Path(sys.executable).parent or not goes(version, everybodys):
        return 0
    if not (folder / UNINSTALLER).is_file():
        _forget(name, shown)
        return 0
    code = subprocess.run(uninstalling(folder), check=False).returncode
    if code == 0:
        (folder / UNINSTALLER).unlink(missing_ok=True)  # before 1.7 it could not remove itself
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return code


def _own_copy(name: str) -> tuple[str, Path] | None:
    """Return the version and the folder of this account's own copy, None where there is none, or no Windows."""
    if sys.platform != "win32":
        return None
    import winreg

    try:
        with winreg.OpenKey(
            winreg.HKEY_CURRENT_USER, rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{name}"
        ) as key:
            version = winreg.QueryValueEx(key, "DisplayVersion")[0]
            folder = winreg.QueryValueEx(key, "InstallLocation")[0]
    except OSError:
        return None
    return (str(version), Path(folder)) if folder else None


def _forget(name: str, shown: str) -> None:
    """Take back what this account's Windows was told of a copy thrown away by hand: it would open dossiers with what is gone."""
    if sys.platform != "win32":
        return
    import winreg

    def delete(key: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                below = [winreg.EnumKey(opened, index) for index in range(winreg.QueryInfoKey(opened)[0])]
            for each in below:
                delete(rf"{key}\{each}")
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except OSError:
            pass  # it is not there

    windows = r"Software\Microsoft\Windows\CurrentVersion"
    for key in (
        rf"Software\Classes\{name}.Dossier",
        rf"{windows}\App Paths\{name}.exe",
        rf"Software\{name}",
        rf"{windows}\Uninstall\{name}",
    ):
        delete(key)
    menu = Path(os.environ.get("APPDATA", ""), "Microsoft", "Windows", "Start Menu", "Programs")
    (menu / f"{shown}.lnk").unlink(missing_ok=True)
