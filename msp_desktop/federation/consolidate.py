"""Files given to a federation, read by the farm and taken into its base: at once, or in a process of its own for a window."""

from __future__ import annotations

import getpass
import os
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from msp_desktop import i18n
from msp_desktop.apart import Tell
from msp_desktop.apart.followed import Followed
from msp_desktop.db import faults
from msp_desktop.domain.federated.files import Outcome
from msp_desktop.errors import UserError
from msp_desktop.exchange.carried.farm import Progress, read_files
from msp_desktop.federation.base.connect import Base, connect
from msp_desktop.federation.base.take import Seen, taking, whole
from msp_desktop.federation.doubts import doubted
from msp_desktop.i18n import _

#: The hidden word of the command line that app.py gives to `consolidate_apart`.
WORD = "consolidate-apart"
#: Seconds between two words of progress.
EVERY = 0.1


def who() -> str:
    """Return who adds files, as the base notes it: the name of the session and of the computer."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # the last on Windows, where no variable names the user
        user = str(os.getuid()) if hasattr(os, "getuid") else ""
    return f"{user}@{platform.node()}"


def consolidate(
    base: Base,
    sources: Sequence[Path],
    now: datetime,
    by: str,
    tell: Callable[[Progress], None] = lambda progress: None,
    command: Sequence[str] = (),
    addition: str = "",
) -> Iterator[Outcome]:
    """Read files, folders, archives and mails into a base, and yield what became of each batch once it is kept.

    `now` has its zone; `command` is the start of the workers' command line, this application's own by default;
    `addition` is what all of it is taken back by.
    UserError where the base refuses, or where no process can start.
    """
    but = [base.file] if base.file else []
    with closing(read_files(sources, Seen(base), now=now, but=but, tell=tell, command=command)) as reads:
        for part in taking(base, reads, now, by, addition):
            yield replace(part, taken=tuple(map(doubted, part.taken)))


class _Request(Struct, frozen=True):
    where: str
    password: str
    paths: tuple[str, ...]
    now: datetime
    by: str
    addition: str


class _Far(Struct, frozen=True, tag=True):
    progress: Progress


class _Part(Struct, frozen=True, tag=True):
    outcome: Outcome


class _Whole(Struct, frozen=True, tag=True):
    """All is taken."""


class _No(Struct, frozen=True, tag=True):
    sentence: str


_Message = _Far | _Part | _Whole | _No


class Consolidating(Followed):
    """Files being taken into a base: cancelled, what is kept so far stays, the rest is as if it had not been given.

    The base's address and its password go through a pipe, never on a command line, which others see.
    """

    def __init__(
        self,
        where: str | Path,
        paths: Sequence[Path],
        now: datetime,
        *,
        password: str = "",
        by: str = "",
        command: Sequence[str] = (),
    ) -> None:
        """Start; `now` has its zone, `command` is the start of the worker's command line, this application's own by default."""
        super().__init__()
        #: What this is taken back by.
        self.addition = uuid4().hex
        self._request = _Request(
            str(where.absolute() if isinstance(where, Path) else where),
            password,
            tuple(str(path.absolute()) for path in paths),
            now,
            by or who(),
            self.addition,
        )
        self._command = tuple(command)
        self._parts: list[Outcome] = []
        self._progress = Progress()
        self._problem = ""
        self.begin()

    @property
    def progress(self) -> Progress:
        """Return how far it is."""
        return self._progress

    @property
    def results(self) -> Outcome:
        """Return what became of the files that are kept so far."""
        return whole(tuple(self._parts))

    @property
    def problem(self) -> str:
        """Return why it stopped before the end, in one sentence, "" where it did not, or was cancelled."""
        return self._problem

    def _read(self) -> None:
        problem = _(
            "Reading stopped before the end: what was taken is kept. Give the same files again, those that are there are "
            "passed over."
        )
        with suppress(OSError, msgspec.DecodeError):  # the process could not start, or something else spoke for it
            problem = self._follow(problem)
        if not self._cancelled:
            self._problem = problem

    def _follow(self, problem: str) -> str:
        words = (WORD, "--lang", i18n.language())
        decode = msgspec.msgpack.Decoder(_Message).decode
        with closing(self._messages(words, msgspec.msgpack.encode(self._request), self._command)) as messages:
            for message in map(decode, messages):
                match message:
                    case _Far(progress):
                        self._progress = progress
                    case _Part(outcome):
                        self._parts.append(outcome)
                    case _Whole():
                        problem = ""
                    case _No(sentence):
                        problem = sentence
        return problem


def consolidate_apart(content: bytes, tell: Tell) -> None:
    """Take the files that are asked for, and tell what becomes of them: the worker's whole work."""
    request = msgspec.msgpack.decode(content, type=_Request)

    def say(message: _Message) -> None:
        tell(msgspec.msgpack.encode(message))

    try:
        with faults.explained(), closing(connect(request.where, request.password)) as base:
            paths = [Path(path) for path in request.paths]
            for outcome in consolidate(base, paths, request.now, request.by, _ticking(say), addition=request.addition):
                say(_Part(outcome))
    except UserError as error:
        say(_No(error.sentence))
        return
    say(_Whole())


def _ticking(say: Callable[[_Message], None]) -> Callable[[Progress], None]:
    """Return what is told after each file: it says so now and then."""
    said = [time.monotonic() - EVERY]

    def tick(progress: Progress) -> None:
        now = time.monotonic()
        if now - said[0] >= EVERY or progress.files == progress.files_in_all:
            said[0] = now
            say(_Far(progress))

    return tick
