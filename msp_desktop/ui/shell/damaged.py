"""What is done about a damaged dossier: shown with its last good copy, taken again, recovered; checked in the background."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # a dialog's class is made by Qt when first named: not before the first paint
from PySide6.QtCore import QTimer
from shiboken6 import isValid

from msp_desktop.db.faults import DAMAGED
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.ui.shell.arrivals import after_boxes
from msp_desktop.ui.shell.closing import may_leave
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.widgets.patience import answer_of

if TYPE_CHECKING:
    from msp_desktop.db.store import Store
    from msp_desktop.services.recovery import GoodCopy, Recovered
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.shell.damaged_page import DamagedPage

#: When a dossier just shown is checked whole, in milliseconds; later where something still loads.
SOON = 1500
#: How long the check leaves the interpreter to the window after some rows, in seconds.
_PAUSE = 0.002


def show(window: MainWindow, dossier: Path, sentence: str = "", *, opens: bool = False) -> None:
    """Show that a dossier, which is closed, is damaged; then, once its copies are looked through, what can be done."""
    from msp_desktop.services.recovery import last_good_copy
    from msp_desktop.ui.shell.damaged_page import DamagedPage

    said = "" if sentence == _(DAMAGED) else sentence  # which tells where to find what this page shows
    today = window.clock().date()
    page = DamagedPage(dossier, said, None, today, opens=opens, looking=True)
    window.show_alone(page)
    work = Work(partial(last_good_copy, dossier), window)
    work.ended.connect(lambda found: _offer(window, page, dossier, said, found, opens) if isValid(page) else None)
    work.start()


def _offer(window: MainWindow, looking: DamagedPage, dossier: Path, said: str, found: object, opens: bool) -> None:
    from msp_desktop.services.recovery import GoodCopy
    from msp_desktop.ui.shell.damaged_page import DamagedPage

    if window.current_page() is not looking:
        return
    copy = found if isinstance(found, GoodCopy) else None
    page = DamagedPage(dossier, said, copy, window.clock().date(), opens=opens)
    page.request_take.connect(lambda: _take(window, page, dossier, copy))
    page.request_recover.connect(lambda: _recover(window, page, dossier, copy))
    page.request_other.connect(lambda: _other(window, dossier))
    page.request_return.connect(lambda: window.open_dossier(dossier))
    page.request_start.connect(window.show_start)
    window.show_alone(page)
    page.take_focus()


def found_while_open(window: MainWindow) -> None:
    """Show what can be done, once, where the open dossier turned out damaged while it was read."""
    if window.mending or window.workspace is None:
        return
    window.mending = True
    QTimer.singleShot(0, window, lambda: after_boxes(window, lambda: _leave_and_show(window)))


def _leave_and_show(window: MainWindow) -> None:
    workspace = window.workspace
    try:
        stays = workspace is not None and not may_leave(window, workspace)
    except UserError:
        stays = False  # what is typed cannot be written into this file any more; it is kept beside it
    finally:
        window.mending = False
    if stays:
        window.show_unsaved()
    elif workspace is not None and window.workspace is workspace:
        path = workspace.store.path
        window.leave_damaged(workspace.store)
        show(window, path, opens=True)


def check_soon(window: MainWindow, store: Store) -> None:
    """Check all of an open dossier once the window has nothing else to load; a band tells of what is found."""
    QTimer.singleShot(SOON, window, lambda: _check(window, store))


def _check(window: MainWindow, store: Store) -> None:
    from msp_desktop.db.copies import snapshot
    from msp_desktop.db.damage import DamagedError

    if window.workspace is None or window.workspace.store is not store:
        return
    if not window.is_loaded() or store.connection.in_transaction:
        check_soon(window, store)
        return
    try:
        memory = snapshot(store.connection)
    except DamagedError:
        window.tell_damage(store)
        return
    except UserError:
        return  # a disk that does not answer just now says nothing of what is in the file
    work = Work(partial(_problems, memory), window)
    work.ended.connect(lambda found: window.tell_damage(store) if found else None)
    work.start()


def _problems(memory: sqlite3.Connection) -> list[str]:
    from msp_desktop.db.damage import problems

    with closing(memory):
        return problems(memory, partial(time.sleep, _PAUSE))


def _take(window: MainWindow, page: DamagedPage, dossier: Path, copy: GoodCopy | None) -> None:
    from msp_desktop.services.recovery import take_again

    if copy is None:
        return
    _begin(window, page, _("The copy is being put in place…"))
    work = Work(partial(take_again, dossier, copy.path, window.clock().date()), window)
    work.ended.connect(lambda kept: _taken(window, page, dossier, kept))
    work.start()


def _begin(window: MainWindow, page: DamagedPage, sentence: str) -> None:
    window.mending = True
    page.say_busy(sentence)


def _end(window: MainWindow, page: DamagedPage) -> None:
    window.mending = False
    if isValid(page):  # somebody may have gone to another page meanwhile
        page.say_busy("")


def _taken(window: MainWindow, page: DamagedPage, dossier: Path, kept: object) -> None:
    _end(window, page)
    if isinstance(kept, UserError):
        window.refuse(kept.sentence)
    elif window.open_dossier(dossier) and isinstance(kept, Path):
        window.say(_("The damaged file is kept: « {name} ».").format(name=kept.name))


def _recover(window: MainWindow, page: DamagedPage, dossier: Path, copy: GoodCopy | None) -> None:
    from msp_desktop.services.recovery import recover

    _begin(window, page, _("Reading what can be read: this may take a minute…"))
    work = Work(partial(recover, dossier, dossier, window.clock().date(), copy), window)
    work.ended.connect(lambda found: _recovered(window, page, found))
    work.start()


def _recovered(window: MainWindow, page: DamagedPage, found: object) -> None:
    from msp_desktop.services.recovery import Recovered
    from msp_desktop.ui.shell.damaged_page import RecoveredPage

    _end(window, page)
    if not isinstance(found, Recovered):
        window.refuse(
            found.sentence
            if isinstance(found, UserError)
            else _("Nothing could be recovered of this file: take a safe copy again.")
        )
        return
    result = RecoveredPage(found)
    result.request_open.connect(lambda: window.open_dossier(found.path))
    result.request_keep.connect(lambda: _keep(window, found))
    window.show_alone(result)
    result.take_focus()


def _keep(window: MainWindow, found: Recovered) -> None:
    from msp_desktop.db.faults import explained
    from msp_desktop.files import write_whole
    from msp_desktop.services.recovery_words import as_text

    proposed = found.path.with_name(f"{found.path.stem}_recuperation.txt")
    path, _kind = QtWidgets.QFileDialog.getSaveFileName(window, _("Keep this list"), str(proposed), "*.txt")
    if not path:
        return
    try:
        with explained():
            write_whole(Path(path), as_text(found).encode("utf-8"))
    except UserError as error:
        window.refuse(error.sentence)
        return
    window.say(_("List kept: {path}").format(path=path))


def _other(window: MainWindow, dossier: Path) -> None:
    """Choose another copy, to be taken again in the damaged dossier's place."""
    from msp_desktop.paths import DOSSIER_SUFFIX
    from msp_desktop.services.copies import folders
    from msp_desktop.services.recovery import take_again

    where = next((str(folder) for folder in reversed(folders()) if _is_folder(folder)), str(dossier.parent))
    pattern = _("Dossiers (*{suffix})").format(suffix=DOSSIER_SUFFIX)
    path, _kind = QtWidgets.QFileDialog.getOpenFileName(window, _("Choose a safe copy"), where, pattern)
    if not path:
        return
    try:
        kept = take_again(dossier, Path(path), window.clock().date())
    except UserError as error:
        window.refuse(error.sentence)
        return
    if window.open_dossier(dossier) and kept is not None:
        window.say(_("The damaged file is kept: « {name} ».").format(name=kept.name))


def _is_folder(path: Path) -> bool:
    return answer_of(path, lambda: os.path.isdir(path), False)
