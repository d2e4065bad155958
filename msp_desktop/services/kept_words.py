"""Words typed that no record holds yet, kept on this computer until they are written or given up."""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from msp_desktop.files import is_gone, write_whole
from msp_desktop.paths import data_folder, make_folder

#: The folder of these words in the data folder, one small file a dossier.
FOLDER = "Mots en attente"
#: Largest file read, in bytes, and days after which the words of a dossier that is no more are deleted.
LARGEST, DAYS = 20_000_000, 60

Words = str | bool | int | float | None | dict[str, Any]


class Kept(msgspec.Struct, frozen=True):
    """Words, where they belong (as `DraftKey`), the name of their field, and what was stored there `before`."""

    kind: str
    id: int | str | None
    attribute: str
    label: str
    words: Words
    before: str = ""


class _File(msgspec.Struct):
    dossier: str
    kept: list[Kept]


def file_for(uid: str, dossier: Path) -> Path:
    """Return the file of the words begun in a dossier, which may not exist yet.

    A copy taken again beside a dossier has the same identity, but words of its own; those of a file moved or renamed
    follow it.
    """
    name = re.sub(r"[^A-Za-z0-9-]", "", uid)[:64] or re.sub(r"\W", "-", dossier.stem)[:64] or "dossier"
    place = os.path.normcase(dossier.absolute())
    own = f"{name}-{hashlib.sha256(os.fsencode(place)).hexdigest()[:8]}.json"
    try:
        folder = data_folder() / FOLDER
    except OSError:
        return Path(os.devnull) / own  # no folder on this computer: nothing is read there, and writing is refused
    if not (folder / own).exists():
        for former in folder.glob(f"{name}-????????.json"):
            found = _decoded(former)
            if found is not None and is_gone(Path(found.dossier)):
                return former
    return folder / own


def read(file: Path) -> tuple[Kept, ...]:
    """Return the words kept in a file, none where there is no file or it makes no sense."""
    found = _decoded(file)
    return tuple(found.kept) if found else ()


def write(file: Path, dossier: Path, kept: Sequence[Kept]) -> None:
    """Keep these words, and no others, durably; none deletes the file. OSError where this disk refuses too."""
    if not kept:
        file.unlink(missing_ok=True)
        return
    make_folder(file.parent)
    write_whole(file, msgspec.json.encode(_File(str(dossier.absolute()), list(kept))))


def files_of(dossier: Path) -> tuple[Path, ...]:
    """Return the files of the words kept for a dossier: they go, and come back, with it."""
    return tuple(file for file in _files() if (found := _decoded(file)) and found.dossier == str(dossier.absolute()))


def sweep() -> None:
    """Delete the words of dossiers that have been gone for long; a stick that is not plugged in comes back before."""
    for file in _files():
        with suppress(OSError):
            old = time.time() - file.stat().st_mtime > DAYS * 86_400
            found = _decoded(file) if old else None
            if old and (found is None or is_gone(Path(found.dossier))):
                file.unlink()


def as_text(kept: Sequence[Kept], heading: str) -> str:
    """Return words as a text to keep elsewhere: each field's name, then what was typed there."""
    parts = [heading]
    for one in kept:
        if isinstance(one.words, dict):
            parts += [f"{one.label} – {name}\n{words}" for name, words in one.words.items() if words]
        elif one.words not in (None, ""):
            parts.append(f"{one.label}\n{one.words}")
    return "\n\n".join(parts) + "\n"


def _files() -> list[Path]:
    with suppress(OSError):
        return sorted((data_folder() / FOLDER).glob("*.json"))
    return []


def _decoded(file: Path) -> _File | None:
    try:
        if file.stat().st_size > LARGEST:
            return None
        return msgspec.json.decode(file.read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
