"""One process after another that reads files, as files end them; and the clock by which they are ended."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.errors import UserError
from msp_desktop.exchange.carried.found import Item
from msp_desktop.exchange.carried.tended import Limits, Tended
from msp_desktop.exchange.carried.worker import WHOLE, Answered, Ask, Ended, Loading, Looked, Ready, Told
from msp_desktop.i18n import _

#: Seconds between two looks at the clock.
_EVERY = 0.05


class Lane:
    """One process after another, as files end them."""

    def __init__(self, start: Callable[[], Tended], is_seen: Callable[[str], bool], limits: Limits) -> None:
        self._start, self._is_seen, self._limits = start, is_seen, limits
        self.worker: Tended | None = None

    def read(self, item: Item) -> Iterator[ReadFile]:
        """Yield what a file holds; a piece that ends the process twice is refused, and those after it are read by the next one.

        Once, it may be the system or another program that ended it: what is refused as damaged is not read again.
        """
        if item.why is not None:
            yield ReadFile(name=item.name, why=item.why)
            return
        whole, past = Looked(item.name, "", WHOLE), 0
        tried: set[tuple[int, int]] = set()
        until = time.monotonic() + self._limits.whole
        while True:
            worker = self._at_hand()
            worker.ask(Ask(os.fsencode(item.path), item.name, past))
            at, seconds, done = whole, self._limits.piece, False
            while (message := worker.hear(min(seconds, until - time.monotonic()))) is not None:
                seconds = self._limits.piece
                match message:
                    case Looked():
                        at = message
                        if at.piece == WHOLE:
                            whole = at
                        done = self._is_seen(at.sha256)
                        if done:
                            yield ReadFile(name=at.name, sha256=at.sha256)
                        worker.ask(Answered(not done))
                    case Told():
                        done = True
                        yield message.read
                    case Loading():
                        seconds = self._limits.start
                        until += seconds
                    case Ended():
                        return
                    case _:
                        pass
            self.close()
            if done and at.piece == WHOLE:
                return  # nothing was left to tell
            if done:
                past, at = at.piece + 1, whole
            elif at.piece != WHOLE:
                past = at.piece
            if not worker.late and (past, at.piece) not in tried and time.monotonic() < until:
                tried.add((past, at.piece))
                continue
            why = Why.TOO_SLOW if worker.late else Why.DAMAGED
            yield ReadFile(name=at.name, sha256=at.sha256, why=why)
            if at.piece == WHOLE:
                return
            past = at.piece + 1
            if time.monotonic() > until:
                yield ReadFile(name=whole.name, sha256=whole.sha256, why=Why.TOO_SLOW)
                return

    def close(self) -> None:
        """End the process at hand."""
        if self.worker is not None:
            self.worker.close()
            self.worker = None

    def _at_hand(self) -> Tended:
        if self.worker is None:
            self.worker = self._start()
            begun(self.worker, self._limits)
        return self.worker


def begun(worker: Tended, limits: Limits) -> None:
    """Wait until a process is ready; UserError where it does not get there."""
    if not isinstance(worker.hear(limits.start), Ready):
        raise cannot_start()


def cannot_start() -> UserError:
    """Return what is said where no process reads anything."""
    return UserError(
        _("The files could not be read, for want of memory most often: close other programs or restart the computer, and "
          "try again.")
    )  # fmt: skip


def watch(over: threading.Event, workers: Callable[[], Iterable[Tended]]) -> None:
    """Look at the clock of each process now and then, until all is over."""
    while not over.wait(_EVERY):
        for worker in workers():
            worker.look()
