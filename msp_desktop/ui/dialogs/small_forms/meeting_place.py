"""Where one meets: the room, its key, what is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import MeetingPlace
from msp_desktop.domain.change import Change
from msp_desktop.i18n import _
from msp_desktop.services import small_forms as service
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.forms.field import Field, line, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.workspace import Workspace


class MeetingPlaceForm(SmallForm):
    """Note the regular meeting place."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("The regular meeting place"), _("A room, a time, a key: where the team will meet."), parent
        )
        self._form = Form(
            workspace,
            MeetingPlace,
            _write,
            [
                Field("place", _("Place"), line()),
                (Field("slots", _("Days and hours"), line()), Field("capacity", _("How many people"), line())),
                (Field("access", _("Access"), line()), Field("key_holder", _("Who has the key"), line())),
                Field("contact", _("Whom to call"), line()),
                Field("notes", _("Notes"), note()),
            ],
            fold_at=1.6,
        )
        self.body.addWidget(self._form)
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self, _records: object = None) -> None:
        self._form.show_record(service.meeting_place(self.workspace.reader))


def _write(store: Store, _only: object, change: Change[MeetingPlace]) -> None:
    service.update_meeting_place(store, change)
