"""A courtesy note beside an open dossier: who has it, where, since when. SQLite's own lock is what decides."""

from __future__ import annotations

import getpass
import platform
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from msp_desktop.db.faults import BUSY
from msp_desktop.files import write_whole
from msp_desktop.i18n import _

#: More than any note holds, in bytes.
_LARGEST = 4096
#: msgspec crashes where two threads learn one type at once (`method/reading`).
_LEARNING = threading.Lock()


class _Note(Struct, frozen=True):
    """Who has the dossier open, on which computer, since which minute (ISO)."""

    who: str
    machine: str
    since: str


def note_path(dossier: Path) -> Path:
    """Return the note's path, named as office programs name theirs."""
    return dossier.with_name(f"~${dossier.name}")


def leave(dossier: Path) -> bool:
    """Write the note; tell whether it could be written."""
    note = _Note(_user(), platform.node(), datetime.now().isoformat("T", "minutes"))
    try:
        write_whole(note_path(dossier), msgspec.json.encode(note), durable=False)
    except OSError:
        return False
    return True


def remove(dossier: Path) -> None:
    """Delete the note."""
    with suppress(OSError):
        note_path(dossier).unlink(missing_ok=True)


def sentence(dossier: Path) -> str:
    """Return the sentence that says who has the dossier open, as far as the note tells."""
    try:
        written = _read(note_path(dossier))
        with _LEARNING:
            note = msgspec.json.decode(written, type=_Note)
        since = datetime.fromisoformat(note.since)
    except (OSError, ValueError, msgspec.DecodeError, RecursionError):
        return _(BUSY)
    if not note.who:
        return _(BUSY)
    return _("This dossier is open on the computer « {machine} » ({who}, since {time}); close it there first.").format(
        machine=note.machine, who=note.who, time=since.strftime("%d/%m/%Y %H:%M")
    )


def _read(path: Path) -> bytes:
    """Return the beginning of a note; OSError where something else bears its name (a pipe would never answer)."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return file.read(_LARGEST)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
