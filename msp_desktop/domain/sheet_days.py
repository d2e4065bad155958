"""Where the days of the fiches action stand on a line: from the first beginning to the last end, in whole quarters."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.domain.action_plan import Plan, SheetView

#: Beyond so many years, what is far away is at the edge: one date mistyped must not hide all others.
MOST_YEARS = 12


class Span(Struct, frozen=True):
    """A stretch of days, both ends within."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Return where a day stands, from 0 to 1; what is outside is at the edge."""
        whole = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / whole))

    def years(self) -> tuple[date, ...]:
        """Return the days at which a year begins, and the first day."""
        begins = [date(year, 1, 1) for year in range(self.first.year + 1, self.last.year + 1)]
        return (self.first, *begins)


def span_of(plan: Plan, today: date) -> Span:
    """Return the days to show: today and all the plan's, twelve years around today at the most."""
    near = [day for day in _days(plan) if abs(day.year - today.year) <= MOST_YEARS // 2]
    first, last = min([today, *near]), max([today, *near])
    begin = date(first.year, 3 * ((first.month - 1) // 3) + 1, 1)
    month = 3 * ((last.month - 1) // 3) + 4
    end = date(last.year + month // 13, (month - 1) % 12 + 1, 1)
    return Span(begin, date.fromordinal(end.toordinal() - 1))


def ends(view: SheetView) -> tuple[date, date] | None:
    """Return when a sheet begins and ends, by its own days else by those of its steps; None where it has none."""
    days = sorted(_sheet_days(view))
    if not days:
        return None
    begin = view.sheet.starts_on or days[0]
    end = view.sheet.due_on or days[-1]
    return (begin, end) if begin <= end else (end, begin)


def _days(plan: Plan) -> list[date]:
    return [day for view in plan.sheets() for day in _sheet_days(view)]


def _sheet_days(view: SheetView) -> list[date]:
    own = [view.sheet.starts_on, view.sheet.due_on, *(step.done_on or step.due_on for step in view.steps)]
    return [day for day in own if day is not None]
