"""What is written for a setting, made the value that the program uses."""

from __future__ import annotations

import os
import re
import sys
from pathlib import PurePosixPath, PureWindowsPath

from msp_desktop.fleet.settings import LEAST_PERCENT, MOST_PERCENT, Kind, Setting

#: The longest text and the longest path, in characters.
LONGEST_TEXT, LONGEST_PATH = 300, 1000
_VARIABLE = re.compile(r"%([^%\s]+)%")
_YES, _NO = ("1", "true", "yes", "oui"), ("0", "false", "no", "non")


class NonsenseError(ValueError):
    """A value that makes no sense; `reason` is one of `wrong.REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_value(setting: Setting, value: object) -> str | int | bool:
    """Return the value of a setting, empty where nothing is written; NonsenseError for what makes no sense."""
    if isinstance(value, str) and not value.strip():
        return ""
    if setting.kind is Kind.SWITCH:
        return _switch(value)
    if setting.kind is Kind.PERCENT:
        return _percent(value)
    if not isinstance(value, str):
        raise NonsenseError(setting.kind.value)
    text = value.strip()
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in text):  # « C:\new » where JSON wants « C:\\new »
        raise NonsenseError("marks")
    if setting.kind is Kind.CHOICE:
        return _choice(setting, text)
    if setting.kind in (Kind.FOLDER, Kind.FILE):
        return _path(setting.kind, text)
    return _email(text) if setting.kind is Kind.EMAIL else _text(text)


def expanded(text: str) -> str:
    """Return a path with its variables between % filled in; NonsenseError for one that this computer does not know."""
    return _VARIABLE.sub(lambda found: _variable(found[1]), text)


def path_in_environment(name: str) -> str:
    """Return the whole path that a variable of the environment holds; empty where it holds none, or no sense."""
    try:
        return read_environment(name)
    except NonsenseError:
        return ""


def read_environment(name: str) -> str:
    """Return the whole path that a variable of the environment holds, empty where there is none; NonsenseError for nonsense.

    Half a path would be the data's folder in whichever folder the program is started from.
    """
    text = os.environ.get(name, "").strip()
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in text):
        raise NonsenseError(Kind.FOLDER.value)
    return _path(Kind.FOLDER, text) if text else ""


def _switch(value: object) -> bool:
    written = str(value).strip().casefold() if isinstance(value, str | int) else ""
    if written in _YES:
        return True
    if written in _NO:
        return False
    raise NonsenseError(Kind.SWITCH.value)


def _percent(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}\s*%?", value.strip()):
        value = int(value.strip().removesuffix("%"))
    if not isinstance(value, int) or isinstance(value, bool) or not LEAST_PERCENT <= value <= MOST_PERCENT:
        raise NonsenseError(Kind.PERCENT.value)
    return value


def _choice(setting: Setting, text: str) -> str:
    found = text.casefold()
    if found not in dict(setting.choices):
        raise NonsenseError(Kind.CHOICE.value)
    return found


def _path(kind: Kind, text: str) -> str:
    path = expanded(text.strip('"').strip())
    if not _is_whole(path) or len(path) > LONGEST_PATH or any(letter in path for letter in '"<>|*?%'):
        raise NonsenseError(kind.value)
    return path


def _is_whole(path: str) -> bool:
    return _is_whole_on_windows(path) if sys.platform == "win32" else PurePosixPath(path).is_absolute()


def _is_whole_on_windows(path: str) -> bool:
    """Tell whether a path says all of where: not a device's, nor a stream's within a file (« C:\\Santé:nord »)."""
    pure = PureWindowsPath(path)
    if pure.drive.startswith("\\\\") and "\\" not in pure.drive[2:].rstrip("\\"):
        return False  # a server without a share: whole to Python from 3.13 on
    return (
        pure.is_absolute() and not str(pure).startswith("\\\\.\\") and not any(":" in part for part in pure.parts[1:])
    )


def _variable(name: str) -> str:
    known = {key.casefold(): value for key, value in os.environ.items()}
    value = known.get(name.casefold(), "")
    if not value and name.casefold() == "username":
        value = known.get("user", "")  # what Linux calls it
    if not value:
        raise NonsenseError("variable")
    return value


def _email(text: str) -> str:
    from msp_desktop.formats.emails import read_emails

    found = read_emails(text)
    if found.wrong or len(found.shown) != 1:
        raise NonsenseError(Kind.EMAIL.value)
    return found.shown[0]


def _text(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise NonsenseError(Kind.TEXT.value)
    return " ".join(text.split())
