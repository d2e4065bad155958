"""The door to what strangers send: files read in a few processes, each bounded in time and memory, ended and replaced."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Collection, Container, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct

from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.errors import UserError
from msp_desktop.exchange.carried.found import Item, items
from msp_desktop.exchange.carried.lane import Lane, begun, cannot_start, watch
from msp_desktop.exchange.carried.names import shown
from msp_desktop.exchange.carried.tended import USUAL, Limits, Tended
from msp_desktop.exchange.carried.worker import Ask, Bytes

#: Results that wait to be taken, before reading waits.
_WAITING = 64
#: Processes at once: one processor is left to the window and the base.
_PROCESSES = max(1, min(4, (os.cpu_count() or 2) - 1))


class Progress(Struct, frozen=True):
    """How many files are read and how many bytes they have on the disk, of how many, None until they are counted."""

    files: int = 0
    bytes: int = 0
    files_in_all: int | None = None
    bytes_in_all: int | None = None


def read_files(
    sources: Iterable[Path],
    skip: Container[str] = (),
    *,
    now: datetime,
    but: Collection[Path] = (),
    tell: Callable[[Progress], None] = lambda progress: None,
    limits: Limits = USUAL,
    command: Sequence[str] = (),
    processes: int = _PROCESSES,
) -> Generator[ReadFile, None, None]:
    """Yield what each file holds, or why it is refused, as they come: of folders, archives and mails, each that is inside.

    `skip` has the SHA-256 (base 16) of what was seen before, asked by one thread at a time: of it comes a `ReadFile` with
    neither data nor reason. What a later version may read (`TOO_NEW`, `NOT_OURS`), or another day (`TOO_SLOW`), is to be left
    out of it. `but` are bases of ours among the files, `now` the moment, for dossiers. Closing the iterator ends all at once.
    UserError where no process can start.
    """
    farm = _Farm(tuple(sources), skip, tuple(but), limits, lambda: Tended(now, limits, command))
    try:
        yield from farm.results(processes, tell)
    finally:
        farm.end()


def carried_in(path: Path, name: str, *, now: datetime, limits: Limits = USUAL, command: Sequence[str] = ()) -> bytes:
    """Return the bytes of the file of that name that a file carries (PDF), brings (mail, archive) or is (JSON).

    RefusedError where there is none; UserError where no process can start. It waits, some seconds at most: for a thread.
    """
    worker = Tended(now, limits, command)
    over = threading.Event()
    clock = threading.Thread(target=watch, args=(over, lambda: [worker]), name="carried clock", daemon=True)
    clock.start()
    try:
        begun(worker, limits)
        worker.ask(Ask(os.fsencode(path), shown(path.name), wanted=name))
        answer = worker.hear(limits.piece)
        if not isinstance(answer, Bytes):
            raise RefusedError(Why.TOO_SLOW if worker.late else Why.DAMAGED)
        if answer.why is not None:
            raise RefusedError(answer.why)
        return answer.content
    except OSError as error:
        raise cannot_start() from error
    finally:
        over.set()
        clock.join()
        worker.close()


class _Farm:
    """Threads that each have a process at work, take the next file, and put what it tells where the results wait."""

    def __init__(
        self,
        sources: tuple[Path, ...],
        skip: Container[str],
        but: tuple[Path, ...],
        limits: Limits,
        start: Callable[[], Tended],
    ) -> None:
        self._sources, self._skip, self._but = sources, skip, but
        self._limits, self._start = limits, start
        self._items = items(sources, but)
        self._results: queue.Queue[ReadFile | Item | UserError | None] = queue.Queue(_WAITING)
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._lanes: list[Lane] = []
        self._threads: list[threading.Thread] = []
        self._in_all: tuple[int, int] | None = None

    def results(self, processes: int, tell: Callable[[Progress], None]) -> Iterator[ReadFile]:
        """Yield what is read, and tell how far it is after each file."""
        self._lanes = [Lane(self._start, self._is_seen, self._limits) for _number in range(processes)]
        self._begin(self._count, "carried count")
        self._begin(lambda: watch(self._over, self._at_work), "carried clock")
        for lane in self._lanes:
            self._begin(partial(self._run, lane), "carried files")
        files = size = ended = 0
        while ended < processes:
            match self._results.get():
                case None:
                    ended += 1
                case Item() as item:
                    files, size = files + 1, size + item.size
                    tell(Progress(files, size, *(self._in_all or (None, None))))
                case ReadFile() as read:
                    yield read
                case error:
                    raise error

    def end(self) -> None:
        """End every process at once, and wait until the threads have ended."""
        self._over.set()
        for thread in self._threads:
            while thread.is_alive():
                for worker in self._at_work():
                    worker.stop()
                thread.join(0.01)

    def _begin(self, job: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=job, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _count(self) -> None:
        files = size = 0
        for item in items(self._sources, self._but):
            if self._over.is_set():
                return
            files, size = files + 1, size + item.size
        self._in_all = (files, size)

    def _at_work(self) -> list[Tended]:
        return [worker for lane in self._lanes if (worker := lane.worker) is not None]

    def _run(self, lane: Lane) -> None:
        end: UserError | None = cannot_start()
        try:
            while (item := self._next()) is not None:
                for read in lane.read(item):
                    self._put(read)
                self._put(item)
            end = None
        except (OSError, UserError):
            pass  # said where the results are taken
        finally:
            lane.close()
            self._put(end)

    def _next(self) -> Item | None:
        with self._lock:
            return None if self._over.is_set() else next(self._items, None)

    def _is_seen(self, sha256: str) -> bool:
        with self._lock:
            return sha256 in self._skip

    def _put(self, result: ReadFile | Item | UserError | None) -> None:
        while not self._over.is_set():
            with suppress(queue.Full):
                self._results.put(result, timeout=0.1)
                return
