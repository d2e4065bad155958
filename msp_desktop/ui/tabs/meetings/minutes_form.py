"""The minutes: a summary, and next steps that become actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.change import Change
from msp_desktop.domain.meetings import Meeting, NextStep
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import _, language
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.services import meetings as service
from msp_desktop.ui.forms.field import Field, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, framed, row
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.sizes import day_room
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace


class MinutesForm(QWidget):
    """Summary and next steps of one meeting."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id = 0
        self._summary_title, self._steps_title = title(""), title("")
        self._summary = Form(
            workspace,
            Meeting,
            service.update_meeting,
            [self._summary_title, Field("summary", _("Summary"), note(least=3, most=14), bare=True)],
            spacing=8,
        )

        def write(name: str) -> Callable[[NextStep, str], None]:
            return lambda s, t: workspace.attempt(service.update_next_step, s.id, Change(NextStep, **{name: t}))

        self._table = RecordTable(
            _("Next steps"),
            [
                Column(_("What"), lambda s: s.text, write("text"), width=330, shows=(("NextStep", "text"),)),
                Column(
                    _("Who"),
                    lambda s: s.person,
                    write("person"),
                    width=150,
                    names=directory_names(workspace),
                    shows=(("NextStep", "person"),),
                ),
                Column(
                    _("By when"),
                    lambda s: day_date(s.due_on, language()) if s.due_on else "",
                    self._write_date,
                    width=max(130, day_room()),
                ),
                Column(_("Action"), lambda s: _("yes") if s.action_id else "–", width=70),
            ],
            sortable=False,
            drafts=workspace.drafts,
        )
        self._table.request_delete.connect(lambda ids: workspace.attempt(service.delete_next_step, *ids))
        self._new = AddLine(_("A next step"), _("Add a next step, then Enter"), workspace.drafts, self._add)
        self._to_actions = LinkButton(_("Make them actions of the hundred days"), "calendar")
        lock(workspace, self._to_actions)
        self._to_actions.clicked.connect(lambda: workspace.attempt(service.next_steps_to_actions, self._meeting_id))
        self.setLayout(
            column(
                self._summary,
                row(self._steps_title, -1, self._to_actions),
                framed(self._table),
                self._new,
                spacing=8,
            )
        )

    def focus_first(self) -> None:
        """Put the keyboard on the summary."""
        self._summary.focus_first()

    def show_meeting(self, view: MeetingView) -> None:
        """Show the minutes of a meeting."""
        self._new.show_owner(view.meeting.id)
        self._meeting_id = view.meeting.id
        kind = kit_meetings().kind(view.meeting.kind)
        self._summary_title.setText(kind.summary_title)
        self._steps_title.setText(kind.next_steps_title)
        self._summary.show_record(view.meeting)
        self._table.show_rows(list(view.next_steps))
        self._table.setFixedHeight(theme().px(34) + theme().px(28) * max(1, min(len(view.next_steps), 8)))
        self._to_actions.setEnabled(any(step.action_id is None for step in view.next_steps))
        show_tip(self._to_actions, "" if self._to_actions.isEnabled() else _("Every next step is an action already."))

    def _add(self, meeting_id: int, words: str) -> object:
        return self._workspace.attempt(service.add_next_step, meeting_id, words)

    def _write_date(self, step: NextStep, text: str) -> None:
        def write(day: date | None) -> None:
            self._workspace.attempt(service.update_next_step, step.id, Change(NextStep, due_on=day))

        self._workspace.with_date(text, write)
