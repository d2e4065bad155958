"""Leaving a dossier with words that cannot be saved: go back, try again, save elsewhere, or close and keep them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # a dialog's class is made by Qt when first named: not before the first paint
from PySide6.QtGui import QGuiApplication

from msp_desktop.errors import UserError
from msp_desktop.files import free_path, write_whole
from msp_desktop.i18n import _
from msp_desktop.paths import DOSSIER_SUFFIX
from msp_desktop.services.kept_words import as_text
from msp_desktop.ui.drafts import State
from msp_desktop.ui.shell import messages

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow
    from msp_desktop.ui.workspace import Workspace

GO_BACK, AGAIN, ELSEWHERE, CLOSE = range(4)


def may_leave(window: MainWindow, workspace: Workspace) -> bool:
    """Write what is typed before the dossier closes, or ask; tell whether it may close."""
    while not workspace.flush(said=False):
        kept = _("Closed all the same, it is kept on this computer and shown again when the dossier is next opened.")
        answer = _ask(window, workspace, f"{_waiting_words(workspace)}\n\n{kept}", _("Close all the same"))
        if answer == GO_BACK:
            return False
        if answer == CLOSE and _offer_text(window, workspace):
            return True
    return True


def tell_unsaved(window: MainWindow, workspace: Workspace) -> None:
    """Say what is not saved and why, and let it be tried again or saved elsewhere."""
    while not workspace.flush(said=False):
        if workspace.drafts.state() is not State.REFUSED:
            messages.tell(window, _waiting_words(workspace))
            return
        if _ask(window, workspace, _waiting_words(workspace)) == GO_BACK:
            return


def _ask(window: MainWindow, workspace: Workspace, sentence: str, close: str = "") -> int:
    """Ask what to do; what is chosen and needs no other answer is done."""
    offered = {GO_BACK: _("Go back")}
    if workspace.drafts.state() is State.REFUSED:
        # What is not understood would be understood nowhere else.
        offered |= {AGAIN: _("Try again"), ELSEWHERE: _("Save elsewhere…")}
    if close:
        offered[CLOSE] = close
    answer = list(offered)[messages.choose(window, sentence, *offered.values())]
    if answer == ELSEWHERE:
        save_elsewhere(window, workspace)
    return answer


def save_elsewhere(window: MainWindow, workspace: Workspace) -> bool:
    """Write the whole dossier at another place, go on in it, and write there what waits; tell whether it was."""
    from msp_desktop.db.copies import write_copy
    from msp_desktop.db.dossier import close_dossier
    from msp_desktop.services.dossiers import open_existing
    from msp_desktop.ui.papers.place_now import proposed_folder

    before = workspace.store
    # A free name: a question whether to write over something would frighten.
    proposed = free_path(proposed_folder() / before.path.name)
    path, _kind = QtWidgets.QFileDialog.getSaveFileName(
        window, _("Save elsewhere"), str(proposed), f"*{DOSSIER_SUFFIX}"
    )
    if not path:
        return False
    target = Path(path) if path.endswith(DOSSIER_SUFFIX) else Path(path + DOSSIER_SUFFIX)
    if target.absolute() == before.path.absolute():
        messages.tell(window, _("The dossier cannot be written there: choose another place or another name."))
        return False
    try:
        write_copy(before.connection, target)
        workspace.move_to(open_existing(target))
    except UserError as error:
        messages.tell(window, error.sentence)
        return False
    window.moved_to(workspace)
    close_dossier(before)
    return workspace.flush(said=False)


def _offer_text(window: MainWindow, workspace: Workspace) -> bool:
    """Offer what cannot be saved as a text; False where somebody goes back to the question."""
    from msp_desktop.ui.papers.place_now import proposed_folder

    kept_here = workspace.kept.finish()
    sentence = _("Your words are kept on this computer. Shall they also be written in a text file?")
    if not kept_here:
        sentence = _("This computer cannot keep your words either: write them in a text file on another drive.")
    if messages.choose(window, sentence, _("Write them in a file…"), _("Close without a file")):
        return True
    name = f"{workspace.store.path.stem}_{window.clock().date().isoformat()}_mots-non-enregistres.txt"
    path, _kind = QtWidgets.QFileDialog.getSaveFileName(
        window, _("Write what is not saved"), str(proposed_folder() / name), "*.txt"
    )
    if not path:
        return False
    text = as_text(workspace.kept.all(), window.windowTitle())
    try:
        write_whole(Path(path), text.encode("utf-8-sig"))
    except OSError:
        QGuiApplication.clipboard().setText(text)
        messages.tell(
            window, _("The file could not be written. Your words are on the clipboard: paste them in a message.")
        )
        return False
    return True


def _waiting_words(workspace: Workspace) -> str:
    """Return what is not saved, field by field, and why."""
    fields: dict[str, list[str]] = {}
    for draft in workspace.drafts.stuck().values():
        fields.setdefault(draft.refused or draft.wrong, []).append(draft.label)
    lines = [f"• {', '.join(dict.fromkeys(labels))}\u00a0: {why}" for why, labels in fields.items()]
    return "\n".join((_("This is not saved yet:"), *lines))
