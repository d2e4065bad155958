"""Ask before a meeting planned for another day is said to have been held."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.shell import messages
from msp_desktop.ui.workspace import Workspace


def was_held(parent: QWidget | None, workspace: Workspace, meeting_id: int) -> bool:
    """Tell whether a meeting may be said to have been held: asked where its day is still to come."""
    meeting = workspace.reader.one(Meeting, meeting_id)
    day = meeting.held_on
    if day is None or day <= workspace.today() or meeting.state is MeetingState.HELD:
        return True
    question = _("This meeting is planned for {day}. Was it held already?")
    return not messages.ask(parent, question.format(day=day_date(day, language())), _("Not yet"), _("Yes, it was held"))
