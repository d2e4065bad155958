"""The names of files that are not finished: they say that they are ours, and which program makes them."""

from __future__ import annotations

import os
import re
import sys
import zlib
from pathlib import Path
from typing import Any

from msgspec import Struct

_DRAFT = re.compile(r"\.s100-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}(\.tmp|\.tmp-journal|\.tmp-wal|\.tmp-shm|)")


class Maker(Struct, frozen=True):
    """The program that makes a file: a fingerprint of its computer's name, and its number there."""

    machine: str
    pid: int


def draft_name(ending: str = ".tmp") -> str:
    """Return a new name for what this program is about to make; it tells nothing of what it will be called."""
    return f".s100-{_machine()}-{os.getpid()}-{os.urandom(4).hex()}{ending}"


def maker_of(name: str) -> Maker | None:
    """Return who makes the draft of this name (or its journal), None where it is not one of ours."""
    found = _DRAFT.fullmatch(name)
    return Maker(found[1], int(found[2])) if found else None


def is_running(maker: Maker) -> bool | None:
    """Tell whether a program still runs; None where that cannot be told: it was on another computer."""
    if maker.machine != _machine():
        return None
    if sys.platform == "win32":
        return _runs_on_windows(maker.pid)
    try:
        os.kill(maker.pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def shown_name(path: Path) -> str:
    """Return a file's name for a sentence: one that is not in UTF-8 with « ? » for what cannot be shown."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def is_gone(path: Path) -> bool:
    """Tell whether the system says that nothing bears this name; what it does not let look at may be there."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return root_answers(path)
    except (OSError, ValueError):
        return False
    return False


def root_answers(path: Path) -> bool:
    """Tell whether the disk or the share of an absolute path is there.

    Where it is not, Windows says of each file on it that there is none, in the same words as of a file that was deleted.
    """
    anchor = path.anchor
    return not anchor or os.path.lexists(anchor)


def _machine() -> str:
    node = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return f"{zlib.crc32(node.encode('utf-8', 'replace')):08x}"


def _runs_on_windows(pid: int) -> bool:
    """Ask Windows; `os.kill` would end the program there."""
    import ctypes

    query, still_active, denied = 0x1000, 259, 5
    windows: Any = ctypes  # what only Windows has of it
    kernel = windows.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(query, False, pid)
    if not handle:
        return bool(windows.get_last_error() == denied)
    code = ctypes.c_ulong()
    told = kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(code))
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return bool(not told or code.value == still_active)
