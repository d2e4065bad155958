"""What programs that were killed, or a power cut, left half made."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msp_desktop.files.names import is_running, maker_of

#: Seconds after which what cannot be told to be still in the making is left over, and after which it is even where a
#: program of that number runs: numbers are given again.
_DAY, _WEEK = 86_400.0, 7 * 86_400.0
#: Seconds for which a journal that was set aside may still be missed; it holds words of a dossier that is no more.
_MONTH = 30 * _DAY

#: What version 1.0.0 called its unfinished dossiers and copies.
_FORMER = re.compile(r".+\.msp100\.new(-journal)?")
_ASIDE = re.compile(r".+\.msp100-(journal|wal|shm)(_\d+)?\.orphelin")


def sweep(folders: Iterable[Path]) -> int:
    """Delete from these folders what of ours will never be finished, and return how many there were.

    Only what is unmistakably ours, and whose program no longer runs; a folder that cannot be read is passed over.
    """
    swept = 0
    for folder in dict.fromkeys(folders):
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            with suppress(OSError):
                swept += _is_left(entry) and _gone(entry)
    return swept


def _is_left(entry: os.DirEntry[str]) -> bool:
    maker, aside = maker_of(entry.name), _ASIDE.fullmatch(entry.name)
    if not maker and not aside and not _FORMER.fullmatch(entry.name):
        return False
    age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    if aside:
        return age > _MONTH
    running = is_running(maker) if maker else None
    return running is False or age > (_WEEK if running else _DAY)


def _gone(entry: os.DirEntry[str]) -> bool:
    if entry.is_dir(follow_symlinks=False):
        import shutil

        shutil.rmtree(entry.path)
    else:
        os.unlink(entry.path)
    return True
