"""What is said to whom, when and by whom."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.formats.dates import medium_date
from msp_desktop.i18n import _, language
from msp_desktop.services import small_forms as service
from msp_desktop.services.who import names_for_who
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.workspace import Workspace


def _message_states() -> list[tuple[str, str]]:
    return [
        (CommunicationState.TODO, _("to write")),
        (CommunicationState.READY, _("ready")),
        (CommunicationState.PUBLISHED, _("published")),
    ]


class Messages(SmallForm):
    """What is told to whom, by what means, when."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace, _("Messages to spread"), _("Ask those you name for their agreement before publishing."), parent
        )
        yes_no = [("yes", _("yes")), ("no", _("no"))]
        self._table = self.table(
            _("Messages"),
            [
                Column(
                    _("Message"),
                    lambda m: m.message,
                    lambda m, t: self.update_row(m.id, Change(Communication, message=t)),
                    width=250,
                ),
                Column(
                    _("Means"),
                    lambda m: m.channel,
                    lambda m, t: self.update_row(m.id, Change(Communication, channel=t)),
                    width=110,
                ),
                Column(
                    _("When"),
                    lambda m: medium_date(m.due_on, language()) if m.due_on else "",
                    lambda m, t: self.write_date(Communication, m.id, "due_on", t),
                    width=120,
                ),
                Column(
                    _("Who"),
                    lambda m: m.person,
                    lambda m, t: self.update_row(m.id, Change(Communication, person=t)),
                    width=130,
                    offer=partial(names_for_who, workspace.reader),
                ),
                Column(
                    _("State"),
                    lambda m: dict(_message_states())[m.state],
                    self._write_state,
                    choices=_message_states,
                    value=lambda m: m.state,
                    width=90,
                ),
                Column(
                    _("To all residents"),
                    lambda m: _("yes") if m.for_residents else _("no"),
                    lambda m, t: self.update_row(m.id, Change(Communication, for_residents=t == "yes")),
                    choices=lambda: yes_no,
                    value=lambda m: "yes" if m.for_residents else "no",
                    width=110,
                ),
            ],
            Communication,
        )
        self.adder(_("A new message"), lambda text: workspace.attempt(service.add_communication, text, False))
        self.refresh()

    def _write_state(self, row: Communication, text: str) -> None:
        state = CommunicationState(text)
        published = self.workspace.today() if state is CommunicationState.PUBLISHED else None
        self.update_row(row.id, Change(Communication, state=state, published_on=published))

    @override
    def refresh(self, _records: object = None) -> None:
        self._table.show_rows(service.communications(self.workspace.reader))
