"""Which communes are chosen, and where they are sorted, as a base is asked for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func

from msp_desktop.domain.federated.communes import Chosen, Order
from msp_desktop.domain.federated.searched import searched
from msp_desktop.domain.schedule import PHASES
from msp_desktop.federation.base.models import CommuneRow

#: In days: news less old are up to date.
UP_TO_DATE = 15
#: The phases of the hundred days, before and after, in order.
ALL_PHASES = ("before", *(str(number) for number in PHASES), "after")


def conditions(chosen: Chosen, today: date) -> list[ColumnElement[bool]]:
    """Return what a commune must be to be chosen."""
    row = CommuneRow
    asked: list[tuple[object, ColumnElement[bool]]] = [
        (chosen.department, row.department == chosen.department),
        (chosen.epci, row.epci == chosen.epci),
        (chosen.with_vigilance, row.vigilances != ""),
        (chosen.with_late, row.late > 0),
        (chosen.not_contacted, row.contacted.is_(False)),
    ]
    found = [condition for wanted, condition in asked if wanted]
    found += [row.searched.contains(word, autoescape=True) for word in searched(chosen.words).split()]
    if chosen.phase:
        found.append(phase_column(today) == chosen.phase)
    if chosen.referent:
        kinds = {"none": row.referent == "", "any": row.referent != ""}
        found.append(kinds.get(chosen.referent, row.referent == chosen.referent))
    if chosen.older_than is not None:
        found.append(row.made_at < midnight(today, chosen.older_than))
    return found


def midnight(today: date, days: int) -> datetime:
    """Return the beginning of the day that was so many days ago, in UTC."""
    return datetime.combine(today - timedelta(days), time(), UTC)


def phase_column(today: date) -> ColumnElement[str]:
    """Return the phase of each commune on a day, as `CommuneLine.phase` says it."""
    return case(*zip(begins(today), ALL_PHASES, strict=False), else_=ALL_PHASES[-1])


def begins(today: date) -> list[ColumnElement[bool]]:
    """Return, for each phase but the last, what is true of a commune that is in it or in one before."""
    since = [CommuneRow.day_zero >= today - timedelta(last) for _first, last in PHASES.values()]
    return [CommuneRow.day_zero > today, *since]


def ordering(order: Order, descending: bool) -> list[ColumnElement[Any]]:
    """Return what the lines are sorted by, then by name."""
    row = CommuneRow
    keys: dict[Order, list[ColumnElement[Any]]] = {
        Order.VIGILANCES: [row.calm.expression if descending else -row.calm],
        Order.NAME: [row.searched.expression],
        Order.DEPARTMENT: [row.department.expression],
        Order.DAY: [row.day_zero.expression],
        Order.DONE: [row.done.expression],
        Order.LATE: [row.late.expression],
        Order.REFERENT: [row.referent.expression],
        Order.LEAVING: [row.leaving.expression],
        Order.MADE_AT: [row.made_at.expression],
        # One base puts what is not known first, the other last.
        Order.CONTACTED: [row.contacted.expression, func.coalesce(row.contacted_on, date(1900, 1, 1))],
    }
    # The greatest day is that of the earliest beginning. The least calm are in an index, the calmest in none: half an index
    # is worse, since each of its lines is looked for.
    down = order is not Order.VIGILANCES and descending != (order is Order.DAY)
    first = [key.desc() if down else key.asc() for key in keys[order]]
    return [*first, row.searched.asc(), row.insee.asc()]
