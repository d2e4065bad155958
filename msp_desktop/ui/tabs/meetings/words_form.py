"""What a meeting is for, and what is said of it before it is held."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.meetings import Meeting
from msp_desktop.i18n import _
from msp_desktop.services.meetings import update_meeting
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.workspace import Workspace


class WordsForm(Form):
    """Aims, introduction, the mayor's note, what to say first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            Meeting,
            update_meeting,
            [
                Field("objectives", _("What the meeting is for"), note(most=6)),
                Field("introduction", _("Introduction, printed at the head of the agenda"), note(most=5)),
                Field("mayor_notes", _("The mayor's note on the meeting, never printed for the guests"), note(most=8)),
                Field("opening_words", _("What to say first"), note(most=6)),
            ],
            parent,
            spacing=8,
        )
