"""What is done to known dossiers: renamed, put in the archive, deleted, taken off the list, found again; each undone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6 import QtWidgets  # a dialog's class is made by Qt when first named: not before the first paint

from msp_desktop.db.faults import IO
from msp_desktop.errors import UserError
from msp_desktop.i18n import _, ngettext
from msp_desktop.paths import DOSSIER_SUFFIX, backups_path, dossiers_folder
from msp_desktop.services import preferences as prefs
from msp_desktop.services.preferences import Recent
from msp_desktop.ui.shell import messages
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.patience import answer_of

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


#: What is done to the dossier at a path.
Act = Callable[["MainWindow", str], object]


class Done(Struct, frozen=True):
    """What was just done to a dossier, and what takes it back."""

    sentence: str
    undo: Callable[[], None]


def entry_of(window: MainWindow, path: str) -> Recent:
    """Return what is known of the dossier at a path; its file's name alone where it is in no list."""
    known = next((one for one in window.preferences.recent if one.path == path), None)
    return known or Recent(path=path)


def name_of(entry: Recent) -> str:
    """Return what a dossier is called: its commune, with what its file says beside; else its file."""
    from msp_desktop.domain.dossier_marks import mark_of

    stem = Path(entry.path).stem
    mark = mark_of(entry.name, stem) if entry.name else ""
    return f"{entry.name} ({mark})" if mark else entry.name or stem


def take_off(window: MainWindow, path: str) -> None:
    """Take a dossier off the list; its file stays where it is."""
    words = _("« {name} » is no longer in this list; its file stays where it is: {path}")
    _drop(window, path, words.format(name=name_of(entry_of(window, path)), path=path))


def archive(window: MainWindow, path: str) -> bool:
    """Put a dossier in the archive: out of the list, found again in « Put away, find again ». Tell whether it was done."""
    if not _closed(window, path):
        return False
    before = window.preferences.recent
    entry = entry_of(window, path)
    _keep(window, window.preferences.with_recent(replace(entry, archived=True)))
    words = _("« {name} » is in the archive: « Put away, find again… » brings it back.")
    window.just_done = Done(words.format(name=name_of(entry)), lambda: _as_before(window, before))
    return True


def bring_back(window: MainWindow, path: str) -> None:
    """Put a dossier of the archive, or one that was in no list, at the head of the list."""
    before = window.preferences.recent
    entry = replace(entry_of(window, path), archived=False)
    _keep(window, window.preferences.with_recent(entry))
    words = _("« {name} » is in the list again.").format(name=name_of(entry))
    window.just_done = Done(words, lambda: _as_before(window, before))


def rename(window: MainWindow, path: str) -> str | None:
    """Ask for another name and give it to a dossier's file; return its path, None where it was left as it was.

    The one that is open is shown again under its new name.
    """
    from msp_desktop.ui.dialogs.rename_dossier import RenameDossier

    entry = entry_of(window, path)
    if not _answers(window, path):
        return None
    dialog = RenameDossier(Path(path), name_of(entry), lambda words: _renamed(window, path, words), window)
    return str(dialog.outcome) if run(dialog) else None


def put_in_bin(window: MainWindow, path: str) -> bool:
    """Ask, then put a dossier in the recycle bin, its safe copies told; tell whether it was done."""
    from msp_desktop.services.known_dossiers import parts_to_bin
    from msp_desktop.ui.shell.recycle_bin import put_in_bin as into_bin

    entry = entry_of(window, path)
    if not _answers(window, path):
        return False
    question = _("Put the dossier « {name} » in the recycle bin? {copies}")
    copies = _copies_words(Path(path))
    answers = (_("Keep it"), _("Put it in the recycle bin"))
    is_open = _is_open(window, path)
    if messages.ask(window, question.format(name=name_of(entry), copies=copies), *answers) or not _closed(window, path):
        return False
    window.wait_for_copies()
    copies = _copies_words(Path(path))  # closing it may have made one more
    before = window.preferences.recent
    try:
        binned = into_bin(parts_to_bin(Path(path)))
    except UserError as error:
        window.refuse(error.sentence)
        if is_open:
            window.open_dossier(Path(path))
        return False
    _keep(window, window.preferences.without_recent(path))

    def undo() -> None:
        from msp_desktop.ui.shell.recycle_bin import take_out

        try:
            take_out(binned)
        except UserError as error:
            window.refuse(error.sentence)
            return
        _as_before(window, before)

    words = _("« {name} » is in the recycle bin. {copies}").format(name=name_of(entry), copies=copies)
    window.just_done = Done(words, undo)
    return True


