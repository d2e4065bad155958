"""Which official file a file is, by what is in it alone, and the one door through which it is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from msp_desktop.domain.official import FileFound, FileKind
from msp_desktop.exchange.open_data import figures, finess, finess_csv, rpps
from msp_desktop.exchange.open_data.errors import not_recognised
from msp_desktop.exchange.open_data.gathering import Gathered, Give
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.exchange.open_data.streams import Recognises, Stream, Tick, opened


class Reader(Struct, frozen=True):
    """How a kind of file is recognised by its first bytes, and read; `is_one` looks further where these do not tell."""

    kind: FileKind
    recognises: Recognises
    read: Callable[[Stream, Sought, Give], FileFound]
    is_one: Callable[[Stream], bool] = lambda _stream: True


#: Every kind that is read: a module of this folder with `recognises` and `read`.
READERS = (
    Reader(FileKind.RPPS, rpps.recognises, rpps.read),
    Reader(FileKind.FINESS, finess.recognises, finess.read),
    Reader(FileKind.FINESS_CSV, finess_csv.recognises, finess_csv.read),
    Reader(FileKind.FIGURES, figures.recognises, figures.read, figures.holds_figures),
)


def kind_of(path: Path) -> FileKind:
    """Return which official file a file is; NotOfficialError for another, or one that does not open."""
    with opened(path, _is_known) as stream:
        reader = _reader_of(stream)
        if not reader.is_one(stream):
            raise not_recognised(stream.name)
        return reader.kind


def read_official(path: Path, sought: Sought, tick: Tick = lambda done: None) -> FileFound:
    """Return what an official file tells of the communes sought; NotOfficialError says in one sentence why it tells nothing.

    `tick` is told the bytes read so far on disk, of `path`'s own or of its member of an archive; what it raises ends it.
    """
    gathered = Gathered()
    return gathered.whole(read_pieces(path, sought, gathered.take, tick))


def read_pieces(path: Path, sought: Sought, give: Give, tick: Tick = lambda done: None) -> FileFound:
    """Read the same, of which `give` is told each piece at once: nothing of them is kept here, nor counted."""
    with opened(path, _is_known, tick) as stream:
        return _reader_of(stream).read(stream, sought, give)


def _is_known(head: bytes) -> bool:
    return any(reader.recognises(head) for reader in READERS)


def _reader_of(stream: Stream) -> Reader:
    reader = next((reader for reader in READERS if reader.recognises(stream.head)), None)
    if reader is None:
        raise not_recognised(stream.name)
    return reader
