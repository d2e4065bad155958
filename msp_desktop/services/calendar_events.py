"""Collect the calendar events of a dossier: its meetings, and the days planned for what there is to do."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from msgspec.structs import replace
from sqlalchemy import select

from msp_desktop.db.reader import Reader
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import timezone_for
from msp_desktop.domain.calendar_events import CalendarEvent
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState, NextStep
from msp_desktop.domain.schedule import ActionView
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import after_colon, capital, uncapital
from msp_desktop.formats.french.towns import town_hall
from msp_desktop.formats.text import fold, one_line
from msp_desktop.i18n import _
from msp_desktop.services.calls import calls
from msp_desktop.services.journal import follow_ups
from msp_desktop.services.schemes import cls_is_carried
from msp_desktop.services.timeline import timeline
from msp_desktop.services.who import as_shown

#: An hour and a half where the agenda has no point yet: the most the method advises (contenu-metier, section 6).
_DEFAULT_MINUTES = 90
_DOMAIN = "sante100jours.invalid"


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
        uid=uid_of_meeting(meeting),
        title=_with_place(meeting),
        begins=begins,
        zone=timezone_for(commune.department_code),
        minutes=(total or _DEFAULT_MINUTES) if meeting.starts_at else 0,
        place=", ".join(filter(None, (meeting.place, *meeting.place_details.splitlines()))),
        description="\n".join(("Ordre du jour\u00a0:", *points)) if points else "",
        organiser=organiser(commune),
        organiser_email=commune.email,
        alarm_days=1,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )


def organiser(commune: Commune) -> str:
    """Return who invites to a meeting: « Mairie du Grand-Bourg »."""
    return town_hall(commune.name, commune.insee)


def uid_of_meeting(meeting: Meeting) -> str:
    """Return the name of a meeting in diaries."""
    return f"{meeting.uid}@{_DOMAIN}"


def is_meeting(uid: str) -> bool:
    """Tell whether a name in diaries is a meeting's: the others say first what they are (« action-3.… »)."""
    return "." not in uid.partition("@")[0]


def all_events(reader: Reader, today: date, known: Collection[str] = ()) -> tuple[CalendarEvent, ...]:
    """Return every dated meeting, and each day planned as the printed calendar says it, in date order.

    What is done, cancelled or « sans objet » is no new entry: it is there only where it is `known`, the names of what
    diaries hold already.
    """
    meeting = TABLES[Meeting].c
    dated = reader.select(select(meeting.id).where(meeting.held_on.is_not(None)).order_by(meeting.id))
    found = [meeting_event(reader, row.id) for row in dated]
    found = [event for event in found if not event.cancelled or event.uid in known]
    found += _actions(reader, today, known)
    found += _next_steps(reader)
    found += _follow_ups(reader, today)
    found += _calls(reader)
    return tuple(sorted(found, key=lambda entry: (str(entry.begins), entry.uid)))


def _with_place(meeting: Meeting) -> str:
    """Return « Première rencontre avec les professionnels de santé, salle des associations »."""
    title, place = one_line(meeting.title), one_line(meeting.place).strip()
    return title if not place or fold(place) in fold(title) else f"{title}, {uncapital(place)}"


def _actions(reader: Reader, today: date, known: Collection[str]) -> list[CalendarEvent]:
    found = []
    for action in timeline(reader, today).actions():
        uid = _uid(reader, "action", action.id)
        day = action.planned or action.due
        if action.meeting is not None and action.meeting.held_on == day:
            continue  # the meeting it stands for is there, with its hour
        if day is not None and (action.is_open or (uid in known and action.state is ActionState.DONE)):
            found.append(_whole_day(reader, uid, _title(action), day, _about(action), rings=action.is_open))
    return found


def _title(action: ActionView) -> str:
    return action.title if action.is_open else after_colon("Fait", action.title)


def _about(action: ActionView) -> str:
    done_when = f"C’est fait quand\u00a0: {uncapital(action.done_when)}" if action.done_when else ""
    return "\n".join(filter(None, (f"Qui\u00a0: {action.assignee}" if action.assignee else "", done_when)))


def _next_steps(reader: Reader) -> list[CalendarEvent]:
    """Return the next steps of the minutes that are no action of the timeline yet."""
    step = TABLES[NextStep].c
    asked = select(TABLES[NextStep]).where(step.due_on.is_not(None), step.action_id.is_(None)).order_by(step.id)
    found = []
    for row in as_shown(reader, NextStep, list(reader.select(asked))):
        meeting = reader.one(Meeting, row.meeting_id)
        about = f"Suite de la réunion\u00a0: {uncapital(one_line(meeting.title))}"
        who = f"Qui\u00a0: {row.person}" if row.person else ""
        description = "\n".join(filter(None, (who, about)))
        assert row.due_on is not None
        uid = _uid(reader, "step", row.id)
        found.append(_whole_day(reader, uid, one_line(row.text), row.due_on, description))
    return found


def _follow_ups(reader: Reader, today: date) -> list[CalendarEvent]:
    """Return what is owed after an exchange, where it has a day."""
    found = []
    for one in follow_ups(reader, today):
        if one.due is None:
            continue
        whom = f" avec {one.whom}" if one.whom else ""
        who = f"Qui\u00a0: {one.by}" if one.by else ""
        description = "\n".join(filter(None, (who, f"Après l’échange du {long_date(one.held_on)}{whom}")))
        title = one.what or "Suite d’un échange"
        found.append(_whole_day(reader, _uid(reader, "exchange", one.id), title, one.due, description))
    return found


def _calls(reader: Reader) -> list[CalendarEvent]:
    """Return the closing days of the calls still to be answered, with an alarm on the day of their reminder."""
    found = []
    for call in calls(reader) if cls_is_carried(reader) else ():
        if not call.is_open or call.closes_on is None:
            continue
        lines = [
            f"Financeur\u00a0: {one_line(call.funder)}" if call.funder else "",
            f"Qui répond\u00a0: {call.answered_by}" if call.answered_by else "",
            f"Où se renseigner\u00a0: {one_line(call.where)}" if call.where else "",
        ]
        title = after_colon("Clôture de l’appel", one_line(call.subject))
        event = _whole_day(reader, _uid(reader, "call", call.id), title, call.closes_on, "\n".join(filter(None, lines)))
        ahead = (call.closes_on - call.reminded_on).days if call.reminded_on is not None else 1
        found.append(replace(event, alarm_days=max(1, ahead)))
    return found


def _uid(reader: Reader, kind: str, key: int) -> str:
    return f"{kind}-{key}.{reader.one(Commune, 1).uid}@{_DOMAIN}"


def _whole_day(
    reader: Reader, uid: str, title: str, day: date, description: str, *, rings: bool = True
) -> CalendarEvent:
    zone = timezone_for(reader.one(Commune, 1).department_code)
    return CalendarEvent(
        uid=uid, title=capital(title), begins=day, zone=zone, description=description, alarm_days=1 if rings else 0
    )
