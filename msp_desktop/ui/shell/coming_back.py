"""After a dossier is opened: what waited on this computer for a Documents folder that was away goes there, and it is said."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.db.copies.names import owner_of
from msp_desktop.domain.commune import Commune
from msp_desktop.errors import UserError
from msp_desktop.paths import backups_path, documents_path
from msp_desktop.services.copies import back_words, caught_up
from msp_desktop.ui.shell.work import Work

if TYPE_CHECKING:
    from msp_desktop.db.store import Store
    from msp_desktop.services.reach import Moved
    from msp_desktop.ui.main_window import MainWindow


def look(window: MainWindow, store: Store) -> None:
    """Look in a thread whether something waits, and whether its folder can be written again."""
    if store.read_only:
        return
    name, owner = store.path.stem, owner_of(store.reader.one(Commune, 1).uid)
    work = Work(lambda: _brought(name, owner), window)
    work.ended.connect(lambda found: _tell(window, store, found))
    work.start()


def _brought(name: str, owner: str) -> tuple[int, Moved]:
    """Return how many copies went to Documents, and the documents that did."""
    from msp_desktop.services.reach import bring_back, can_be_written, waiting_folder

    moved: Moved = ()
    for folder in (documents_path() / name, documents_path()):  # the pages of weeks belong to no dossier
        if _waits(waiting_folder(folder)) and can_be_written(folder):
            moved = (*moved, *bring_back(folder))
    try:
        return len(caught_up(name, owner)), moved
    except UserError:
        return 0, moved


def _waits(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(entry.is_file(follow_symlinks=False) for entry in entries)
    except OSError:
        return False


def _tell(window: MainWindow, store: Store, found: object) -> None:
    workspace = window.workspace
    if not isinstance(found, tuple) or workspace is None or workspace.store is not store:
        return
    count, moved = found
    if moved:
        from msp_desktop.services.produced import note_moved
        from msp_desktop.ui.papers.place_now import back_words as documents_words

        workspace.attempt(note_moved, moved)
        window.say(documents_words(len(moved), moved[0][1].parent))
    elif count:
        window.say(back_words(backups_path()))
