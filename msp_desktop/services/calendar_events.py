"""Collect the calendar events of a dossier: its meetings and its due dates."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import timezone_for
from msp_desktop.domain.calendar_events import CalendarEvent
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.errors import UserError
from msp_desktop.formats.names import of_commune
from msp_desktop.i18n import _
from msp_desktop.services.timeline import timeline

#: An hour and a half where the agenda has no point yet: the most the method advises (contenu-metier, section 6).
_DEFAULT_MINUTES = 90


def meeting_event(reader: Reader, meeting_id: int) -> CalendarEvent:
    """Return a meeting as an event with an alarm the day before; UserError where it has no date."""
    commune, meeting = reader.one(Commune, 1), reader.one(Meeting, meeting_id)
    if meeting.held_on is None:
        raise UserError(_("This meeting has no date yet: fill it in first."))
    begins = datetime.combine(meeting.held_on, meeting.starts_at) if meeting.starts_at else meeting.held_on
    items = reader.all(AgendaItem, order="position, id", meeting_id=meeting_id)
    points = [f"{number}. {item.title} ({item.minutes} min)" for number, item in enumerate(items, 1)]
    total = sum(item.minutes for item in items)
    return CalendarEvent(
        uid=f"{meeting.uid}@sante100jours.invalid",
        title=meeting.title,
        begins=begins,
        zone=timezone_for(commune.department_code),
        minutes=(total or _DEFAULT_MINUTES) if meeting.starts_at else 0,
        place=", ".join(filter(None, (meeting.place, *meeting.place_details.splitlines()))),
        description="\n".join(("Ordre du jour\u00a0:", *points)) if points else "",
        organiser=f"Mairie {of_commune(commune.name)}",
        organiser_email=commune.email.strip(),
        alarm_days=1,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )


def all_events(reader: Reader, now: datetime) -> tuple[CalendarEvent, ...]:
    """Return every dated meeting and every action's due date, in date order."""
    meeting = TABLES[Meeting].c
    dated = reader.select(select(meeting.id).where(meeting.held_on.is_not(None)).order_by(meeting.id))
    found = [meeting_event(reader, row.id) for row in dated]
    return tuple(sorted((*found, *_due_dates(reader, now)), key=lambda entry: str(entry.begins)))


def _due_dates(reader: Reader, now: datetime) -> list[CalendarEvent]:
    commune = reader.one(Commune, 1)
    zone = timezone_for(commune.department_code)
    found = []
    for phase in timeline(reader, now.date()).phases:
        for action in phase.actions:
            if action.due is None:
                continue
            done = action.state is ActionState.DONE
            found.append(
                CalendarEvent(
                    uid=f"action-{action.id}.{commune.uid}@sante100jours.invalid",
                    title=f"{'Fait' if done else 'Échéance'}\u00a0: {action.title}",
                    begins=action.due,
                    zone=zone,
                    description="\n".join(
                        filter(None, (f"Qui\u00a0: {action.assignee}" if action.assignee else "", action.done_when))
                    ),
                    alarm_days=1 if action.is_open else 0,
                    # « Sans objet »: the entry of an earlier import is withdrawn from the calendar.
                    cancelled=action.state is ActionState.DROPPED,
                )
            )
    return found
