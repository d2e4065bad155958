"""The bytes of an official file, in order, unpacked where it is packed: bounded, and never the whole of it in memory."""

from __future__ import annotations

import gzip
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, cast

from msp_desktop.exchange.open_data import errors
from msp_desktop.exchange.open_data.days import day_in

#: Bytes read at once: larger blocks were slower, up to a quarter (they leave the processor's cache).
BLOCK = 1 << 18
#: Bytes by which a file is recognised.
HEAD = 1 << 16
#: No official file has more, in bytes: the largest, FINESS, has 0.9 GB (2026).
MOST = 4 << 30
#: An archive that unfolds more than so many times, once it gave so many bytes: FINESS unfolds 15 to 20 times.
MOST_TIMES, FROM = 200, 1 << 26
#: More files than any archive of these has; more bytes than their list has.
MOST_MEMBERS, MOST_LIST = 100, 1 << 20

#: Told the bytes of the file on disk that were read so far; what it raises ends the reading.
Tick = Callable[[int], None]
Recognises = Callable[[bytes], bool]

#: What a damaged archive has Python's libraries raise; gzip.BadGzipFile is an OSError, told apart by its class.
_DAMAGED = (zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, EOFError)


class Stream:
    """One official file being read.

    `name` is what the file is called, `inside` its member of an archive, "" where it is none; `size` is what will be read, in
    bytes on disk; `head` its first bytes, which `read` gives too. `dated_on` is the day its name tells, else the archive's.
    """

    def __init__(
        self, path: Path, source: IO[bytes], disk: IO[bytes], tick: Tick, member: zipfile.ZipInfo | None = None
    ) -> None:
        self.path = path
        self.name = path.name
        self.inside = Path(member.filename).name if member else ""
        self.size = member.compress_size if member else path.stat().st_size
        self.dated_on = day_in(self.inside) or day_in(self.name) or (_packed_on(member) if member else None)
        self._source, self._disk, self._tick = source, disk, tick
        self._from = member.header_offset if member else 0
        self._given = 0
        self.head = self._next(HEAD)
        self._waiting = self.head

    @property
    def done(self) -> int:
        """Return the bytes read so far on disk."""
        return min(self._disk.tell() - self._from, self.size)

    def read(self, size: int = BLOCK) -> bytes:
        """Return the next bytes, `size` at most, none at the end; NotOfficialError where they are damaged."""
        self._tick(self.done)
        if self._waiting:
            piece, self._waiting = self._waiting[:size], self._waiting[size:]
            return piece
        return self._next(size)

    def _next(self, size: int) -> bytes:
        try:
            piece = self._source.read(size)
        except _DAMAGED as error:
            raise errors.is_damaged(self.name) from error
        except OSError as error:
            raise errors.cannot_be_read(self.name) from error
        self._given += len(piece)
        unfolds = self._given > FROM and self._given > MOST_TIMES * max(self.done, 1)
        if self._given > MOST or unfolds:
            raise errors.is_too_large(self.name)
        return piece


@contextmanager
def opened(path: Path, recognises: Recognises, tick: Tick = lambda done: None) -> Iterator[Stream]:
    """Open a file, plain, .gz or .zip, told by its first bytes; of an archive, the largest member that is recognised.

    A workbook is given as it is, packed: its head begins with « PK ». NotOfficialError says in one sentence what is wrong with
    the file, here or while it is read.
    """
    with _on_disk(path) as disk:
        begins = disk.read(4)
        disk.seek(0)
        if not begins:
            raise errors.is_empty(path.name)
        if begins == b"PK\x03\x04":
            with _unzipped(path, disk, recognises, tick) as stream:
                yield stream
            return
        source = cast(IO[bytes], gzip.GzipFile(fileobj=disk)) if begins.startswith(b"\x1f\x8b") else disk
        yield _known(Stream(path, source, disk, tick), recognises)


def _known(stream: Stream, recognises: Recognises) -> Stream:
    if not recognises(stream.head):
        raise errors.not_recognised(stream.name)
    return stream


@contextmanager
def _on_disk(path: Path) -> Iterator[IO[bytes]]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise errors.is_folder(path.name)
        if not stat.S_ISREG(mode):
            raise errors.not_recognised(path.name)  # a pipe would never answer, and some devices never end
        disk = path.open("rb", buffering=0)
    except OSError as error:
        raise errors.cannot_be_read(path.name) from error
    with disk:
        yield disk


@contextmanager
def _unzipped(path: Path, disk: IO[bytes], recognises: Recognises, tick: Tick) -> Iterator[Stream]:
    try:
        if _list_size(disk) > MOST_LIST:
            raise errors.is_too_large(path.name)
        archive = zipfile.ZipFile(disk)
    except (*_DAMAGED, ValueError, NotImplementedError) as error:
        raise errors.is_damaged(path.name) from error
    except OSError as error:
        raise errors.cannot_be_read(path.name) from error
    with archive:
        if "[Content_Types].xml" in archive.NameToInfo:
            disk.seek(0)
            yield _known(Stream(path, disk, disk, tick), recognises)
            return
        refused = errors.not_recognised(path.name)
        members = sorted(archive.infolist(), key=lambda member: -member.file_size)
        for member in members[:MOST_MEMBERS]:
            if member.is_dir() or not member.file_size:
                continue
            if member.flag_bits & 1:
                refused = errors.has_password(path.name)
                continue
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                refused = errors.is_packed_otherwise(path.name)
                continue
            with _member(path, archive, member) as source:
                stream = Stream(path, source, disk, tick, member)
                if recognises(stream.head):
                    yield stream
                    return
        raise refused


def _member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(member)
    except (*_DAMAGED, ValueError, NotImplementedError, RuntimeError) as error:
        raise errors.is_damaged(path.name) from error
    except OSError as error:
        raise errors.cannot_be_read(path.name) from error


def _list_size(disk: IO[bytes]) -> int:
    """Return the bytes of an archive's list of members, which zipfile reads whole; 0 where its end is not found."""
    end = disk.seek(0, os.SEEK_END)
    disk.seek(max(0, end - (1 << 16) - 22))
    tail = disk.read()
    at = tail.rfind(b"PK\x05\x06")
    size = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    return 0 if size == 0xFFFFFFFF else size


def _packed_on(member: zipfile.ZipInfo) -> date | None:
    """Return the day an archive tells of a member; 1980 is that of a clock nobody set."""
    year, month, day = member.date_time[:3]
    try:
        return date(year, month, day) if year > 2000 else None
    except ValueError:
        return None
