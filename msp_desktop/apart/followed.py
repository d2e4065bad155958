"""A job apart that a thread follows, so that a window may ask now and then how far it is and never waits."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from contextlib import closing

from msp_desktop.apart import Apart


class Followed(ABC):
    """A job in a process of its own, until it is over or cancelled: what derives from it sets its fields, then calls `begin`."""

    def __init__(self) -> None:
        self._apart: Apart | None = None
        self._cancelled = False
        self._thread = threading.Thread(target=self._read, daemon=True)

    @property
    def over(self) -> bool:
        """Tell whether there is nothing more to wait for."""
        return not self._thread.is_alive()

    @property
    def pid(self) -> int | None:
        """Return the number of the worker's process, None before it has started."""
        return self._apart.pid if self._apart else None

    def cancel(self) -> None:
        """End at once: what is not done yet stays undone."""
        self._cancelled = True
        if self._apart is not None:
            self._apart.stop()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end, so many seconds at most, and tell whether it came: for a command, not for a window."""
        self._thread.join(seconds)
        return self.over

    def begin(self) -> None:
        """Start the thread that follows the job."""
        self._thread.start()

    @abstractmethod
    def _read(self) -> None:
        """Follow the job to its end: the thread's whole work."""

    def _messages(self, words: Sequence[str], request: bytes, command: Sequence[str]) -> Generator[bytes, None, None]:
        """Start the job and yield what it says, nothing where it was cancelled meanwhile. OSError where it cannot start."""
        self._apart = Apart(words, request, command)
        if not self._cancelled:
            with closing(self._apart.messages()) as messages:
                yield from messages
