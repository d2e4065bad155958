"""The road to a health centre over the years: when each stage begins and ends, what the building waits for."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from msp_desktop.domain.stages import ProjectStage, StageState

#: Codes of the stages, which are compass.toml's.
TEAM, VALIDATION, BUILDING = "equipe", "validation", "immobilier"
#: The latest day that is reckoned with: no sum of months can leave the calendar.
_LAST = date(2190, 12, 31)


class Pace(Struct, frozen=True):
    """How long a stage is proposed to last: months after the end of the one before it, months it lasts."""

    code: str
    begins: int
    lasts: int


class Span(Struct, frozen=True):
    """When a stage begins and ends; `proposed` where the end is ours and nobody has planned or noted it."""

    code: str
    state: StageState
    begin: date
    end: date
    proposed: bool


def spans(paces: Sequence[Pace], kept: dict[str, ProjectStage], start: date, today: date) -> tuple[Span, ...]:
    """Return when each stage begins and ends: as it was, else as the town planned it, else as the method proposes.

    What is proposed follows the stage before it; what has not begun is never proposed to begin before today, nor what goes on
    to end before it. An end before its beginning is brought to it.
    """
    found: list[Span] = []
    before = start
    for number, pace in enumerate(paces):
        row = kept.get(pace.code) or ProjectStage(code=pace.code)
        proposed = months_later(before, pace.begins) if number else start
        if row.state is StageState.TODO:
            proposed = max(proposed, today)
        given, end = row.started_on or row.planned_start, row_end(row)
        begin = given or min(proposed, end or proposed)
        if end is None:
            end = months_later(begin, pace.lasts)
            if row.state is StageState.DOING:
                end = max(end, months_later(today, 1))
        before = max(begin, end)
        found.append(Span(pace.code, row.state, begin, before, row_end(row) is None))
    return tuple(found)


def row_end(row: ProjectStage) -> date | None:
    """Return when a stage ended or is planned to, None where nobody has said."""
    return row.done_on if row.state is StageState.DONE and row.done_on else row.planned_on


def span_named(found: Sequence[Span], code: str) -> Span:
    """Return the span of a stage."""
    return next(span for span in found if span.code == code)


def building_waits_for(found: Sequence[Span]) -> tuple[str, ...]:
    """Return the codes of what the building waits for: the team, the validation; none once it has begun or may begin."""
    if span_named(found, BUILDING).state is not StageState.TODO:
        return ()
    return tuple(code for code in (TEAM, VALIDATION) if span_named(found, code).state is not StageState.DONE)


def current(found: Sequence[Span]) -> Span | None:
    """Return the stage the project is in: the first that is not done, None once all are."""
    return next((span for span in found if span.state is not StageState.DONE), None)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month; never beyond what is reckoned with."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    if year > _LAST.year:
        return max(day, _LAST)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def about(day: date) -> str:
    """Return roughly when a day is, in French: « début 2027 », « printemps 2027 », « fin 2028 »."""
    names = {1: "début", 2: "début", 12: "fin"}
    season = names.get(day.month) or ("printemps", "été", "automne")[(day.month - 3) // 3]
    return f"{season} {day.year}"
