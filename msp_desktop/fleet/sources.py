"""Where settings for a fleet are written: the policies of Windows, then the file beside the program."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msp_desktop.fleet.wrong import Wrong

#: Under HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER: only an administrator writes there.
POLICY_KEY = r"Software\Policies\Sante100jours"
#: Beside the program, as its folder's rights say who may write it; nowhere that every user of a computer may write.
FILE_NAME = "reglages.json"
#: The environment's variables, for whom a fleet's setting would be too much: by the setting that comes before each.
VARIABLES = {"DataFolder": "SANTE100JOURS_DATA", "DocumentsFolder": "SANTE100JOURS_DOCUMENTS"}
#: The largest file that is read, in bytes.
LARGEST_FILE = 100_000
#: Seconds before the file is asked for again, where an antivirus or a copy under way holds it.
_PAUSES = (0.05, 0.15)


class Source(StrEnum):
    """Where a value may be written, the strongest first."""

    MACHINE = "machine-policy"
    USER = "user-policy"
    FILE = "file"
    ENVIRONMENT = "environment"


def settings_file() -> Path:
    """Return where the file is looked for."""
    return Path(sys.executable).parent / FILE_NAME


def written() -> tuple[dict[Source, dict[str, object]], list[Wrong]]:
    """Return what is written in each source, and what of the file cannot be read."""
    in_file, wrong = file_values(settings_file())
    return {Source.MACHINE: _policy(Source.MACHINE), Source.USER: _policy(Source.USER), Source.FILE: in_file}, wrong


def file_values(path: Path) -> tuple[dict[str, object], list[Wrong]]:
    """Return what a file of settings says, and one complaint at most; nothing where there is no file."""
    try:
        data = _bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        return {}, []
    except OSError:
        return {}, [Wrong(FILE_NAME, Source.FILE, "unreadable")]
    import json

    try:
        values = json.loads(_words(data)) if len(data) <= LARGEST_FILE else None
    except json.JSONDecodeError as error:
        return {}, [Wrong(FILE_NAME, Source.FILE, "line", error.lineno)]
    except (ValueError, RecursionError):
        return {}, [Wrong(FILE_NAME, Source.FILE, "json")]
    if not isinstance(values, dict):
        return {}, [Wrong(FILE_NAME, Source.FILE, "json")]
    return values, []


def _bytes(path: Path) -> bytes:
    """Return what the file holds; asked for again where it is held: left out, the data would go elsewhere until the next start."""
    for pause in _PAUSES:
        try:
            return _first_bytes(path)
        except (FileNotFoundError, NotADirectoryError):
            raise
        except OSError:
            time.sleep(pause)
    return _first_bytes(path)


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _words(data: bytes) -> str:
    """Return a file's words in whichever Unicode it was saved (PowerShell 7, « > » of PowerShell 5, Notepad), else in Windows' own.

    Set-Content of PowerShell 5, which every Windows has, writes no Unicode.
    """
    import json

    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _policy(source: Source) -> dict[str, object]:
    """Return the values of the policy's key; none elsewhere than on Windows, or where there is no such key."""
    found: dict[str, object] = {}
    if sys.platform == "win32":
        import winreg

        root = winreg.HKEY_LOCAL_MACHINE if source is Source.MACHINE else winreg.HKEY_CURRENT_USER
        rights = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with suppress(OSError), winreg.OpenKey(root, POLICY_KEY, 0, rights) as opened:
            for index in range(winreg.QueryInfoKey(opened)[1]):
                name, value, _kind = winreg.EnumValue(opened, index)
                if name and not name.startswith("**"):  # « **del. » marks of group policies are no values
                    found[name] = value
    return found
