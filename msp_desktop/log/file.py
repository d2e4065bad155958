"""The file of the log: small, few, never in the way."""

from __future__ import annotations

import logging
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

from msp_desktop.files import owner_only

#: Largest size of the log, in bytes, and how many older ones are kept.
LARGEST, OLDER = 200_000, 2


class LogFile(RotatingFileHandler):
    """Write lines into the log; a full disk, or another window that holds the file, stops nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8")
        self.namer = _older_name

    @override
    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=owner_only)  # type: ignore[return-value]

    @override
    def doRollover(self) -> None:
        # Windows renames no file that another process has open: the log then grows until the next line.
        with suppress(OSError):
            super().doRollover()

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        pass


def _older_name(path: str) -> str:
    """Return « journal.1.txt » for « journal.txt.1 », which a double click opens."""
    base, _dot, number = path.rpartition(".")
    stem, _dot, suffix = base.rpartition(".")
    return f"{stem}.{number}.{suffix}"
