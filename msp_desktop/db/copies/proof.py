"""Whether a copy is the one that was written, and whole; a copy that cannot be read just now is not called damaged."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import stat
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from msp_desktop.db import sums
from msp_desktop.db.admission import LARGEST, bounded, objects_wrong
from msp_desktop.db.copies.names import copy_of, fingerprint
from msp_desktop.db.damage import problems
from msp_desktop.db.engine import APPLICATION_ID, SCHEMA_VERSION, sqlite_uri
from msp_desktop.errors import UserError
from msp_desktop.i18n import N_, _

OPEN_ELSEWHERE = N_("The copy « {name} » is open elsewhere: close it there first, then try again.")
UNREADABLE = N_("The copy « {name} » cannot be read just now: check that its drive is plugged in, then try again.")
ABSENT = N_("The copy « {name} » cannot be found.")
FOREIGN = N_("« {name} » is not a copy of a dossier of this application: choose another one.")
LATER = N_("The copy « {name} » was made by a later version of the application: install that version to use it.")
DAMAGED = N_("The copy « {name} » is damaged: choose the one before.")

#: Letters in which a fingerprint kept beside a copy must agree; by chance four would.
_ENOUGH = 40


class State(StrEnum):
    """What is known of a copy: « unproved » is one in which nothing wrong is found, but which nothing proves."""

    PROVED = "proved"
    UNPROVED = "unproved"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    LATER = "later"
    UNREADABLE = "unreadable"


class Copied(Struct, frozen=True):
    """A copy read into memory: its state, and its content where it may be used, else the sentence that says why not."""

    state: State
    memory: sqlite3.Connection | None
    sentence: str = ""


class _RefusedError(Exception):
    def __init__(self, state: State, sentence: str) -> None:
        super().__init__(sentence)
        self.state, self.sentence = state, sentence


def read_copy(path: Path) -> Copied:
    """Read a copy into memory and check it; whoever asks closes the memory."""
    try:
        return _read(path)
    except _RefusedError as error:
        return Copied(error.state, None, _(error.sentence).format(name=path.name))


def state_of(path: Path) -> State:
    """Return what is known of a copy."""
    copied = read_copy(path)
    if copied.memory is not None:
        copied.memory.close()
    return copied.state


def verified(path: Path) -> bool:
    """Tell whether a copy is whole: by its fingerprint where there is one, and by what SQLite finds."""
    return state_of(path) in (State.PROVED, State.UNPROVED)


def usable(path: Path) -> sqlite3.Connection:
    """Return a copy that may be used, in memory; UserError says in one sentence why it may not be."""
    copied = read_copy(path)
    if copied.memory is None:
        raise UserError(copied.sentence)
    return copied.memory


def _read(path: Path) -> Copied:
    content = _content(path)
    proven = _proven(path, content)
    if proven is False:
        raise _RefusedError(State.DAMAGED, DAMAGED)
    memory = _from_bytes(content) if proven else _through_sqlite(path)
    try:
        _check(memory)
    except BaseException:
        memory.close()
        raise
    return Copied(State.PROVED if proven or sums.has_sums(memory) else State.UNPROVED, memory)


def _content(path: Path) -> bytes:
    try:
        found = path.stat()
        # A pipe would never answer, and some devices never end.
        if found.st_size > LARGEST or not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise _RefusedError(State.FOREIGN, FOREIGN)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _RefusedError(State.UNREADABLE, ABSENT) from error
    except IsADirectoryError as error:
        raise _RefusedError(State.FOREIGN, FOREIGN) from error
    except OSError as error:
        folder = path.is_dir()  # Windows says « access denied » of a folder
        raise _RefusedError(*((State.FOREIGN, FOREIGN) if folder else (State.UNREADABLE, UNREADABLE))) from error


def _proven(path: Path, content: bytes) -> bool | None:
    """Tell whether the content is the one that was written, None where nothing says.

    Former copies have their fingerprint in a file beside them, which may be cut, lost or damaged itself: one that
    agrees in most letters is the right one with a fault, one that is not whole says nothing.
    """
    copy = copy_of(path)
    if copy is not None and copy.digest:
        return fingerprint(content) == copy.digest
    try:
        beside = path.with_name(path.name + ".json").read_bytes()[:100_000]
    except OSError:
        return None
    digest = hashlib.sha256(content).hexdigest().encode()
    found = re.search(rb'"sha256"\s*:\s*"([^"]*)', beside)
    kept = found[1] if found else b""
    if sum(ours == theirs for ours, theirs in zip(digest, kept, strict=False)) >= _ENOUGH:
        return True
    return False if re.fullmatch(rb"[0-9a-f]{64}", kept) else None


def _from_bytes(content: bytes) -> sqlite3.Connection:
    memory = _memory()
    try:
        memory.deserialize(content)
    except (sqlite3.Error, OverflowError) as error:
        memory.close()
        raise _RefusedError(State.DAMAGED, DAMAGED) from error
    return memory


def _through_sqlite(path: Path) -> sqlite3.Connection:
    """Read a file that nothing proves as SQLite does, with its locks and what a power cut left beside it."""
    memory = _memory()
    try:
        uri = sqlite_uri(path.absolute(), "ro")
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.3)) as source:
            source.execute("PRAGMA trusted_schema=OFF")
            pages, size = (source.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
            if path.stat().st_size < pages * size:
                raise _RefusedError(State.DAMAGED, DAMAGED)  # what is missing would be read as zeros
            source.backup(memory)
    except (sqlite3.Error, OSError) as error:
        memory.close()
        raise _refusal(error) from error
    except UnicodeDecodeError as error:  # what SQLite quotes of a broken schema
        memory.close()
        raise _RefusedError(State.DAMAGED, DAMAGED) from error
    except _RefusedError:
        memory.close()
        raise
    return memory


def _refusal(error: sqlite3.Error | OSError) -> _RefusedError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _RefusedError(State.UNREADABLE, OPEN_ELSEWHERE)
    if code == sqlite3.SQLITE_NOTADB:
        return _RefusedError(State.FOREIGN, FOREIGN)
    if code == sqlite3.SQLITE_CORRUPT:
        return _RefusedError(State.DAMAGED, DAMAGED)
    return _RefusedError(State.UNREADABLE, UNREADABLE)


def _check(memory: sqlite3.Connection) -> None:
    try:
        with bounded(memory):
            if memory.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise _RefusedError(State.FOREIGN, FOREIGN)
            version = memory.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise _RefusedError(State.LATER, LATER)
            # A stranger's tables are not even looked through: checking them would run what is in them.
            wrong = objects_wrong(memory, version) or problems(memory)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise _RefusedError(State.DAMAGED, DAMAGED) from error
    if wrong:
        raise _RefusedError(State.DAMAGED, DAMAGED)


def _memory() -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    memory.execute("PRAGMA trusted_schema=OFF")
    return memory
