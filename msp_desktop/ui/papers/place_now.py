"""Where documents are written now, asked without holding the window up, and said where it is not their folder."""

from __future__ import annotations

import threading
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import ngettext
from msp_desktop.paths import documents_path
from msp_desktop.services.reach import Reach, away, can_be_written, reach
from msp_desktop.ui.shell import messages
from msp_desktop.ui.widgets.patience import answer_of

_told: set[Path] = set()
_late: dict[Path, list[tuple[Path, Path]]] = {}


def place_now(folder: Path) -> Reach:
    """Return where documents of a folder are written now; a server that is silent for two seconds counts as away.

    What one that answers too late had already taken back is told the next time.
    """
    given_up = threading.Event()

    def ask() -> Reach:
        found = reach(folder, given_up.is_set)
        if given_up.is_set():
            _late.setdefault(folder, []).extend(found.moved)
        return found

    found = answer_of(folder, ask, None)
    if found is None:
        given_up.set()
        found = away(folder)
    return replace(found, moved=(*_late.pop(folder, ()), *found.moved))


def tell_place(parent: QWidget, found: Reach) -> None:
    """Say in a box that documents are written elsewhere, once until their folder can be written again."""
    if not found.sentence:
        _told.clear()
    elif found.folder not in _told:
        _told.add(found.folder)
        messages.tell(parent, found.sentence)


def proposed_folder() -> Path:
    """Return the folder in which to propose that a file be saved: Documents, or the user's own while it is away."""
    top = documents_path()
    return top if answer_of(top, lambda: can_be_written(top), False) else Path.home()


def back_words(count: int, folder: Path) -> str:
    """Return the sentence that says that documents are where they belong again."""
    words = ngettext(
        "« {folder} » can be written again: {count} document that waited on this computer is there now.",
        "« {folder} » can be written again: {count} documents that waited on this computer are there now.",
        count,
    )
    return words.format(folder=folder, count=count)
