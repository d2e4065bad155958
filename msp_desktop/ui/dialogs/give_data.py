"""Write all that the dossier holds of somebody into a folder, to be given to them."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.ui.papers.place_now import proposed_folder
from msp_desktop.ui.workspace import Workspace


def give_data(workspace: Workspace, person_id: int, parent: QWidget) -> None:
    """Ask for a folder, write a page and its data there, and say where."""
    from msp_desktop.papers.person import write_person

    folder = QtWidgets.QFileDialog.getExistingDirectory(parent, _("Where to write the data"), str(proposed_folder()))
    if not folder:
        return
    try:
        page, _data = write_person(workspace.reader, person_id, Path(folder), workspace.now())
    except UserError as error:
        workspace.refuse(error.sentence)
        return
    words = _("Written: {path}. Read it again before it is given: a note may name somebody else.")
    workspace.said.emit(words.format(path=page), False)
