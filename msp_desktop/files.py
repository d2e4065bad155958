"""Files written all or nothing: until the new content is whole and on the disk, the old file stays as it was."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write a file that only its owner may read; OSError leaves the old one, and nothing beside it.

    Where it is not `durable`, a power cut in the next seconds may lose it.
    """
    import tempfile  # here: nothing is written before the window is painted, and it brings much with it

    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if durable:
            put_in_place(draft, path)
        else:
            os.replace(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Rename a finished file to its final name in the same folder, so that it survives a power cut."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(draft, path)
    sync_folder(path.parent)


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
    while candidate.exists():
        candidate = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return candidate
