"""What is done with safe copies: shown, looked at, taken again beside the dossier or in its place, put on a stick."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # a dialog's class is made by Qt when first named: not before the first paint

from msp_desktop import fleet
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX, backups_path
from msp_desktop.ui.shell import messages
from msp_desktop.ui.shell.allowed import allowed
from msp_desktop.ui.shell.work import Work
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.patience import answer_of

#: When the reminder is said after a dossier is shown, in milliseconds: once one has seen that it is open.
REMIND = 4000

if TYPE_CHECKING:
    from msp_desktop.db.store import Store
    from msp_desktop.services.copy_list import Listed
    from msp_desktop.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Show the copies of the dossier open, or of all dossiers, and do what is chosen."""
    from msp_desktop.db.copies import snapshot
    from msp_desktop.db.copies.names import owner_of
    from msp_desktop.domain.commune import Commune
    from msp_desktop.ui.dialogs.copies import BROWSE, LOOK, STICK, TAKE, CopiesDialog

    workspace = window.workspace
    if workspace is not None and not workspace.store.is_copy:
        window.flush()
        owner = owner_of(workspace.reader.one(Commune, 1).uid)
        try:
            entries, unseen = _listed(workspace.store.path.stem, owner)
            present = snapshot(workspace.store.connection)
        except UserError as error:
            window.refuse(error.sentence)
            return
    else:
        (entries, unseen), present = _listed(), None
    dialog = CopiesDialog(entries, present, window, unseen=unseen)
    if not run(dialog):
        return
    choice, path = dialog.choice, dialog.path
    if choice == LOOK:
        look(window, path)
    elif choice == TAKE:
        take(window, path)
    elif choice == STICK:
        to_stick(window)
    elif choice == BROWSE:
        browse(window)


def _listed(name: str = "", owner: str = "") -> tuple[list[Listed], str]:
    """Return the copies there are, and the sentence that says which folder of them does not answer."""
    from msp_desktop.services.copies import local_path
    from msp_desktop.services.copy_list import listed

    refused: list[Path] = []
    folder = backups_path()
    entries = answer_of(folder, lambda: listed(name, owner, refused), None)
    if entries is None:
        entries, refused = listed(name, owner, among=(local_path(),)), [folder]
    words = _("This list lacks the copies of « {folder} », which does not answer just now: check the network.")
    return entries, "\n".join(words.format(folder=one) for one in refused)


def browse(window: MainWindow) -> None:
    """Choose a copy anywhere (a stick, a share), and look at it."""
    from msp_desktop.services.copies import local_folder

    pattern = _("Dossiers (*{suffix})").format(suffix=DOSSIER_SUFFIX)
    path, _kind = QtWidgets.QFileDialog.getOpenFileName(window, _("Choose a safe copy"), str(local_folder()), pattern)
    if path:
        look(window, Path(path))


def look(window: MainWindow, path: Path) -> None:
    """Open a copy to be read only; its band offers to take it again."""
    from msp_desktop.services.copy_list import look_at

    try:
        store = look_at(path)
    except UserError as error:
        window.refuse(error.sentence)
        return
    shown = _shown(window)
    window.show_store(store)
    if window.workspace is not None and window.workspace.store is store:
        window.came_from = shown


