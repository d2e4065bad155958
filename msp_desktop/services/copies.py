"""When a dossier is copied safely, and where: in the program's own folder on this computer, and in Documents."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.copies import State, all_copies, checked_content, keep, owner_in, state_of
from msp_desktop.db.copies.names import Copy, fingerprint, of_series
from msp_desktop.db.faults import IO, explained
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import backups_path, data_folder, data_path
from msp_desktop.places import kind_of
from msp_desktop.services.copy_notes import say_once

#: Time of work after which what has changed is copied again.
EVERY = timedelta(minutes=10)


class Made(Struct, frozen=True):
    """Where a copy now lies, and the sentences that say why it does not lie elsewhere too."""

    paths: tuple[Path, ...] = ()
    refused: tuple[str, ...] = ()
    damaged: bool = False
    word: str = ""


def due(last: datetime | None, now: datetime, *, changed: bool) -> bool:
    """Tell whether to copy now: at the first change of a day or of a session, then every ten minutes of work.

    A clock that went back makes one copy more rather than one less.
    """
    return changed and (last is None or last.date() != now.date() or not timedelta(0) <= now - last < EVERY)


def local_path() -> Path:
    """Return where copies go on this computer, whether it can be reached or not."""
    return data_path() / "Sauvegardes"


def local_folder() -> Path:
    """Return the folder of copies on this computer; it may not be there yet. OutOfReachError as `data_folder`."""
    return data_folder() / "Sauvegardes"


def folders(refused: list[Path] | None = None) -> list[Path]:
    """Return the folders of copies, this computer's first; they may not be there, or not be reached.

    What stands in the way of one whose very place cannot be told is added to `refused`.
    """
    found = []
    for folder in (local_path, backups_path):
        try:
            found.append(folder())
        except OSError as error:
            if refused is not None:
                refused.append(Path(os.fsdecode(error.filename or "Sauvegardes")))
    return list(dict.fromkeys(found))


class Making(threading.Thread):
    """Check a snapshot and write it as a copy in each place, away from the window; it closes the snapshot.

    `here` is set once the copy lies on this computer, or was refused there. A Documents folder that does not answer
    holds up nothing but this thread, which the program's end does not wait for.
    """

    def __init__(self, memory: sqlite3.Connection, name: str, now: datetime) -> None:
        super().__init__(name="copy", daemon=True)
        self._memory, self._name, self._now = memory, name, now
        self._folders = folders()
        self.here = threading.Event()
        self.made = Made()

    def run(self) -> None:
        """Write the copy here, then in Documents."""
        try:
            self._write()
        finally:
            self.here.set()

    def _write(self) -> None:
        try:
            with closing(self._memory) as memory:
                content, owner = checked_content(memory), owner_in(memory)
        except UserError as error:
            self.made = Made((), (error.sentence,), damaged=True)
            return
        for folder in self._folders:
            try:
                with explained():
                    if folder == local_path():
                        local_folder()  # whose own sentence is better than the disk's
                        path = keep(content, owner, folder, self._name, self._now)
                    else:
                        path = self._kept_there(content, owner)
            except UserError as error:
                words = away_words(folder)
                if folder == local_path():
                    words = _("No safe copy could be written on this computer: {why}").format(why=error.sentence)
                self.made = replace(self.made, refused=(*self.made.refused, words))
            else:
                self.made = replace(self.made, paths=(*self.made.paths, path))
            self.here.set()
        if any(path.parent == backups_path() for path in self.made.paths):
            self.made = replace(self.made, word=self.made.word or _word_on(backups_path()))

    def _kept_there(self, content: bytes, owner: str) -> Path:
        """Have the copy in Documents, after those made before it that Documents lacks, and return where it lies.

        Where Documents was silent for long, several wait for it: the first brings what the others wrote on this computer
        too, each in its turn, and they find it there. A copy that cannot be read keeps the one being written from nothing.
        """
        own = (fingerprint(content), self._now.replace(second=0, microsecond=0))
        with _one_writer(backups_path()):
            with suppress(UserError):
                if any((copy.digest, copy.made_at) != own for copy in caught_up(self._name, owner)):
                    self.made = replace(self.made, word=back_words(backups_path()))
            for copy in of_series(all_copies(backups_path()), self._name, owner):
                if (copy.digest, copy.made_at) == own:
                    return copy.path
            return keep(content, owner, backups_path(), self._name, self._now)


_writers: dict[Path, threading.RLock] = {}


def _one_writer(folder: Path) -> threading.RLock:
    """Return what lets one thread at a time write copies in a folder: two would give one number twice, or one copy."""
    return _writers.setdefault(folder, threading.RLock())


def caught_up(name: str, owner: str) -> tuple[Copy, ...]:
    """Write in Documents the copies of a dossier that it lacks since it last took one, and return them.

    They lie on this computer alone where Documents refused them or did not answer. Where there is none in Documents, it
    may be that nobody wants them there: none is. UserError where it still refuses.
    """
    with _one_writer(backups_path()):
        with explained():
            there = of_series(all_copies(backups_path()), name, owner)
            here = of_series(all_copies(local_path()), name, owner)
        last = max((copy.made_at for copy in there if copy.made_at is not None), default=datetime.max)
        known = {(copy.digest, copy.made_at) for copy in there}
        brought = []
        for copy in reversed(here):
            if (
                copy.made_at is None
                or copy.made_at < last
                or copy.owner != owner
                or (copy.digest, copy.made_at) in known
            ):
                continue
            state = state_of(copy.path)
            if state is State.UNREADABLE:
                raise UserError(_(IO))  # a newer one there would have this one never be missed again
            if state in (State.PROVED, State.UNPROVED):
                with explained():
                    keep(copy.path.read_bytes(), owner, backups_path(), name, copy.made_at)
                brought.append(copy)
        return tuple(brought)


def away_words(folder: Path) -> str:
    """Return the sentence that says that Documents took no copy."""
    words = _("The safe copy is on this computer only: « {folder} » does not answer, or lets nothing be written. It goes there "
              "once it can.")  # fmt: skip
    return words.format(folder=folder)


def back_words(folder: Path) -> str:
    """Return the sentence that says that Documents has its copies again."""
    return _(
        "« {folder} » can be written again: the safe copies that were on this computer alone are there too."
    ).format(folder=folder)


def _word_on(documents: Path) -> str:
    """Return what is to be known once of a Documents folder that goes elsewhere too."""
    place = kind_of(documents)
    if place is None or not say_once(f"documents {place.words}"):
        return ""
    words = _("The safe copies in Documents lie {place}: the names in them go there too.")
    return words.format(place=place.words)


def make_now(memory: sqlite3.Connection, name: str, now: datetime) -> Made:
    """Write a snapshot as a copy in each place, and return where it lies; see `Making`."""
    making = Making(memory, name, now)
    making.run()
    return making.made
