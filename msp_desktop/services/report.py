"""The progress report, drawn from the whole dossier for a period."""

from __future__ import annotations

from datetime import date, timedelta

from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.objectives import Objective
from msp_desktop.domain.people import Category
from msp_desktop.domain.report import Left, Limits, Milestone, Part, Report, ReportNote, ReportRow, shortened
from msp_desktop.domain.report_words import (
    TITLE,
    exchanges_sentence,
    kept_sentences,
    number_of,
    present_sentence,
)
from msp_desktop.domain.schedule import LAST_DAY, ActionView, Timeline, next_actions, overdue_after_the_end
from msp_desktop.domain.scope import Audience, Scope
from msp_desktop.formats.dates import short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.french.people import agreed, is_feminine
from msp_desktop.formats.hours import clock
from msp_desktop.formats.text import clipped
from msp_desktop.method.report import kit_report
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.meeting_people import present_at
from msp_desktop.services.report_facts import figures, known, lead
from msp_desktop.services.report_project import project_notes
from msp_desktop.services.report_proposals import proposals
from msp_desktop.services.report_results import result_of
from msp_desktop.services.report_who import Discretion, discretion, linked, who_said
from msp_desktop.services.small_forms import objectives
from msp_desktop.services.timeline import timeline
from msp_desktop.services.vigilance import vigilances

#: How far ahead a report looks, in days from its own: until after the next council.
AHEAD = 45
#: The longest what was retained of an exchange or a meeting may be, in letters.
_RETAINED = 120


def report(reader: Reader, scope: Scope, today: date) -> Report:
    """Return the report of a period, whole: the paper keeps what holds on its pages."""
    view, kept, kit = timeline(reader, today), discretion(reader, with_names=scope.with_names), kit_report()
    begin, end = period(reader, scope, today)
    head, audience = letterhead(reader), kit.audiences[scope.audience]
    subtitle = filled(agreed(audience.subtitle, is_feminine(head.mayor_civility)), head.words())
    coming = _coming(reader, view, kept)
    watches, aside = _watches(reader, kept, today)
    return Report(
        title=kit.title,
        subtitle=capital(subtitle),
        lead=lead(reader, view),
        figures=figures(reader, view, begin, end),
        today=today,
        day_zero=view.day_zero,
        day=view.day,
        phases=tuple((phase.title, phase.start, phase.end) for phase in view.phases if phase.number <= 3),
        milestones=_milestones(view, kept),
        done=_done(reader, view, kept, begin, end),
        known=known(reader, kept, today),
        watches=watches,
        aside=aside,
        meetings=_meetings(reader, kept, begin, end),
        exchanges=_exchanges(reader, kept, begin, end),
        coming=coming,
        objectives=_objectives(reader, kept),
        proposals_title=audience.proposals,
        proposals=proposals(
            reader, view, audience, kept, late=any(row.late for row in coming.rows), watches=len(watches)
        ),
        to_mayor=scope.audience is Audience.MAYOR,
        project=project_notes(reader, kept, today),
    )


def period(reader: Reader, scope: Scope, today: date) -> tuple[date, date]:
    """Return the first and the last day that a report tells of; one that would end before it begins is one day."""
    end = scope.until or today
    begin = scope.since or min(reader.one(Commune, 1).day_zero, end)
    return min(begin, end), end


def within_pages(whole: Report, limits: Limits) -> Report:
    """Return a report with no more rows than told, and a sentence for what is left out."""
    left: dict[str, Left] = dict(kit_report().left)
    return shortened(whole, limits, left)


# --- the line of the hundred days, and the tables ---------------------------------------------------


def _milestones(view: Timeline, kept: Discretion) -> tuple[Milestone, ...]:
    """Return the actions that have a day within the hundred."""
    last = view.day_zero + timedelta(LAST_DAY)
    found = []
    for action in view.actions():
        done = action.state is ActionState.DONE
        day = (action.done_on if done else None) or action.planned or action.due
        if day is not None and action.state is not ActionState.DROPPED and view.day_zero <= day <= last:
            found.append(Milestone(day, action.number, done, _title(action, kept)))
    return tuple(sorted(found, key=lambda mark: (mark.day, mark.number or 0)))


def _named(action: ActionView) -> str:
    return f"{action.number}. {action.short_title}" if action.number else action.short_title


def _done(reader: Reader, view: Timeline, kept: Discretion, begin: date, end: date) -> Part:
    done = [action for action in view.actions() if action.state is ActionState.DONE]
    before = sum(action.done_on is not None and action.done_on < begin for action in done)
    rows = [
        ReportRow(action.done_on, _title(action, kept), result_of(reader, action.code, kept))
        for action in sorted(done, key=lambda action: (action.done_on or date.min, action.number or 99))
        if action.done_on is None or begin <= action.done_on <= end
    ]
    words = number_of(before, "action était déjà faite", "actions étaient déjà faites", feminine=True)
    return Part(f"{capital(words)} avant le {short_date(begin)}." if before else "", tuple(rows))


