"""Files written all or nothing: until the new content is whole and on the disk, the old file stays as it was."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msp_desktop.files.names import draft_name

#: What SQLite keeps beside a file, and would play into whatever bears the file's name.
BESIDE = ("-journal", "-wal", "-shm")

_SQLITE = b"SQLite format 3\x00"
#: As paths.DOSSIER_SUFFIX, in a room above this one.
_DOSSIER = ".msp100"
#: How often, and after how many seconds each time, what an antivirus holds for a moment is tried again.
_TRIES, _PAUSE = 4, 0.05


def write_whole(path: Path, content: bytes, *, durable: bool = True, new: bool = False) -> None:
    """Write a file that only its owner may read; OSError leaves the old one, and nothing beside it.

    Where it is not `durable`, a power cut in the next seconds may lose it. `new` is as for `draft_of`.
    """
    with draft_of(path, durable=durable, new=new) as draft, draft.open("wb") as file:
        file.write(content)


@contextmanager
def draft_of(path: Path, *, durable: bool = True, new: bool = False) -> Iterator[Path]:
    """Lend an empty file that only its owner may read, beside `path`; what is in it at the end takes that name.

    Its content is on the disk before it bears the name, and the name too before this ends. After an error the draft
    is gone and `path` is as it was. A journal of SQLite that lies under the new name is set aside: it would be played
    into the new file. Raise OSError where the disk refuses, FileExistsError where the name is taken and the file must
    be `new` (the disk decides which names are the same), or where the old file is a dossier that is open or was not
    closed: only SQLite may replace what is in that one.
    """
    draft = path.with_name(draft_name())
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600))
    try:
        yield draft
        if durable:
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
        if _is_sqlite(draft):
            _set_journals_aside(path)
        elif path.is_file() and (path.suffix.lower() == _DOSSIER or _is_sqlite(path)):
            # A paper, a list or a calendar never takes the place of a dossier, nor of a copy of one, even damaged.
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        _take_name(draft, path, new=new)
        if durable:
            sync_folder(path.parent)
    finally:
        for ending in ("", *BESIDE):
            with suppress(OSError):
                os.unlink(f"{draft}{ending}")


def give_second_name(path: Path, name: Path) -> None:
    """Let a file bear a second name, which no file has yet; the first stays. OSError where the disk refuses."""
    try:
        os.link(path, name)  # nothing to write, on a full disk too
    except FileExistsError:
        raise
    except OSError:  # some file systems know no second names
        write_whole(name, path.read_bytes(), new=True)


@contextmanager
def draft_folder(parent: Path) -> Iterator[Path]:
    """Lend a folder that only its owner may read, for files nobody keeps; it goes with all it holds."""
    import shutil  # here and not above: nothing of it is needed before the first paint

    folder = parent / draft_name("")
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def owner_only(path: str, flags: int) -> int:
    """Open a file that is written bit by bit (a log); only its owner may read it. For the `opener` of `open`."""
    return os.open(path, flags, 0o600)


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk; Windows does it by itself, some network drives never do."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def free_path(path: Path) -> Path:
    """Return the path, or the first « name_2 », « name_3 »… that does not exist."""
    candidate, number = path, 2
    while os.path.lexists(candidate):
        candidate = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return candidate


def _take_name(draft: Path, path: Path, *, new: bool) -> None:
    for attempt in range(_TRIES):
        try:
            _rename(draft, path, new=new)
            return
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE)


def _rename(draft: Path, path: Path, *, new: bool) -> None:
    if not new:
        os.replace(draft, path)
    elif sys.platform == "win32":
        os.rename(draft, path)  # refuses where the name is taken, as no other system does
    else:
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:
            # A stick or a share without second names for one file.
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            os.replace(draft, path)


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _set_journals_aside(path: Path) -> None:
    """Rename what SQLite would play into a file of this name, to names it never looks for."""
    for ending in BESIDE:
        journal = Path(f"{path}{ending}")
        if not os.path.lexists(journal):
            continue
        if os.path.lexists(path) and _is_hot(journal):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        os.replace(journal, free_path(Path(f"{journal}.orphelin")))


def _is_hot(journal: Path) -> bool:
    """Tell whether a journal holds something of a file; one that SQLite is done with is empty or begins with zeros."""
    if journal.name.endswith("-shm"):
        return False
    with journal.open("rb") as file:
        return any(file.read(8))
