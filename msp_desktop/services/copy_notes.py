"""What is remembered of copies on this computer: what was said once, and when each dossier last went to a stick."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from msp_desktop.files import write_whole
from msp_desktop.paths import data_folder

#: Days without a copy on a stick after which a word is said, and before it is said again.
REMIND_AFTER = timedelta(days=30)
#: Dossiers remembered, and the largest file read, in bytes: many times what so many take.
_MOST, _LARGEST = 200, 1_000_000


class CopyNotes(Struct, frozen=True):
    """Sentences that were said once; by dossier, the day (ISO) of its last copy on a stick, or of the last reminder."""

    said: tuple[str, ...] = ()
    sticks: dict[str, str] = field(default_factory=dict)
    reminded: dict[str, str] = field(default_factory=dict)


def load() -> CopyNotes:
    """Return what is remembered; nothing where it cannot be read."""
    try:
        path = data_folder() / "copies.json"
        if path.stat().st_size > _LARGEST:
            return CopyNotes()
        return msgspec.json.decode(path.read_bytes(), type=CopyNotes)
    except (OSError, msgspec.DecodeError, RecursionError):
        return CopyNotes()


def save(notes: CopyNotes) -> None:
    """Write what is to be remembered; where the disk refuses, a word is said once more."""
    with suppress(OSError):
        write_whole(data_folder() / "copies.json", msgspec.json.encode(notes), durable=False)


def say_once(code: str) -> bool:
    """Tell whether something is said for the first time on this computer, and remember it."""
    notes = load()
    if code in notes.said:
        return False
    save(replace(notes, said=(*notes.said, code)[-_MOST:]))
    return True


def note_stick(owner: str, today: date) -> None:
    """Remember that a dossier was copied to a stick."""
    notes = load()
    save(replace(notes, sticks=_with(notes.sticks, owner, today)))


def reminder_due(owner: str, today: date) -> bool:
    """Tell whether to remind of a copy on a stick, and remember that it was done; the first time notes the day only."""
    notes = load()
    known = [_day(days.get(owner, "")) for days in (notes.sticks, notes.reminded)]
    last = max((day for day in known if day is not None and day <= today), default=None)
    if last is not None and today - last < REMIND_AFTER:
        return False
    save(replace(notes, reminded=_with(notes.reminded, owner, today)))
    return last is not None


def _with(days: dict[str, str], owner: str, today: date) -> dict[str, str]:
    others = {known: day for known, day in days.items() if known != owner}
    return dict([*others.items(), (owner, today.isoformat())][-_MOST:])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