def find_again(window: MainWindow, path: str) -> None:
    """Ask what becomes of a dossier whose file is not found: chosen elsewhere, taken again from a copy, off the list."""
    from msp_desktop.ui.shell.copies import show

    entry = entry_of(window, path)
    question = _(
        "The dossier « {name} » is not found where it was: {path}. If it is on a stick or a share, plug it in and try "
        "again. If it was moved or renamed, choose its file."
    ).format(name=name_of(entry), path=path)
    answers = (_("Choose its file…"), _("Take a safe copy again…"), _("Take it off the list"), _("Cancel"))
    answer = messages.choose(window, question, *answers, escape=3)
    if answer == 0:
        _choose_file(window, path, entry)
    elif answer == 1:
        show(window)
    elif answer == 2:
        take_off(window, path)
        if window.workspace is None:
            window.show_start()


def undo(window: MainWindow) -> None:
    """Take back what was just done to a dossier, and show the list again."""
    done, window.just_done = window.just_done, None
    if done is not None:
        done.undo()
        window.show_start()


def _choose_file(window: MainWindow, path: str, entry: Recent) -> None:
    folder = answer_of(path, lambda: next(one for one in Path(path).parents if one.is_dir()), None) or dossiers_folder()
    pattern = _("Dossiers (*{suffix})").format(suffix=DOSSIER_SUFFIX)
    title = _("Where is « {name} »?").format(name=name_of(entry))
    chosen, _kind = QtWidgets.QFileDialog.getOpenFileName(window, title, str(folder), pattern)
    if chosen and window.open_dossier(Path(chosen)):
        _keep(window, window.preferences.without_recent(path))


def _renamed(window: MainWindow, path: str, words: str) -> Path | None:
    """Rename a dossier's file; None, once it is said why, where it cannot be."""
    from msp_desktop.services.known_dossiers import moved, renamed

    is_open = _is_open(window, path)
    if not _closed(window, path):
        return None
    before = entry_of(window, path)
    try:
        target = renamed(Path(path), words)
    except UserError as error:
        window.refuse(error.sentence)
        if is_open:
            window.open_dossier(Path(path))
        return None
    _keep(window, window.preferences.with_changed(path, replace(before, path=str(target))))
    if is_open:
        window.open_dossier(target)

    def undo() -> None:
        try:
            moved(target, Path(path))  # its very name: not all are names that we would give
        except UserError as error:
            window.refuse(error.sentence)
            return
        _keep(window, window.preferences.with_changed(str(target), before))

    sentence = _("The dossier's file is now called « {name} ».").format(name=target.stem)
    if is_open:
        window.say(sentence)
    else:
        window.just_done = Done(sentence, undo)
    return target


def _copies_words(path: Path) -> str:
    """Say how many safe copies stay of a dossier: they hold the same names, and bring it back."""
    from msp_desktop.services.known_dossiers import copies_of

    count = answer_of(backups_path(), lambda: copies_of(path), None)
    if count is None:
        return _("Its safe copies cannot be counted: Documents does not answer.")
    if not count:
        return _("It has no safe copy.")
    words = ngettext(
        "{count} safe copy of it stays, with the names it holds: « Restore a copy » brings it back.",
        "{count} safe copies of it stay, with the names they hold: « Restore a copy » brings it back.",
        count,
    )
    return words.format(count=count)


def _answers(window: MainWindow, path: str) -> bool:
    """Tell whether the disk or the server of a dossier answers; say where it does not."""
    answers = answer_of(path, lambda: os.path.lexists(path) or True, False)
    if not answers:
        window.refuse(_(IO))
    return answers


def _is_open(window: MainWindow, path: str) -> bool:
    workspace = window.workspace
    return workspace is not None and not workspace.store.is_copy and str(workspace.store.path.absolute()) == path


def _closed(window: MainWindow, path: str) -> bool:
    """Close a dossier where it is the one open; False where somebody goes back to it."""
    if not _is_open(window, path):
        return True
    if not window.close_dossier():
        return False
    window.show_start()
    return True


def _drop(window: MainWindow, path: str, sentence: str) -> None:
    before = window.preferences.recent
    _keep(window, window.preferences.without_recent(path))
    window.just_done = Done(sentence, lambda: _as_before(window, before))


def _as_before(window: MainWindow, recent: tuple[Recent, ...]) -> None:
    _keep(window, replace(window.preferences, recent=recent))


def _keep(window: MainWindow, preferences: prefs.Preferences) -> None:
    window.preferences = preferences
    prefs.save(preferences)
