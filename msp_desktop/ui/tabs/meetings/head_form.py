"""What a meeting is: its title and state, when and where."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.i18n import _
from msp_desktop.services.meetings import update_meeting
from msp_desktop.ui.dialogs.held_early import was_held
from msp_desktop.ui.forms.field import Field, choice, day, hour, line
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.workspace import Workspace


class HeadForm(Form):
    """Title and state, date, hour, place, last day to answer."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        states = [
            (MeetingState.PLANNED, _("to prepare")),
            (MeetingState.HELD, _("held")),
            (MeetingState.CANCELLED, _("cancelled")),
        ]
        super().__init__(
            workspace,
            Meeting,
            self._write_meeting,
            [
                (Field("title", _("Title"), line()), Field("state", _("State"), choice(states))),
                (
                    Field("held_on", _("Date"), day()),
                    Field("starts_at", _("Hour"), hour()),
                    Field("place", _("Place"), line()),
                ),
                (
                    Field("place_details", _("Address, access, parking"), line()),
                    Field("reply_by", _("Answer before"), day()),
                ),
            ],
            parent,
            spacing=8,
        )

    def _write_meeting(self, store: Store, meeting_id: int, change: Change[Meeting]) -> None:
        """Write what was changed; a meeting whose day is to come is not held without a question."""
        if change.values.get("state") == MeetingState.HELD and not was_held(self, self._workspace, meeting_id):
            QTimer.singleShot(0, self, lambda: self.show_meeting(store.reader.one(Meeting, meeting_id)))
        else:
            update_meeting(store, meeting_id, change)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting; an address of several lines, from the letterhead, stands on one."""
        self.show_record(replace(meeting, place_details=" – ".join(meeting.place_details.splitlines())))
