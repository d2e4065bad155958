"""Reports of faults and of crashes: kept beside the log, the last few only, never sent."""

from __future__ import annotations

import faulthandler
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from msp_desktop import __version__, log
from msp_desktop.files import owner_only, write_whole

#: Where the interpreter writes as it dies; a clean stop takes the file away.
DYING = "arret-en-cours.txt"
#: How many reports are kept.
MOST = 10

_PREFIX = "rapport_"
_SOURCE = re.compile(r'File "([^"]*)"')
_watched: list[TextIO] = []
_told: dict[str, Path | None] = {}


def watch_crashes() -> Path | None:
    """Have the interpreter dump its stack if it dies; return the dump of the last run if it did.

    The file lies open until `stop_watching()`. Nothing is watched where the folder cannot be written.
    """
    try:
        path = log.folder() / DYING
        report = _from_last_run(path)
        file = open(path, "w", encoding="utf-8", opener=owner_only)  # noqa: SIM115 – closed by stop_watching
    except OSError:
        return None
    faulthandler.enable(file)
    _watched.append(file)
    if report is not None:
        log.crashed_before()
    return report


def stop_watching() -> None:
    """Delete the dump on a clean exit: what Windows wrote there and recovered from was not a crash."""
    while _watched:
        file = _watched.pop()
        faulthandler.disable()
        file.close()
        with suppress(OSError):
            Path(file.name).unlink(missing_ok=True)


def write_report(what: str) -> Path | None:
    """Write a bug report, once per run for the same bug, and return where; None where it could not be written."""
    if what not in _told:
        try:
            _told[what] = _write(what.replace(" < ", "\n  ").replace(" ; then ", "\n"))
        except OSError:
            _told[what] = None
    return _told[what]


def _from_last_run(path: Path) -> Path | None:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    if not text.strip():
        return None
    return _write(_SOURCE.sub(lambda found: f'File "{log.shown_path(found[1])}"', text))


def _write(what: str) -> Path:
    now = datetime.now()
    path = _free(log.folder() / f"{_PREFIX}{now:%Y-%m-%d_%H%M%S}.txt")
    head = f"Santé 100 jours {__version__}, Python {log.python_words()}, {log.system_words()}, {now:%Y-%m-%d %H:%M:%S}"
    write_whole(path, "\n".join([head, "", what, "", *log.last_lines(40), ""]).encode())
    kept = sorted(log.folder().glob(f"{_PREFIX}*.txt"), key=lambda report: report.stat().st_mtime_ns)
    for old in kept[:-MOST]:
        with suppress(OSError):
            old.unlink()
    return path


def _free(path: Path) -> Path:
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}_{number:02d}{path.suffix}")
    return free
