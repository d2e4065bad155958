"""What is owed after an exchange, or on a call: how late it is, in what order it is shown, until when it is put off."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.calendar import working_day_after

#: Days a follow-up is put off by.
WEEK = timedelta(days=7)


class Owed(StrEnum):
    """When something owed is due."""

    LATE = "late"
    TODAY = "today"
    NEXT = "next"
    UNDATED = "undated"


class Source(StrEnum):
    """What something is owed after."""

    EXCHANGE = "exchange"
    CALL = "call"


class FollowUp(Struct, frozen=True):
    """What is owed after an exchange, or on a call that closes: `id` is that of its `source`, `held_on` its day.

    `what` is the next step in words, the exchange's subject where there are none; `by` who sees to it. `closes_on` is the
    closing day of a call, whose subject is `what` and whose funder `whom`.
    """

    id: int
    held_on: date
    due: date | None
    what: str
    whom: str
    by: str
    state: Owed
    days_late: int = 0
    source: Source = Source.EXCHANGE
    closes_on: date | None = None

    @property
    def key(self) -> tuple[Source, int]:
        """Return what tells it from every other one."""
        return self.source, self.id


def owed(due: date | None, today: date) -> tuple[Owed, int]:
    """Return when something is due, seen from a day, and how many days late it is."""
    if due is None:
        return Owed.UNDATED, 0
    if due < today:
        return Owed.LATE, (today - due).days
    return (Owed.TODAY if due == today else Owed.NEXT), 0


def by_due_day(follow_ups: list[FollowUp]) -> list[FollowUp]:
    """Return follow-ups the most late first, then those to come, then those without a day."""
    return sorted(follow_ups, key=lambda one: (one.due is None, one.due or one.held_on, one.id))


def week_later(due: date | None, today: date, department: str) -> date:
    """Return the working day of the commune a week after a day, or after today where that day has passed.

    Working: Monday to Friday, no public holiday of the department.
    """
    begin = today if due is None or due < today else due
    return working_day_after(begin + WEEK, department)
