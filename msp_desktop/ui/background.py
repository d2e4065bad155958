"""What is done once the window is painted, without holding it up: load what is heavy, delete old messages."""

from __future__ import annotations

import gc
import importlib
import sys
import threading
from contextlib import suppress
from datetime import datetime

#: In the order in which they are likely to be needed first. Each is imported in a thread of its own turn.
HEAVY = (
    "msp_desktop.db.transaction",
    "msp_desktop.db.engine",
    "sqlalchemy.dialects.sqlite",
    "msp_desktop.formats.loaded",
    "msp_desktop.papers.catalogue",
    "msp_desktop.documents.build",
)

#: How long the loader may keep the window waiting for the interpreter, in seconds: Python's own is ten times that.
INTERVAL = 0.0005


class Loader(threading.Thread):
    """Import modules in the background; see `ui.collector` for why nothing is collected here."""

    def __init__(self, modules: tuple[str, ...] = HEAVY) -> None:
        super().__init__(name="loader", daemon=True)
        self._modules = modules

    def run(self) -> None:
        """Import one module after the other."""
        interval = sys.getswitchinterval()
        sys.setswitchinterval(INTERVAL)
        try:
            for module in self._modules:
                importlib.import_module(module)
        finally:
            sys.setswitchinterval(interval)
            # What is loaded stays for good: the collector need not look through it again while somebody types.
            gc.freeze()


def purge_later(now: datetime) -> threading.Thread:
    """Delete in a thread the messages that have waited long enough for a mail program, and return it."""
    thread = threading.Thread(target=_purge, args=(now,), name="purge", daemon=True)
    thread.start()
    return thread


def _purge(now: datetime) -> None:
    from msp_desktop.exchange.mailers import purge
    from msp_desktop.paths import drafts_folder

    with suppress(OSError):
        purge(drafts_folder(), now)
