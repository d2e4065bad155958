"""The files that somebody gives: those they name, and all those of the folders they name, one after another."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.exchange.carried.names import WITHIN, is_hidden, shown

#: Folders within folders.
_DEEPEST = 32
#: What Windows marks: a hidden file, and a folder that is another one elsewhere.
_HIDDEN, _JUNCTION = 0x2, 0xA0000003
#: What SQLite keeps beside a base.
_BESIDE = ("", "-wal", "-shm", "-journal")


class Item(Struct, frozen=True):
    """A file to be read: where it is, what is shown of it, its size in bytes; or why there is nothing to read."""

    path: str
    name: str
    size: int = 0
    why: Why | None = None


def items(sources: Iterable[Path], but: Collection[Path] = ()) -> Iterator[Item]:
    """Yield each file to be read, sorted within its folder; `but` are bases of ours, which lie among them at times.

    A link to a folder is not followed, nor is anything read: memory holds the names of one folder and of those above it.
    """
    left_out = {_told(Path(f"{path}{end}")) for path in but for end in _BESIDE}
    for source in sources:
        if not source.is_dir():
            if _told(source) not in left_out:
                yield Item(str(source), shown(source.name), _size(source))
            continue
        found = False
        for item in _within(source, shown(source.absolute().name), left_out, 0):
            found = True
            yield item
        if not found:
            yield Item(str(source), shown(source.name), why=Why.EMPTY)


def _within(folder: Path, name: str, left_out: set[str], depth: int) -> Iterator[Item]:
    try:
        with os.scandir(folder) as listed:
            entries = sorted((entry for entry in listed if not _is_hidden(entry)), key=lambda entry: entry.name)
    except OSError:
        yield Item(str(folder), name, why=Why.CANNOT_READ)
        return
    for entry in entries:
        path, called = Path(entry.path), name + WITHIN + shown(entry.name)
        if not _is_folder(entry):
            if not _leads_to_a_folder(entry) and _told(path) not in left_out:
                yield Item(entry.path, called, _size(path))
        elif depth < _DEEPEST:
            yield from _within(path, called, left_out, depth + 1)
        else:
            yield Item(entry.path, called, why=Why.NESTED)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether it is a folder that lies here, not elsewhere."""
    try:
        return (
            entry.is_dir(follow_symlinks=False)
            and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) != _JUNCTION
        )
    except OSError:
        return False


def _leads_to_a_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link that leads to itself: the worker says that it cannot be read


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if is_hidden(entry.name):
        return True
    try:
        return bool(getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & _HIDDEN)
    except OSError:
        return False  # the worker says why it cannot be read


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # the worker says why it cannot be read


def _told(path: Path) -> str:
    return os.path.normcase(path.absolute())