def _title(action: ActionView, kept: Discretion) -> str:
    """Return what an action is called, without the name somebody may have given it."""
    return clipped(_named(action), TITLE) if not kept.named(action.short_title) else "Une action de la commune"


def _coming(reader: Reader, view: Timeline, kept: Discretion) -> Part:
    """Return what is late, then what is begun or planned in the coming weeks, with the meetings that no action stands for."""
    horizon = view.today + timedelta(AHEAD)
    rows, told = [], set()
    for action in [*next_actions(view, 999), *overdue_after_the_end(view)]:
        day = action.planned or action.due
        if action.meeting is not None and action.meeting.held_on:
            told.add(action.meeting.id)
        begun = action.state is ActionState.DOING
        if not begun and (day is None or day > horizon):
            continue
        hour = action.meeting.starts_at if action.meeting and action.meeting.held_on == day else None
        what = _title(action, kept) + (f", à {clock(hour)}" if hour else "")
        who = who_said(reader, Action, reader.one(Action, action.id), kept)
        rows.append(ReportRow(day, what, who, late=day is not None and day < view.today, begun=begun))
    for meeting in reader.all(Meeting, order="held_on, id", state=MeetingState.PLANNED):
        if meeting.held_on and view.today <= meeting.held_on <= horizon and meeting.id not in told:
            at = f", à {clock(meeting.starts_at)}" if meeting.starts_at else ""
            rows.append(ReportRow(meeting.held_on, f"{_meeting_title(meeting, kept)}{at}"))
    return Part(rows=tuple(sorted(rows, key=lambda row: (not row.late, row.day or date.max))))


def _meeting_title(meeting: Meeting, kept: Discretion) -> str:
    return "Rencontre" if kept.named(meeting.title) else clipped(meeting.title, TITLE) or "Rencontre"


def _meetings(reader: Reader, kept: Discretion, begin: date, end: date) -> Part:
    rows = []
    for meeting in reader.all(Meeting, order="held_on, id", state=MeetingState.HELD):
        if meeting.held_on is None or begin <= meeting.held_on <= end:
            there = present_sentence(present_at(reader, meeting))
            said = kept_sentences(meeting.summary, kept.named, _RETAINED)
            rows.append(
                ReportRow(meeting.held_on, _meeting_title(meeting, kept), " ".join(filter(None, (there, said))))
            )
    return Part(rows=tuple(rows))


def _exchanges(reader: Reader, kept: Discretion, begin: date, end: date) -> Part:
    """Return the exchanges of the period counted; what a professional said is told only where names were asked for."""
    people = linked(reader, Exchange)
    found = [row for row in reader.all(Exchange, order="held_on, id") if not row.draft and begin <= row.held_on <= end]
    private = {
        row.id
        for row in found
        if row.category is Category.PROFESSIONAL or people.get(row.id, frozenset()) & kept.professionals
    }
    federation = sum(row.category is Category.FEDERATION for row in found)
    rows = [
        ReportRow(row.held_on, who_said(reader, Exchange, row, kept) or "–", _retained(row, kept))
        for row in found
        if kept.with_names or row.id not in private
    ]
    return Part(exchanges_sentence(len(found), federation, len(private)), tuple(rows), untold=len(found) - len(rows))


def _retained(row: Exchange, kept: Discretion) -> str:
    return kept_sentences(row.said, kept.named, _RETAINED) or kept_sentences(row.subject, kept.named, _RETAINED)


def _objectives(reader: Reader, kept: Discretion) -> Part:
    rows = []
    for shown in objectives(reader):
        row = reader.one(Objective, shown.id)
        if kept.named(row.title):
            continue
        who = who_said(reader, Objective, row, kept)
        more = f"atteint le {short_date(row.done_on)}" if row.done_on else who
        rows.append(ReportRow(row.due_on, clipped(row.title, _RETAINED), more))
    return Part(rows=tuple(sorted(rows, key=lambda row: row.day or date.max)))


def _watches(reader: Reader, kept: Discretion, today: date) -> tuple[tuple[ReportNote, ...], tuple[ReportNote, ...]]:
    """Return the points de vigilance that stand, with what to do about them, and those set aside with the town's reason."""
    found = vigilances(reader, today)
    standing = tuple(
        ReportNote(point.title, " ".join(filter(None, (_unless_named(point.shows, kept), point.advice))))
        for point in found.active
    )
    aside = tuple(
        ReportNote(point.title, kept_sentences(point.reason, kept.named) or "Le motif est gardé à la mairie.")
        for point in found.aside
    )
    return standing, aside


def _unless_named(words: str, kept: Discretion) -> str:
    return "" if kept.named(words) else words
