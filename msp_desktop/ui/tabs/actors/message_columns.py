"""The columns of the communication plan, in which one writes."""

from __future__ import annotations

from typing import Any

from msp_desktop.domain.change import Change
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.formats.dates import medium_date, near_date, short_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services import communication as service
from msp_desktop.services.communication import day_of, days_late
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.tabs.actors.message_panel import states
from msp_desktop.ui.workspace import Workspace


def message_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: date, message, public, means, who, state."""

    def update(row: Communication, **values: Any) -> None:
        workspace.attempt(service.update_communication, row.id, Change(Communication, **values), workspace.today())

    def when(row: Communication) -> str:
        day = day_of(row)
        return near_date(day, workspace.today(), language()) if day else "–"

    def planned(row: Communication) -> str:
        return medium_date(row.due_on, language()) if row.due_on else ""

    def write_date(row: Communication, text: str) -> None:
        workspace.with_date(text, lambda day: update(row, due_on=day))

    def state(row: Communication) -> str:
        late = days_late(row, workspace.today())
        if late:
            return ngettext("{count} day late", "{count} days late", late).format(count=late)
        if row.state is CommunicationState.PUBLISHED and row.published_on:
            return _("published on {day}").format(day=short_date(row.published_on, language()))
        return dict(states())[row.state]

    def glyph(row: Communication) -> tuple[str, str]:
        if days_late(row, workspace.today()):
            return "late", "late"
        return {
            CommunicationState.TODO: ("todo", "ink2"), CommunicationState.READY: ("doing", "accent"),
            CommunicationState.PUBLISHED: ("done", "done"),
        }[row.state]  # fmt: skip

    def tone(row: Communication) -> str:
        return "late" if days_late(row, workspace.today()) else ""

    return [
        Column(_("Date"), when, write_date, value=planned, width=132, tone=tone),
        Column(_("Message"), lambda r: r.message, lambda r, t: update(r, message=t), width=250),
        Column(_("Public"), lambda r: r.audience, lambda r, t: update(r, audience=t), width=105),
        Column(_("Where it is read"), lambda r: r.channel, lambda r, t: update(r, channel=t), width=140),
        Column(_("Who"), lambda r: r.person, lambda r, t: update(r, person=t), width=124,
               names=directory_names(workspace)),
        Column(_("State"), state, lambda r, t: update(r, state=CommunicationState(t)), choices=states,
               value=lambda r: r.state, width=150, glyph=glyph, tone=lambda r: glyph(r)[1] if glyph(r)[1] != "ink2" else ""),
    ]  # fmt: skip
