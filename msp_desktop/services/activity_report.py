"""The activity of a CLS in a year, drawn from the plan, the instances, the calls, the evaluation and the watch on needs."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.domain.action_plan import Plan
from msp_desktop.domain.activity import Activity, AxisActivity, StepDone
from msp_desktop.domain.calls import Call
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.diagnosis import WatchNote
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.instances import InstanceView
from msp_desktop.domain.scope import Scope
from msp_desktop.formats.text import one_line
from msp_desktop.services.action_sheets import plan
from msp_desktop.services.activity_words import report_year, words_of_year
from msp_desktop.services.calls import calls
from msp_desktop.services.evaluation import questions
from msp_desktop.services.instances import instances, sittings, years
from msp_desktop.services.schemes import ticked_schemes
from msp_desktop.services.who import one_shown


def period_of(scope: Scope, today: date) -> tuple[date, date]:
    """Return the period a report tells: the one chosen, else the year that is reported now, up to today at most."""
    year = scope.since.year if scope.since else scope.until.year if scope.until else report_year(today)
    since, until = scope.since or date(year, 1, 1), scope.until or date(year, 12, 31)
    return since, max(since, min(until, today) if since <= today else until)


def activity(reader: Reader, scope: Scope, today: date) -> Activity:
    """Return what a period's report tells; years of budgets and words of the town are those of its first day."""
    since, until = period_of(scope, today)
    year = since.year
    shown = plan(reader)
    words = words_of_year(reader, year)
    cls = next((view for view in ticked_schemes(reader) if view.acronym == "CLS"), None)
    return Activity(
        year=year,
        since=since,
        until=until,
        carried_by=cls.carried_by if cls is not None else "",
        coordination=_coordination(reader),
        opening=words.opening,
        outlook=words.outlook,
        axes=_axes(shown, year),
        steps=_steps(shown, since, until),
        funders=tuple((share.name, share.money) for share in shown.by_funder(year)),
        money=shown.money(year),
        instances=_instances(reader, since, until),
        calls=tuple(row for row in calls(reader) if _concerns(row, since, until)),
        questions=tuple(row for row in questions(reader) if _answered_in(row, since, until)),
        watched=tuple(
            (row.noted_on, one_line(row.title))
            for row in reader.all(WatchNote, order="noted_on, id")
            if since <= row.noted_on <= until
        ),
    )


def _coordination(reader: Reader) -> str:
    """Return how the coordination is done, where that is chosen, and who has the post."""
    post = reader.find(CoordinatorPost, id=1)
    if post is None:
        return ""
    option = reader.find(CoordinationOption, id=post.option_id) if post.option_id is not None else None
    holder = one_shown(reader, CoordinatorPost, 1).holder
    return ", ".join(filter(None, (option.title if option is not None else "", holder)))


def _axes(shown: Plan, year: int) -> tuple[AxisActivity, ...]:
    return tuple(AxisActivity(axis.number, axis.axis.title, axis.sheets, axis.money(year)) for axis in shown.axes)


def _steps(shown: Plan, since: date, until: date) -> tuple[StepDone, ...]:
    found = [
        StepDone(step.done_on, f"{sheet.number} {one_line(sheet.sheet.title)}", one_line(step.text))
        for sheet in shown.sheets()
        for step in sheet.steps
        if step.done_on is not None and since <= step.done_on <= until
    ]
    return tuple(sorted(found, key=lambda one: one.day))  # of one day in the order of the plan: 1.2 before 1.10


def _instances(reader: Reader, since: date, until: date) -> tuple[InstanceView, ...]:
    """Return the instances with the meetings of the period, be it of several years."""
    met = [one for year in years(reader, until) for one in sittings(reader, year)]
    kept = [one for one in met if one.held_on is not None and since <= one.held_on <= until]
    return tuple(
        replace(view, sittings=tuple(one for one in kept if one.instance_id == view.id))
        for view in instances(reader, since.year)
    )


def _concerns(call: Call, since: date, until: date) -> bool:
    """Tell whether a call was to be answered, or was, in the period; one without any day where it is still open."""
    days = [day for day in (call.closes_on, call.sent_on) if day is not None]
    if not days:
        return call.is_open
    return any(since <= day <= until for day in days) or (call.is_open and min(days) > until)


def _answered_in(row: EvaluationQuestion, since: date, until: date) -> bool:
    return row.is_answered and (row.result_on is None or since <= row.result_on <= until)
