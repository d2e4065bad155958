"""The columns of the instances (a year, month by month) and of their meetings by date."""

from __future__ import annotations

from typing import Any

from msp_desktop.domain.change import Change
from msp_desktop.domain.instances import Instance, InstanceView, Sitting
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.formats.dates import medium_date, month_name, near_date
from msp_desktop.formats.hours import clock
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services import meetings
from msp_desktop.services.instances import update_instance
from msp_desktop.ui.dialogs.held_early import was_held
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.workspace import Workspace

_GLYPHS = {
    MeetingState.PLANNED: ("todo", "accent"),
    MeetingState.HELD: ("done", "done"),
    MeetingState.CANCELLED: ("close", "ink2"),
}


def instance_columns(workspace: Workspace) -> list[Column]:
    """Return the columns: the instance, how many of its meetings are placed, then the twelve months."""

    def rename(row: InstanceView, text: str) -> None:
        workspace.attempt(update_instance, row.id, Change(Instance, name=text))

    def placed(row: InstanceView) -> str:
        there = sum(one.held_on is not None and one.state is not MeetingState.CANCELLED for one in row.sittings)
        return _("{placed} of {total}").format(placed=there, total=row.instance.per_year)

    def month(number: int) -> Column:
        def own(row: InstanceView) -> list[Sitting]:
            return [one for one in row.sittings if one.held_on is not None and one.held_on.month == number]

        def days(row: InstanceView) -> str:
            return ", ".join(str(one.held_on.day) for one in own(row) if one.held_on)

        def glyph(row: InstanceView) -> tuple[str, str] | None:
            there = own(row)
            return _GLYPHS[there[-1].state] if there else None

        return Column(_short(number), days, width=57, glyph=glyph)

    return [
        Column(_("Instance"), lambda r: r.instance.name, rename, width=260, shows=(("Instance", "name"),)),
        Column(_("Placed"), placed, width=90, tone=lambda r: "late" if r.missing else "done"),
        *(month(number) for number in range(1, 13)),
    ]


def sitting_columns(workspace: Workspace) -> list[Column]:
    """Return the columns of the meetings of a year: date, hour, instance, state, who came."""

    def update(row: Sitting, **values: Any) -> None:
        workspace.attempt(meetings.update_meeting, row.meeting_id, Change(Meeting, **values))

    def when(row: Sitting) -> str:
        return near_date(row.held_on, workspace.today(), language()) if row.held_on else _("date to be set")

    def write_date(row: Sitting, text: str) -> None:
        workspace.with_date(text, lambda day: update(row, held_on=day))

    def write_state(row: Sitting, text: str) -> None:
        state = MeetingState(text)
        if state is not MeetingState.HELD or was_held(None, workspace, row.meeting_id):
            update(row, state=state)

    def came(row: Sitting) -> str:
        if not row.invited:
            return _("nobody invited")
        if row.state is not MeetingState.HELD:
            return ngettext("{count} invited", "{count} invited", row.invited).format(count=row.invited)
        words = ngettext("{present} of {total} came", "{present} of {total} came", row.present)
        return words.format(present=row.present, total=row.invited)

    return [
        Column(_("Date"), when, write_date, width=176,
               value=lambda r: medium_date(r.held_on, language()) if r.held_on else ""),
        Column(_("Hour"), lambda r: clock(r.starts_at) if r.starts_at else NOTHING, width=70),
        Column(_("Meeting"), lambda r: r.title, width=260),
        Column(_("State"), lambda r: dict(_states())[r.state], write_state,
               choices=_states, value=lambda r: r.state, width=110, glyph=lambda r: _GLYPHS[r.state]),
        Column(_("Who came"), came, width=150),
    ]  # fmt: skip


def _states() -> list[tuple[MeetingState, str]]:
    return [
        (MeetingState.PLANNED, _("planned")),
        (MeetingState.HELD, _("held")),
        (MeetingState.CANCELLED, _("cancelled")),
    ]


def _short(month: int) -> str:
    """Return « janv. », « mai »."""
    name = month_name(month)
    return name if len(name) <= _WHOLE else f"{name[: 4 if month in _FOUR else 3]}."


#: A month's name is written whole up to so many letters; these keep four of them (« janv. », « juil. », « sept. »).
_WHOLE, _FOUR = 4, (1, 2, 7, 9)
