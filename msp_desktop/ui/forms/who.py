"""The directory as the editors of « Qui » ask it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.services.who import label_of, names_in, names_to_propose
from msp_desktop.ui.widgets.who_names import Names
from msp_desktop.ui.workspace import Workspace


def directory_names(workspace: Workspace) -> Names:
    """Return what the editors of « Qui » propose and know in this dossier, and how somebody new is added."""

    def add(words: str, parent: QWidget) -> str | None:
        from msp_desktop.ui.dialogs.new_person import NewPerson  # wanted by a click alone
        from msp_desktop.ui.widgets.modal import run

        dialog = NewPerson(workspace, words, parent)
        return label_of(workspace.reader, dialog.outcome.id) if run(dialog, workspace) else None

    return Names(
        lambda: names_to_propose(workspace.reader),
        lambda typed: names_in(workspace.reader, typed),
        None if workspace.read_only else add,
    )
