"""The hundred days: which day it is, which phase, what is late, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from itertools import count

from msgspec import Struct

from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.calendar import working_day_after, working_day_before

#: First and last day of each phase, counted from day 0 (contenu-metier, section 2).
PHASES = {1: (0, 30), 2: (31, 60), 3: (61, 100)}
LAST_DAY = 100
#: A municipal mandate lasts six years (Code électoral, art. L. 227).
MANDATE_YEARS = 6


class MeetingDate(Struct, frozen=True):
    """The meeting an action of the kit stands for, and when it is; no date where it is still to be fixed."""

    id: int
    held_on: date | None
    starts_at: time | None


class StepView(Struct, frozen=True):
    """One thing to do inside an action."""

    id: int
    text: str
    done: bool


class ActionView(Struct, frozen=True):
    """An action as the timeline shows it; `number` counts the kit's actions, None for the town's own.

    `assignee_short` is who does it by last names, for a column. `brief_title` is for where there is little room; an action of the town's own, or renamed, has none.
    `meeting` is the one that the action prepares: its date is the action's. Once the hundred days are over nothing is « late » any more: what should have been done is `overdue`, to plan again.
    """

    id: int
    code: str | None
    number: int | None
    phase: int
    title: str
    short_title: str
    start: date | None
    planned: date | None
    due: date | None
    state: ActionState
    done_on: date | None
    assignee: str
    late_days: int
    with_federation: bool
    done_when: str
    depends_on: tuple[str, ...]
    overdue: bool = False
    meeting: MeetingDate | None = None
    brief_title: str = ""
    assignee_short: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether something remains to be done."""
        return self.state in (ActionState.TODO, ActionState.DOING)

    @property
    def is_late(self) -> bool:
        """Tell whether the date shown has passed and it is not done."""
        return self.late_days > 0


class PhaseView(Struct, frozen=True):
    """A phase with its real dates, its actions, and how many of those that count are done."""

    number: int
    title: str
    start: date
    end: date
    actions: tuple[ActionView, ...]
    done: int
    total: int


class Timeline(Struct, frozen=True):
    """The whole timeline on one day; `phases` ends with a fourth one where the town has later actions."""

    today: date
    day_zero: date
    day: int
    phase: str
    phases: tuple[PhaseView, ...]
    department: str

    def actions(self) -> tuple[ActionView, ...]:
        """Return every action, in order."""
        return tuple(action for phase in self.phases for action in phase.actions)

    def action(self, action_id: int) -> ActionView | None:
        """Return one action."""
        return next((action for action in self.actions() if action.id == action_id), None)


def day_number(day_zero: date, today: date) -> int:
    """Return which day of the hundred it is: 0 on day 0, negative before."""
    return (today - day_zero).days


def phase_of_day(day: int) -> str:
    """Return « before », « 1 », « 2 », « 3 » or « after »."""
    if day < 0:
        return "before"
    return next((str(number) for number, (first, last) in PHASES.items() if first <= day <= last), "after")


def phase_of_date(day: date | None, day_zero: date) -> int:
    """Return the phase a planned date falls in, 1 to 3, 4 after day 100; 3 without a date."""
    if day is None:
        return 3
    number = phase_of_day(day_number(day_zero, day))
    return {"before": 1, "after": 4}.get(number) or int(number)


def phase_dates(number: int, day_zero: date) -> tuple[date, date]:
    """Return the first and last day of a phase; the fourth goes on to the end of the mandate."""
    if number in PHASES:
        first, last = PHASES[number]
        return day_zero + timedelta(first), day_zero + timedelta(last)
    return day_zero + timedelta(LAST_DAY + 1), mandate_end(day_zero)


def mandate_end(start: date) -> date:
    """Return the day the mandate ends, six years after its start."""
    try:
        return start.replace(year=start.year + MANDATE_YEARS)
    except ValueError:  # 29 February
        return start.replace(year=start.year + MANDATE_YEARS, day=28)


def late_days(action: Action, today: date) -> int:
    """Return by how many days an open action is past the date people see, 0 where it is not.

    That is the one it is planned for; the latest one only where none is planned.
    """
    limit = action.planned_on or action.due_on
    if limit is None or action.state not in (ActionState.TODO, ActionState.DOING):
        return 0
    return max(0, (today - limit).days)


def next_actions(timeline: Timeline, most: int = 5) -> list[ActionView]:
    """Return the open actions by date: the late ones first, since they are due first."""
    return sorted(
        (action for action in timeline.actions() if action.is_open and not action.overdue),
        key=lambda action: (action.planned or action.due or date.max, action.due or date.max, action.id),
    )[:most]


def overdue_after_the_end(timeline: Timeline) -> list[ActionView]:
    """Return what is to be re-planned once the hundred days are over, instead of a wall of red."""
    if timeline.phase != "after":
        return []
    return [action for action in timeline.actions() if action.overdue]


def planned_dates(first: int, last: int, day_zero: date, department: str) -> tuple[date, date]:
    """Return from when to when an action is proposed, given in days from day 0: on working days, within these two."""
    start = working_day_after(day_zero + timedelta(first), department)
    end = working_day_before(day_zero + timedelta(last), department)
    return (start, end) if start <= end else (start, start)


def moved_dates(
    start: date | None, planned: date | None, days: int, department: str
) -> tuple[date | None, date | None]:
    """Return dates moved by so many days, on working days."""
    end = working_day_before(planned + timedelta(days), department) if planned else None
    begin = working_day_after(start + timedelta(days), department) if start else None
    return (min(begin, end) if begin and end else begin), end


def moved(day: date | None, days: int) -> date | None:
    """Return a date so many days later, None where there is none."""
    return day + timedelta(days) if day else None


def proposed_dates(actions: Iterable[ActionView], today: date, department: str) -> dict[int, date]:
    """Return new dates for overdue actions: one a fortnight from next week on, in their order, on a working day."""
    days = (today + timedelta(7 + 14 * index) for index in count())
    return {action.id: working_day_after(day, department) for action, day in zip(actions, days, strict=False)}
