"""The handover: everything a successor needs, in the order in which it is needed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.handover import Handover, HandoverPart, Task, piece_told
from msp_desktop.domain.people import plain_name
from msp_desktop.domain.report_words import lead_sentence, sentence
from msp_desktop.domain.schedule import LAST_DAY, Timeline, next_actions
from msp_desktop.domain.scope import Scope
from msp_desktop.formats.dates import day_date, near_date
from msp_desktop.formats.french.case import uncapital
from msp_desktop.formats.hours import clock
from msp_desktop.formats.phones import phone
from msp_desktop.method.handover import PARTS, kit_handover
from msp_desktop.services.follow_ups import all_owed
from msp_desktop.services.handover_files import FILES
from msp_desktop.services.handover_people import PEOPLE
from msp_desktop.services.handover_project import project_part
from msp_desktop.services.letterhead import contact
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.report import report
from msp_desktop.services.timeline import timeline

#: How far ahead « cette semaine » goes, in days, and how many things it holds at most.
_WEEK, _MOST = 9, 7


def handover(reader: Reader, today: date) -> Handover:
    """Return the handover as of a day; a part that would be empty is left out."""
    view, kit = timeline(reader, today), kit_handover()
    sheet = referent_sheet(reader)
    giver = contact(reader)
    makers = PEOPLE | FILES | {"project": project_part}
    parts = []
    for code in PARTS:
        content = makers[code](reader, today)
        if content:
            parts.append(
                HandoverPart(code, kit.parts[code].title, kit.parts[code].intro, tuple(map(piece_told, content)))
            )
    second = plain_name(sheet.second) if sheet.second else ""
    return Handover(
        closed_on=today,
        day=f"jour {view.day}" if 0 <= view.day <= LAST_DAY else "",
        giver=giver.name if giver else "",
        giver_lines=tuple(filter(None, (giver.role, phone(giver.phone), giver.email))) if giver else (),
        receiver_lines=(f"avec {second},", "qui reste en binôme") if second else (),
        minute=_minute(reader, view),
        week=_week(reader, view),
        parts=tuple(parts),
    )


def _minute(reader: Reader, view: Timeline) -> tuple[str, ...]:
    """Return what one must know first: how far the town is, what it knows, what comes next."""
    told = report(reader, Scope(with_names=True), view.today)
    known = " ".join(sentence(note.text) for note in told.known[:2])
    lines = [told.lead, known]
    dated = [row for row in told.coming.rows if row.day and row.day >= view.today]
    if dated and dated[0].day:
        who = f" ({dated[0].more})" if dated[0].more else ""
        what = uncapital(_unnumbered(dated[0].what))
        lines.append(lead_sentence("Prochaine date", [f"{what}, {near_date(dated[0].day, view.today)}{who}"]))
    late = [uncapital(_unnumbered(row.what)) for row in told.coming.rows if row.late]
    if late:
        lines.append(lead_sentence("En retard", late[:3]))
    return tuple(filter(None, lines))


def _week(reader: Reader, view: Timeline) -> tuple[Task, ...]:
    """Return what waits now: answers owed, then actions, by date."""
    last = view.today + timedelta(_WEEK)
    found: list[tuple[date, Task]] = []
    for owed in all_owed(reader, view.today):
        if owed.due is not None and owed.due <= last:
            what = ", ".join(filter(None, (sentence(owed.what).rstrip("."), owed.whom)))
            found.append((owed.due, Task(what, _before(owed.due, view.today))))
    for action in next_actions(view, 99):
        day = action.planned or action.due
        if day is not None and day <= last:
            hour = action.meeting.starts_at if action.meeting and action.meeting.held_on == day else None
            when = (day_date(day) if day > view.today else _before(day, view.today)) + (
                f", {clock(hour)}" if hour else ""
            )
            found.append((day, Task(action.short_title, when)))
    return tuple(task for _day, task in sorted(found, key=lambda pair: pair[0])[:_MOST])


def _before(day: date, today: date) -> str:
    if day == today:
        return "aujourd’hui"
    return f"depuis le {day_date(day)}" if day < today else f"avant le {day_date(day)}"


def _unnumbered(title: str) -> str:
    return re.sub(r"^\d+\. ", "", title)