def take(window: MainWindow, path: Path) -> None:
    """Ask whether a copy is put beside the dossiers or in place of the one it is of, and open it."""
    from msp_desktop.db.copies import copy_of
    from msp_desktop.services.copy_list import owner_of_copy, put_beside, put_in_place
    from msp_desktop.services.recovery_words import moment_words

    known = _shown(window)
    # Another dossier's copy never takes the place of this one.
    shown = known[0] if known is not None and owner_of_copy(path) == known[1] else None
    copy = copy_of(path)
    moment = (moment_words(copy.made_at) if copy is not None else "") or f"« {path.stem} »"
    beside, cancel = _("Put it beside, under its own name"), _("Cancel")
    if shown is not None:
        question = _(
            "Take the copy of {moment} again beside the dossier « {name} », which stays as it is; or in its place, "
            "after a copy of the dossier as it is now?"
        ).format(name=shown.stem, moment=moment)
        answer = messages.choose(window, question, beside, _("Put it in place of the dossier"), cancel, escape=2)
    else:
        question = _("Take the copy of {moment} again? It gets a name of its own, and replaces nothing.").format(
            moment=moment
        )
        answer = 2 if messages.choose(window, question, beside, cancel, escape=1) == 1 else 0
    if answer == 2 or not window.close_dossier():
        return
    try:
        if answer == 0:
            target, said = put_beside(path), _("Copy taken again, beside: {name}")
        else:
            assert shown is not None
            put_in_place(path, shown, window.clock())
            target, said = shown, _("Copy put in place of « {name} »; what was there is among the copies.")
    except UserError as error:
        window.refuse(error.sentence)
        if known is None or not window.open_dossier(known[0]):
            window.show_start()
        return
    if window.open_dossier(target):
        window.say(said.format(name=target.stem))


def _shown(window: MainWindow) -> tuple[Path, str] | None:
    """Return the dossier shown and whose it is; of a copy that is looked at, the dossier it was looked at from."""
    from msp_desktop.db.copies.names import owner_of
    from msp_desktop.domain.commune import Commune

    workspace = window.workspace
    if workspace is None or workspace.store.is_copy:
        return window.came_from
    return workspace.store.path, owner_of(workspace.reader.one(Commune, 1).uid)


def remind(window: MainWindow, store: Store) -> None:
    """Say that people are to be looked at again, once a year has gone by; else, once in thirty days, that there is no stick."""
    from msp_desktop.services.copy_notes import reminder_due

    shown = _shown(window)
    if window.workspace is None or window.workspace.store is not store or store.read_only or shown is None:
        return
    from msp_desktop.services.privacy_review import review_due

    today = window.clock().date()
    if review_due(window.workspace.reader, today):
        window.say(_("A year has gone by: look at whom you still keep, in « Dossier », « Personal data… »."))
    elif reminder_due(shown[1], today) and not fleet.present().forbids("DisableStick"):
        window.say(_("No copy on a stick for thirty days: « Dossier », « Copy to a stick… »."))


def to_stick(window: MainWindow) -> None:
    """Write a copy on a stick, or in a folder chosen, and read it back."""
    from msp_desktop.db.copies import snapshot
    from msp_desktop.services.stick import Stick, write_on
    from msp_desktop.ui.shell.sticks import sticks

    workspace = window.workspace
    if workspace is None or workspace.store.is_copy or not allowed(window, "DisableStick"):
        return
    window.flush()
    found = sticks()
    folder: Path | None = None
    if found:
        question = _("On which stick shall the copy be written? It holds names: keep it in a safe place.")
        names = [stick.label for stick in found]
        answer = messages.choose(window, question, *names, _("Another folder…"), _("Cancel"), escape=len(found) + 1)
        if answer == len(found) + 1:
            return
        folder = found[answer].folder if answer < len(found) else None
    if folder is None:
        chosen = QtWidgets.QFileDialog.getExistingDirectory(
            window, _("Choose the stick or the folder"), str(Path.home())
        )
        if not chosen:
            return
        folder = Path(chosen)
    try:
        memory = snapshot(workspace.store.connection)
    except UserError as error:
        window.refuse(error.sentence)
        return
    window.say(_("The copy is being written…"))
    name, now = workspace.store.path.stem, window.clock()
    work = Work(lambda: write_on(memory, Stick(folder.name, folder), name, now), window)
    work.ended.connect(lambda found: _on_stick(window, found))
    work.start()


def _on_stick(window: MainWindow, found: object) -> None:
    if isinstance(found, Path):
        window.say(_("Copy written and read back: {path}").format(path=found))
    else:
        window.refuse(found.sentence if isinstance(found, UserError) else _("The copy could not be written."))
