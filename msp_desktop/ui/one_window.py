"""One window for a user and a data folder: a second start hands its file to the first one and ends.

A start without another costs one lock file. Only where that file is held are Qt's local sockets loaded, which is what
the first window listens with once it is painted (see `ui/listener.py`).
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QLockFile, QSysInfo

from msp_desktop.files import free_path
from msp_desktop.paths import data_folder

LOCK = "fenetre.lock"
ANSWER = b"ok\n"
#: How long a second start waits for the first window to answer, in milliseconds.
PATIENCE = 2000
#: How long a lock file may be without its words while it is written, in seconds, and how large one may be, in bytes.
WRITING, LARGEST = 0.05, 4096
#: A window this young may still be on its way to its first paint, on an old computer: seconds.
STARTING = 10


def take_seat() -> QLockFile | None:
    """Return the seat of the one window, locked where it was free; None where the folder keeps no lock.

    The seat of a window that crashed is free: the lock file holds its process's number. A file that holds no such thing,
    or the name of another computer, is nobody's: it is taken away. At worst a second window opens; each dossier has a
    lock of its own, which is SQLite's.
    """
    try:
        path = data_folder() / LOCK
    except OSError:
        return None
    if os.path.lexists(path) and not (path.is_file() and path.stat().st_size <= LARGEST):
        _take_away(path)  # not even opened: a pipe would keep us waiting
    seat = QLockFile(str(path))
    seat.setStaleLockTime(0)
    usual = os.umask(0o077)  # Qt has no other way to make this file its owner's alone
    try:
        if not seat.tryLock(0) and _is_nobodys(seat):
            _take_away(path)
            seat.tryLock(0)
    finally:
        os.umask(usual)
    if seat.isLocked() or seat.error() == QLockFile.LockError.LockFailedError:
        return seat
    return None


def _is_nobodys(seat: QLockFile) -> bool:
    """Tell whether the lock file names no process of this computer, now and a moment later: it may be being written."""
    for _time in range(2):
        process, computer, _program = seat.getLockInfo()
        if process > 0 and computer == QSysInfo.machineHostName():
            return False
        time.sleep(WRITING)
    return True


def _take_away(path: Path) -> None:
    """Remove what stands in the lock's place; a folder that holds something is renamed."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            try:
                path.rmdir()
            except OSError:
                path.rename(free_path(path.with_name(f"{path.name}_ancien")))
        else:
            path.unlink()


def hand_over(path: Path | None) -> bool:
    """Have the first window open a file, or come forward; tell whether it answered in time."""
    from PySide6.QtNetwork import QLocalSocket

    clock = QElapsedTimer()
    clock.start()
    socket = QLocalSocket()
    while True:
        socket.connectToServer(server_name())
        if socket.waitForConnected(_left(clock)):
            break
        if clock.elapsed() > (STARTING * 1000 if _is_starting() else PATIENCE):
            return False
        time.sleep(0.05)
    _let_it_come_forward()
    socket.write(json.dumps({"open": str(path.absolute()) if path else ""}).encode() + b"\n")
    answered = bytearray()
    while ANSWER not in answered:
        if not socket.waitForReadyRead(_left(clock)):
            return False
        answered += bytes(socket.readAll().data())
    return True


def server_name() -> str:
    """Return the name of the first window's local socket: the user's, for this data folder."""
    import getpass
    from hashlib import sha256

    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    key = f"{user}\n{data_folder().resolve()}"
    return f"sante100jours-{sha256(key.encode()).hexdigest()[:16]}"


def _left(clock: QElapsedTimer) -> int:
    return max(100, PATIENCE - clock.elapsed())


def _is_starting() -> bool:
    try:
        return time.time() - (data_folder() / LOCK).stat().st_mtime < STARTING
    except OSError:
        return False


def _let_it_come_forward() -> None:
    """Pass on the right to come to the front, which Windows gave to the program just started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY
