"""Where one meets: the room, its key, what is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.actions import MeetingPlace
from msp_desktop.domain.change import Change
from msp_desktop.i18n import _
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.workspace import Workspace


class Place(SmallForm):
    """Note the regular meeting place."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("The regular meeting place"), _("A room, a time, a key: where the team will meet."), parent
        )
        self._fields: dict[str, LineField | NoteField] = {}
        stored = service.meeting_place(workspace.reader)
        fields = column(
            field(_("Place"), self._line(stored, "place", _("Place"))),
            row(
                field(_("Days and hours"), self._line(stored, "slots", _("Days and hours"))),
                field(_("How many people"), self._line(stored, "capacity", _("How many people"))),
            ),
            row(
                field(_("Access"), self._line(stored, "access", _("Access"))),
                field(_("Who has the key"), self._line(stored, "key_holder", _("Who has the key"))),
            ),
            field(_("Whom to call"), self._line(stored, "contact", _("Whom to call"))),
            field(_("Notes"), self._notes(stored)),
            -1,
            spacing=10,
        )
        self.body.addWidget(scrolled(holder(fields, "scrolled")), 1)

    def _line(self, stored: MeetingPlace, name: str, words: str) -> LineField:
        line = LineField(words)
        line.show_value(getattr(stored, name))
        line.request_write.connect(
            lambda text: self.workspace.attempt(service.update_meeting_place, Change(MeetingPlace, **{name: text}))
        )
        self._fields[name] = line
        return line

    def _notes(self, stored: MeetingPlace) -> NoteField:
        note = NoteField(_("Notes"))
        note.show_value(stored.notes)
        note.request_write.connect(
            lambda text: self.workspace.attempt(service.update_meeting_place, Change(MeetingPlace, notes=text))
        )
        self._fields["notes"] = note
        return note

    @override
    def refresh(self, _records: object = None) -> None:
        stored = service.meeting_place(self.workspace.reader)
        for name, widget in self._fields.items():
            widget.show_value(getattr(stored, name))
