"""What tests write lies in memory: a suite in which each write is flushed waits for a disk a quarter of its time."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
#: Bytes that must be free there: a whole run writes two thousand million of them, and keeps those of what failed.
ROOM = 4 << 30


def write_in_memory() -> None:
    """Have temporary files lie in memory, those of the programs started too, unless TMPDIR says where, or room lacks there."""
    if "TMPDIR" not in os.environ and has_room(MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def has_room(folder: Path) -> bool:
    """Tell whether a folder is there, writable, of a disk that runs programs, and has room for a whole run."""
    if sys.platform == "win32" or not (folder.is_dir() and os.access(folder, os.W_OK)):
        return False
    disk = os.statvfs(folder)
    return not disk.f_flag & os.ST_NOEXEC and disk.f_bavail * disk.f_frsize >= ROOM
