"""A job done in a process of its own, which says what it does in messages; the window never waits for it.

The process is this application's, started with hidden words (`app.py` knows the job of each): in the installed program the
modules are in an archive, and the launcher takes no word of Python's. A message is bytes after their length, on the process's
standard input and output: no port, no file, no pickle. Most are asked once (`work`), some again and again (`converse`).
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from queue import SimpleQueue

from msp_desktop.paths import own_command

#: The longest message, in bytes: what is longer is none of ours.
LONGEST = 32 << 20
#: How many bytes before a message say how long it is.
_HEAD = 4
_INPUT, _OUTPUT = 0, 1

Tell = Callable[[bytes], None]


class Apart:
    """A process to be set to work: it ends by itself, when it is stopped, and with the program that started it."""

    def __init__(self, words: Sequence[str], request: bytes, command: Sequence[str] = (), memory: int = 0) -> None:
        """Say what the process is asked, and the most bytes of memory it may have (0: as many as there are).

        `command` is the start of its command line, this application's own by default.
        """
        self._memory = memory
        self._command = [*(command or own_command()), *words]
        self._request = request
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    @property
    def pid(self) -> int | None:
        """Return the number of the process, None before it has started."""
        return self._process.pid if self._process else None

    def messages(self) -> Generator[bytes, None, None]:
        """Start the process and yield each of its messages, until it has ended. It waits: for a thread. OSError where it cannot start."""
        with subprocess.Popen(
            self._command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            self._process = process
            held = _held(process, self._memory) if self._memory else None
            try:
                if not self._stopped:  # asked meanwhile
                    self.ask(self._request)
                    yield from _messages(process.stdout.fileno())
            finally:
                process.kill()
                if held is not None:
                    held()

    def ask(self, request: bytes) -> None:
        """Ask the process one thing more, once it has started: for one that converses."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError, ValueError):  # it has ended already
                _write(self._process.stdin.fileno(), request)

    def stop(self) -> None:
        """End the process at once, or before it starts."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()


def _held(process: subprocess.Popen[bytes], most: int) -> Callable[[], None]:
    from msp_desktop.apart.memory import hold_memory  # nothing that the process itself, which imports this too, needs

    return hold_memory(process, most)


def work(job: Callable[[bytes, Tell], None]) -> None:
    """Be that process: read the request and do the job. It ends at once with the program that started it."""
    converse(lambda requests, tell: job(next(requests), tell))


def converse(job: Callable[[Iterator[bytes], Tell], None]) -> None:
    """Be that process, which is asked again and again: each request is yielded as it comes. It ends at once with the program that started it."""
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_hear, args=(requests,), name="other", daemon=True).start()
    job(iter(requests.get, None), lambda message: _write(_OUTPUT, message))


def _hear(requests: SimpleQueue[bytes]) -> None:
    """Hand on what is asked until nobody holds the other end of the input, and end."""
    with suppress(OSError):
        for request in _messages(_INPUT):
            requests.put(request)
    os._exit(0)


def _messages(source: int) -> Iterator[bytes]:
    """Yield each whole message that comes, until nothing more does, or what comes is no message."""
    while head := _exactly(source, _HEAD):
        length = int.from_bytes(head, "big")
        message = _exactly(source, length) if length <= LONGEST else b""
        if len(message) < length:
            return
        yield message


def _exactly(source: int, count: int) -> bytes:
    """Return so many bytes, none where fewer come."""
    found = bytearray()
    while len(found) < count:
        piece = os.read(source, min(count - len(found), 1 << 16))
        if not piece:
            return b""
        found += piece
    return bytes(found)


def _write(target: int, message: bytes) -> None:
    left = memoryview(len(message).to_bytes(_HEAD, "big") + message)
    while left:
        left = left[os.write(target, left) :]
