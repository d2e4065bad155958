"""The two lines of dates above a strip on paper: each month named, the Mondays under it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from msp_desktop.formats.quick import SHORT_MONTHS, month_name

#: From the line that begins a month to its name, and from the name to the next line.
_BEFORE, _AFTER = 4.0, 3.0


class MonthName(Struct, frozen=True):
    """A month above the days: where its stretch begins and where its name does.

    `crossed` where the name of a first or last short month is wider than its stretch, and begins before it.
    """

    x: float
    name_x: float
    text: str
    crossed: bool = False


def month_names(
    first: date, days: int, left: float, width: float, language: str, measure: Callable[[str], float]
) -> tuple[MonthName, ...]:
    """Return the months of some days, each with its name: in full, else cut; with its year for the first and in January.

    A first month too short for its name has it before the days, a last one ends with them.
    """
    day_width = width / days
    starts = [first, *(day for n in range(1, days) if (day := first + timedelta(n)).day == 1)]
    found = []
    for number, start in enumerate(starts):
        begin = left + (start - first).days * day_width
        last = number == len(starts) - 1
        end = left + width if last else left + (starts[number + 1] - first).days * day_width
        texts = _texts(start, language, dated=number == 0 or start.month == 1)
        fitting = next((text for text in texts if _BEFORE + measure(text) + (0 if last else _AFTER) <= end - begin), "")
        if fitting:
            found.append(MonthName(begin, begin + _BEFORE, fitting))
        elif number == 0:
            found.append(MonthName(begin, end - _AFTER - measure(texts[0]), texts[0], crossed=True))
        else:
            # Only the last month of a hundred days can be that short.
            found.append(MonthName(begin, end - measure(texts[-1]), texts[-1], crossed=True))
    return tuple(found)


def mondays(first: date, days: int) -> tuple[date, ...]:
    """Return the Mondays of some days."""
    return tuple(day for number in range(days) if (day := first + timedelta(number)).weekday() == 0)


def _texts(start: date, language: str, *, dated: bool) -> list[str]:
    """Return the names of a month, the longest first."""
    full, short = month_name(start.month, language), SHORT_MONTHS[language][start.month - 1]
    if dated:
        return [f"{full} {start.year}", f"{short} {start.year}"]
    return [full, short]
