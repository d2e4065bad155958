"""Whether the folder of documents can be written, and where documents wait on this computer while it cannot."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.files import draft_folder, free_path, write_whole
from msp_desktop.i18n import _
from msp_desktop.paths import data_path, documents_path, make_folder
from msp_desktop.places import Place, kind_of

#: What is written to try a folder, in bytes: as much as a document takes, which a full disk or a used quota refuses.
_TRIED = 256 * 1024
#: How many files of one name are looked into.
_MOST_ALIKE = 50


#: Where each file was, and where it is.
Moved: TypeAlias = tuple[tuple[Path, Path], ...]


class Reach(Struct, frozen=True):
    """Where documents are written now, whose place that is, and why it is not where they belong.

    `moved` are those that waited on this computer and are now where they belong.
    """

    folder: Path
    place: Place | None = None
    sentence: str = ""
    moved: Moved = ()


def waiting_folder(folder: Path) -> Path:
    """Return where on this computer documents of a folder wait; it may not be there."""
    top = documents_path()
    below = folder.relative_to(top) if folder.is_relative_to(top) else Path(folder.name)
    return data_path() / "Documents" / below


def reach(folder: Path, given_up: Callable[[], bool] = lambda: False) -> Reach:
    """Try to write in a folder, made where it is missing, and bring there what waited for it.

    It may wait for a server as long as the system does: a window asks it in a thread. Once that window has `given_up`, what
    waits stays: it may just have been written, and be on its way to a printer or a message.
    """
    if not can_be_written(folder):
        return away(folder)
    place = kind_of(folder)
    return Reach(folder, place, moved=bring_back(folder, given_up))


def away(folder: Path) -> Reach:
    """Return where documents go while their folder refuses them or does not answer, and the sentence that says so."""
    here = waiting_folder(folder)
    words = _("« {folder} » does not answer, or lets nothing be written. Meanwhile, documents go to « {here} », on this "
              "computer. Check the network, or ask whoever looks after this computer.")  # fmt: skip
    return Reach(here, sentence=words.format(folder=folder, here=here))


def can_be_written(folder: Path) -> bool:
    """Tell whether a folder, made where it is missing, takes as much as a document."""
    try:
        with explained(), draft_folder(make_folder(folder)) as draft:
            write_whole(draft / "essai", bytes(_TRIED), durable=False)
    except UserError:
        return False
    return True


def bring_back(folder: Path, given_up: Callable[[], bool] = lambda: False) -> Moved:
    """Move to a folder the files that wait for it on this computer, none written over; what is refused goes on waiting.

    One that is refused holds up no other.
    """
    here = waiting_folder(folder)
    moved = []
    with suppress(OSError):
        for entry in sorted(os.scandir(here), key=lambda entry: entry.name):
            if not entry.is_file(follow_symlinks=False) or entry.name.startswith("."):
                continue
            with suppress(OSError):
                source = Path(entry.path)
                content = source.read_bytes()
                if given_up():
                    break
                target = _written_once(folder / entry.name, content)
                moved.append((source, target))
                source.unlink()
    with suppress(OSError):
        here.rmdir()
    return tuple(moved)


def _written_once(path: Path, content: bytes) -> Path:
    """Write a file under its name or the next free one, unless one of them holds it already; return where it is.

    It does where a program was killed, or where what waited could not be deleted.
    """
    free = free_path(path)
    taken = [path, *(path.with_name(f"{path.stem}_{number}{path.suffix}") for number in range(2, _MOST_ALIKE))]
    for one in taken[: taken.index(free) if free in taken else len(taken)]:
        if one.is_file() and one.read_bytes() == content:
            return one
    write_whole(free, content, new=True)
    return free
