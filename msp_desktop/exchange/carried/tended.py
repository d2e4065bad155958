"""One process of the farm, ended when it keeps silent for longer than what it does may take."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import Struct

from msp_desktop import i18n
from msp_desktop.apart import Apart
from msp_desktop.exchange.carried.worker import WORD, Answered, Ask, Message, Setting

_MESSAGES = msgspec.msgpack.Decoder(Message)


class Limits(Struct, frozen=True, kw_only=True):
    """What reading may take: seconds to start, a file or a piece of one, all pieces of one; bytes of memory of a process."""

    start: float = 60
    piece: float = 5
    whole: float = 60
    memory: int = 500 << 20


USUAL = Limits()


class Tended:
    """A process that is asked and heard by one thread, while another looks at its time (`look`)."""

    def __init__(self, now: datetime, limits: Limits, command: Sequence[str]) -> None:
        setting = msgspec.msgpack.encode(Setting(now))
        self._apart = Apart((WORD, "--lang", i18n.language()), setting, command, limits.memory)
        self._messages = self._apart.messages()
        self._lock = threading.Lock()
        self._until = math.inf
        self.late = False

    @property
    def pid(self) -> int | None:
        """Return its number, None before it has started."""
        return self._apart.pid

    def ask(self, question: Ask | Answered) -> None:
        """Ask it something."""
        self._apart.ask(msgspec.msgpack.encode(question))

    def hear(self, seconds: float) -> Message | None:
        """Return what it says next, None where it ended, or was silent for so many seconds (`late`). OSError where it cannot start."""
        with self._lock:
            self._until = time.monotonic() + seconds
        message = next(self._messages, None)
        with self._lock:
            self._until = math.inf
            if message is None or self.late:
                return None
        try:
            said: Message = _MESSAGES.decode(message)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None  # something else speaks for it
        return said

    def look(self) -> None:
        """End it where its time is over."""
        with self._lock:
            if time.monotonic() > self._until:
                self.late = True
                self._apart.stop()

    def stop(self) -> None:
        """End it at once, from any thread: whoever hears it hears no more."""
        self._apart.stop()

    def close(self) -> None:
        """End it, from the thread that hears it, and wait until it has."""
        self._messages.close()
