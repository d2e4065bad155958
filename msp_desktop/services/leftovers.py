"""Look through the places of the program for what was left half made, once the window is painted."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msp_desktop.files import sweep
from msp_desktop.paths import data_folder, documents_folder

#: How far below its folders the program makes files: « Documents/Sauvegardes/a dossier ».
_DEPTH = 2


def places(dossiers: Iterable[str]) -> Iterator[Path]:
    """Yield the folders where the program makes files: its own with those in them, and those of the dossiers given."""
    yield from dict.fromkeys(Path(dossier).parent for dossier in dossiers)
    for own in (data_folder, documents_folder):
        yield from _with_those_in(own)


def sweep_places(dossiers: Iterable[str]) -> int:
    """Delete what killed programs left in those folders and return how many there were; it may wait for a network."""
    return sweep(places(dossiers))


def sweep_aside(dossiers: Iterable[str]) -> threading.Thread:
    """Do so in a thread of its own, which nobody waits for, and return it."""
    known = tuple(dossiers)
    thread = threading.Thread(target=lambda: sweep_places(known), name="sweeper", daemon=True)
    thread.start()
    return thread


def _with_those_in(own: Callable[[], Path]) -> Iterator[Path]:
    with suppress(OSError):
        top = own()
        for folder, below, _files in os.walk(top):
            yield Path(folder)
            if len(Path(folder).relative_to(top).parts) >= _DEPTH:
                below.clear()
