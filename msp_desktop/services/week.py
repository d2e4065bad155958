"""What each known dossier has due, read without opening it for writing, for the start page and the page of the week."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import select

from msp_desktop.db.glance import glance
from msp_desktop.db.reader import Reader, RecordGoneError
from msp_desktop.db.tables import TABLES
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.communications import Communication, CommunicationState
from msp_desktop.domain.dossier_marks import mark_of
from msp_desktop.domain.follow_ups import FollowUp, Source
from msp_desktop.domain.meetings import Meeting, MeetingState, NextStep
from msp_desktop.domain.people import Person
from msp_desktop.domain.schedule import ActionView, next_actions, overdue_after_the_end
from msp_desktop.domain.week import Due, DueKind, TownWeek
from msp_desktop.errors import UserError
from msp_desktop.files import is_gone
from msp_desktop.formats.dates import short_date
from msp_desktop.formats.french.case import after_colon, capital, uncapital
from msp_desktop.formats.phones import phone
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _
from msp_desktop.services.follow_ups import all_owed
from msp_desktop.services.journal import entry
from msp_desktop.services.timeline import timeline
from msp_desktop.services.vigilance_facts import standing
from msp_desktop.services.who import as_shown


def towns_week(paths: Iterable[Path], today: date) -> tuple[TownWeek, ...]:
    """Return each dossier's week, in their order, a file named twice once; one that cannot be read says why."""
    files = {os.path.normcase(os.path.realpath(path)): path for path in reversed(list(paths))}
    return tuple(town_at(path, today) for path in reversed(files.values()))


def town_at(path: Path, today: date) -> TownWeek:
    """Return the week of the dossier at a path, read without writing a byte of it; one that cannot be read says why."""
    try:
        store = glance(path)
    except UserError as error:
        return TownWeek(path=str(path), name=path.stem, problem=error.sentence, gone=is_gone(path))
    try:
        return town_week(store.reader, str(path), today)
    except RecordGoneError:
        return TownWeek(path=str(path), name=path.stem, problem=_("This dossier is damaged."))
    finally:
        store.close()


def town_week(reader: Reader, path: str, today: date) -> TownWeek:
    """Return where a dossier is on a day and what it has due."""
    commune = reader.one(Commune, 1)
    view = timeline(reader, today)
    coming = next_actions(view, 1)
    meeting = _next_meeting(reader, today)
    owed = all_owed(reader, today)
    arms = reader.find(Picture, code="arms")
    mark = mark_of(commune.name, Path(path).stem)
    found = [
        *_actions(reader, today),
        *_meetings(reader),
        *_steps(reader),
        *_follow_ups(reader, owed),
        *_messages(reader),
    ]
    return TownWeek(
        path=path,
        name=commune.name,
        department=commune.department,
        department_code=commune.department_code,
        day_zero=commune.day_zero,
        phone=phone(commune.phone),
        arms=arms.data if arms else None,
        is_sample=commune.is_sample,
        coming=replace(_action(coming[0]), title=coming[0].short_title) if coming else None,
        overdue=len(overdue_after_the_end(view)),
        follow_ups=tuple(one.due for one in owed if one.due is not None),
        vigilances=standing(reader, today),
        meeting_on=meeting.held_on if meeting else None,
        meeting_at=meeting.starts_at if meeting else None,
        due=tuple(_of(due, f"{commune.name} ({mark})" if mark else commune.name, path) for due in found),
    )


def _of(due: Due, town: str, path: str) -> Due:
    return replace(due, town=town, path=path)


def _next_meeting(reader: Reader, today: date) -> Meeting | None:
    table = TABLES[Meeting]
    coming = select(table).where(table.c.held_on >= today, table.c.state == MeetingState.PLANNED)
    found: list[Meeting] = reader.select(coming.order_by(table.c.held_on, table.c.starts_at, table.c.id).limit(1))
    return found[0] if found else None


def _actions(reader: Reader, today: date) -> list[Due]:
    """Return the open actions with a date; a meeting that stands for one is told with its hour, once."""
    view = timeline(reader, today)
    return [
        _action(action)
        for action in next_actions(view, len(view.actions()))
        if (action.planned or action.due) and action.meeting is None
    ]


def _action(action: ActionView) -> Due:
    detail = action.assignee
    day = action.planned or action.due or date.max
    return Due(kind=DueKind.ACTION, key=action.id, day=day, title=action.title, detail=detail)


def _meetings(reader: Reader) -> list[Due]:
    """Return the meetings planned, and the days by which their guests answer."""
    found = []
    for meeting in reader.all(Meeting, order="held_on, id", state=MeetingState.PLANNED):
        if meeting.held_on is None:
            continue
        title = one_line(meeting.title)
        found.append(
            Due(
                kind=DueKind.MEETING, key=meeting.id, day=meeting.held_on, title=title,
                detail=one_line(meeting.place), at=meeting.starts_at,
            )
        )  # fmt: skip
        if meeting.reply_by is not None and meeting.invitations_sent_on is not None:
            words = after_colon("Réponses des invités", title)
            found.append(Due(kind=DueKind.REPLIES, key=meeting.id, day=meeting.reply_by, title=words))
    return found


def _steps(reader: Reader) -> list[Due]:
    """Return the next steps of minutes that are no action of the timeline."""
    step = TABLES[NextStep].c
    asked = select(TABLES[NextStep]).where(step.due_on.is_not(None), step.action_id.is_(None)).order_by(step.id)
    return [
        Due(
            kind=DueKind.STEP, key=row.meeting_id, day=row.due_on, title=one_line(row.text),
            detail=row.person,
        )
        for row in as_shown(reader, NextStep, list(reader.select(asked)))
        if row.due_on is not None
    ]  # fmt: skip


def _follow_ups(reader: Reader, owed: list[FollowUp]) -> list[Due]:
    """Return what is owed and has a day: after exchanges with the telephone of the one it is owed to, and on calls."""
    return [
        _call(one, one.due)
        if one.source is Source.CALL
        else Due(
            kind=DueKind.FOLLOW_UP, key=one.id, day=one.due, title=one_line(one.what) or "Suite d’un échange",
            detail=f"Avec {one.whom}" if one.whom else "", phone=_phone(reader, one.id),
        )
        for one in owed
        if one.due is not None
    ]  # fmt: skip


def _call(one: FollowUp, day: date) -> Due:
    """Return what is to be seen to of a call, its funder and its closing day beside it."""
    closes = f"clôture le {short_date(one.closes_on)}" if one.closes_on is not None else ""
    detail = capital(", ".join(filter(None, (one.whom, closes))))
    return Due(kind=DueKind.CALL, key=one.id, day=day, title=after_colon("Appel", one.what), detail=detail)


def _phone(reader: Reader, exchange_id: int) -> str:
    people = entry(reader, exchange_id).person_ids
    return phone(reader.one(Person, people[0]).phone) if len(people) == 1 else ""


def _messages(reader: Reader) -> list[Due]:
    """Return the messages of the communication plan that have a day and are not published."""
    rows = reader.all(Communication, order="due_on, id")
    return [
        Due(
            kind=DueKind.MESSAGE, key=row.id, day=row.due_on, title=one_line(row.message),
            detail=", ".join(filter(None, (row.audience, uncapital(row.channel)))),
        )
        for row in rows
        if row.due_on is not None and row.state is not CommunicationState.PUBLISHED
    ]  # fmt: skip
