"""Which days the meetings of an instance may fall on, spread over a year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from msp_desktop.domain.calendar import is_working_day

#: Days between today and the first meeting proposed: the time to invite.
NOTICE = 21
#: The weekday proposed where none is known: Thursday.
_WEEKDAY = 3
#: Nothing is proposed from this day to that one (month, day): August, the week of the mayor's wishes, the end of the year.
_QUIET = (((1, 1), (1, 7)), ((7, 20), (8, 25)), ((12, 18), (12, 31)))


def spread(
    year: int,
    today: date,
    count: int,
    known: Sequence[date],
    department: str,
    off: Iterable[tuple[date, date]],
    taken: Collection[date],
) -> list[date]:
    """Return the days proposed for the meetings of a year that are not among the `known` ones, in order.

    The year is cut in `count` equal parts, a meeting in the midst of each: those parts that have one already are left
    out, and those that are past. `off` are periods avoided (school holidays), `taken` days that have a meeting.
    A day is as near the midst as it can be: first the weekday of the instance, out of every period avoided; else any
    worked day.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    begin = max(first, today + timedelta(NOTICE))
    if count < 1 or begin > last:
        return []
    weekday = known[-1].weekday() if known and known[-1].weekday() < 5 else _WEEKDAY
    avoided = avoided_in(year, off)
    busy = set(taken)
    found: list[date] = []
    length = (last - first).days + 1
    for part in range(count):
        start = first + timedelta(length * part // count)
        end = first + timedelta(length * (part + 1) // count - 1)
        if end < begin or any(start <= day <= end for day in known):
            continue
        day = _nearest(max(start, begin), end, start + (end - start) / 2, weekday, department, avoided, busy)
        if day is not None:
            busy.add(day)
            found.append(day)
    return found


def avoided_in(year: int, off: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Return the periods nothing is proposed in while another day is left: the holidays, and what is quiet each year."""
    return [*off, *((date(year, *a), date(year, *b)) for a, b in _QUIET)]


def is_in(day: date, periods: Iterable[tuple[date, date]]) -> bool:
    """Tell whether a day is in one of these periods."""
    return any(begin <= day <= end for begin, end in periods)


def _nearest(
    start: date,
    end: date,
    midst: date,
    weekday: int,
    department: str,
    avoided: Sequence[tuple[date, date]],
    busy: Collection[date],
) -> date | None:
    """Return the best day of a part of the year, None where it has no worked day that is free."""
    days = [start + timedelta(step) for step in range((end - start).days + 1)]
    free = [day for day in days if day not in busy and is_working_day(day, department)]
    if not free:
        return None

    def cost(day: date) -> tuple[bool, bool, int]:
        return is_in(day, avoided), day.weekday() != weekday, abs((day - midst).days)

    return min(free, key=cost)
