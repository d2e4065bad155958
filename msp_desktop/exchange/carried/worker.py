"""What a process of the farm does: it reads a file once, asks whether it was seen, and tells what is in it."""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from msp_desktop.apart import Tell
from msp_desktop.domain.carried import data
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import LONGEST, decoded_data
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.exchange.carried.inside import Piece, pieces
from msp_desktop.exchange.carried.kinds import Kind
from msp_desktop.exchange.carried.pdf import MOST, embedded

#: The hidden word of the command line that app.py gives to `read_carried`.
WORD = "read-carried"

#: Reads a dossier given its bytes and the moment it was last written, and gives what it would send; RefusedError where it is none.
ReadDossier = Callable[[bytes, datetime], CommuneData]

#: The number of a file as a whole, among those of its pieces.
WHOLE = -1


class Setting(Struct, frozen=True):
    """What a process is told once."""

    now: datetime


class Ask(Struct, frozen=True):
    """A file to read, past so many of its pieces; where `wanted` is given, only the bytes of the first so called."""

    path: bytes
    name: str
    past: int = 0
    wanted: str = ""


class Answered(Struct, frozen=True):
    """Whether what was looked at is to be read."""

    go_on: bool


class Ready(Struct, frozen=True, tag=True):
    """The process has loaded what it needs: what it is asked takes its own time alone."""


class Loading(Struct, frozen=True, tag=True):
    """The process loads something more, whatever the file is; `Ready` follows."""


class Looked(Struct, frozen=True, tag=True):
    """A file, or a piece of it, whose sum is known: the process waits to be told whether to read it."""

    name: str
    sha256: str
    piece: int


class Told(Struct, frozen=True, tag=True):
    """What a file, or a piece of it, holds."""

    read: ReadFile


class Bytes(Struct, frozen=True, tag=True):
    """The bytes that were wanted, or why there are none."""

    content: bytes = b""
    why: Why | None = None


class Ended(Struct, frozen=True, tag=True):
    """There is no more in the file."""


Message = Ready | Loading | Looked | Told | Bytes | Ended


def read_carried(requests: Iterator[bytes], tell: Tell, load_dossiers: Callable[[], ReadDossier]) -> None:
    """Read what is asked for, one file after another: the worker's whole work. `load_dossiers` is called for the first dossier."""
    sys.modules["Crypto"] = None  # type: ignore[assignment]  # else pypdf loads what runs a program (`file`), for nothing
    import pypdf.errors  # noqa: F401 - what takes long to load is not counted as the first file's time

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    setting = msgspec.msgpack.decode(next(requests), type=Setting)
    worker = _Worker(requests, tell, load_dossiers, setting.now)
    worker.say(Ready())
    for request in requests:
        ask = msgspec.msgpack.decode(request, type=Ask)
        worker.give(ask) if ask.wanted else worker.read(ask)
        worker.say(Ended())


class _Worker:
    def __init__(
        self, requests: Iterator[bytes], tell: Tell, load_dossiers: Callable[[], ReadDossier], now: datetime
    ) -> None:
        self._requests, self._tell, self._load, self._now = requests, tell, load_dossiers, now
        self._dossiers: ReadDossier | None = None
        self._written = now

    def say(self, message: Message) -> None:
        self._tell(msgspec.msgpack.encode(message))

    def read(self, ask: Ask) -> None:
        """Tell what a file holds, piece after piece."""
        try:
            content = _content(ask.path)
        except RefusedError as error:
            self.say(Told(ReadFile(name=ask.name, why=error.why)))
            return
        if not ask.past and not self._is_new(ask.name, content, WHOLE):
            return
        self._written = min(self._now.astimezone(UTC), _written(ask.path))
        try:
            for number, piece in enumerate(pieces(ask.name, content)):
                if number >= ask.past and (piece.content is content or self._is_new(piece.name, piece.content, number)):
                    self.say(Told(self._read(piece)))
        except MemoryError:
            self.say(Told(ReadFile(name=ask.name, sha256=_sum(content), why=Why.TOO_LARGE)))

    def give(self, ask: Ask) -> None:
        """Tell the bytes of the first file of the wanted name that a file is, carries, or brings."""
        refused = RefusedError(Why.NO_DATA)
        try:
            for piece in pieces(ask.name, _content(ask.path)):
                try:
                    self.say(Bytes(_bytes(piece, ask.wanted)))
                    return
                except RefusedError as error:
                    refused = error
        except RefusedError as error:
            refused = error
        except MemoryError:
            refused = RefusedError(Why.TOO_LARGE)
        self.say(Bytes(why=refused.why))

    def _is_new(self, name: str, content: bytes, number: int) -> bool:
        """Ask whether bytes are to be read: those of a piece that is refused for what it is have no sum."""
        self.say(Looked(name, _sum(content) if content else "", number))
        return msgspec.msgpack.decode(next(self._requests), type=Answered).go_on

    def _read(self, piece: Piece) -> ReadFile:
        told, why, where = None, piece.why, ""
        if why is None:
            try:
                told = self._data(piece)
            except RefusedError as error:
                why, where = error.why, error.where
            except MemoryError:
                why = Why.TOO_LARGE
        return ReadFile(
            name=piece.name,
            sha256=_sum(piece.content) if piece.content else "",
            data=told,
            why=why,
            where=where,
            sent_by=piece.sent_by,
            sent_on=piece.sent_on,
        )

    def _data(self, piece: Piece) -> CommuneData:
        if piece.kind is not Kind.DOSSIER:
            return decoded_data(_bytes(piece, data.NAME))
        if self._dossiers is None:
            self.say(Loading())
            self._dossiers = self._load()
            self.say(Ready())
        return self._dossiers(piece.content, self._written)


def _bytes(piece: Piece, name: str) -> bytes:
    """Return the bytes of the file of that name that a piece is or carries; RefusedError where there are none."""
    if piece.why is not None:
        raise RefusedError(piece.why)
    if piece.kind is Kind.PDF:
        return embedded(piece.content, name)
    if piece.kind is not Kind.JSON:
        raise RefusedError(Why.OUTLOOK if piece.kind is Kind.OUTLOOK else Why.NOT_OURS)
    if len(piece.content) > LONGEST:
        raise RefusedError(Why.TOO_LARGE)
    return piece.content


def _content(path: bytes) -> bytes:
    """Return the bytes of a file, read once; RefusedError, before it is read, where it is no plain file or far too large."""
    name = os.fsdecode(path)
    try:
        found = os.stat(name)
        if not stat.S_ISREG(found.st_mode):  # a pipe would never answer, and some devices never end
            raise RefusedError(Why.CANNOT_READ)
        if found.st_size > MOST:
            raise RefusedError(Why.TOO_LARGE)
        with open(name, "rb") as source:
            content = source.read(MOST + 1)
    except (OSError, ValueError) as error:
        raise RefusedError(Why.CANNOT_READ) from error
    if len(content) > MOST:
        raise RefusedError(Why.TOO_LARGE)
    return content


def _written(path: bytes) -> datetime:
    """Return when a file was last written: a dossier says no moment itself, and an old one is not to pass for news."""
    try:
        return datetime.fromtimestamp(os.stat(os.fsdecode(path)).st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return datetime.max.replace(tzinfo=UTC)


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
