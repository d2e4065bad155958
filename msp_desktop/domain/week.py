"""One week of all the communes that one secretary sees to: what is late, what each day brings, where each town is."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.calendar import public_holidays


class DueKind(StrEnum):
    """What a thing due is: it says where one goes for it."""

    ACTION = "action"
    MEETING = "meeting"
    REPLIES = "replies"
    STEP = "step"
    FOLLOW_UP = "follow_up"
    MESSAGE = "message"
    CALL = "call"


class Due(Struct, frozen=True, kw_only=True):
    """One thing to do on a day, in one town; `path` is the town's dossier, `key` the id of what it is about.

    `detail` says what else to know on the day, `phone` whom to call. An hour makes it an appointment.
    """

    kind: DueKind
    key: int
    day: date
    title: str
    detail: str = ""
    phone: str = ""
    at: time | None = None
    town: str = ""
    path: str = ""

    def late_days(self, today: date) -> int:
        """Return by how many days it is past, 0 where it is not."""
        return max(0, (today - self.day).days)


class TownWeek(Struct, frozen=True, kw_only=True):
    """Where a town's dossier is, and what it has due; `problem` is the sentence that says why it could not be read,
    `gone` that there is no such file.

    `coming` is what is done next of the timeline. `vigilances` counts the points de vigilance, `overdue` the actions to plan
    again once the hundred days are over.
    """

    path: str
    name: str
    department: str = ""
    department_code: str = ""
    day_zero: date | None = None
    phone: str = ""
    arms: bytes | None = None
    is_sample: bool = False
    coming: Due | None = None
    overdue: int = 0
    follow_ups: tuple[date, ...] = ()
    vigilances: int = 0
    meeting_on: date | None = None
    meeting_at: time | None = None
    due: tuple[Due, ...] = ()
    problem: str = ""
    gone: bool = False

    def late_follow_ups(self, today: date) -> int:
        """Return how many follow-ups are past their day."""
        return sum(day < today for day in self.follow_ups)

    def owed_follow_ups(self, today: date) -> int:
        """Return how many follow-ups are due today or late."""
        return sum(day <= today for day in self.follow_ups)


class DayOfWeek(Struct, frozen=True):
    """A day of the week: its holiday's name where it is one in every town, and what is due on it."""

    day: date
    holiday: str
    due: tuple[Due, ...]


class Week(Struct, frozen=True, kw_only=True):
    """The week of a day, Monday to Sunday: what was due before and is not done, then day by day, then the week after."""

    today: date
    towns: tuple[TownWeek, ...]
    late: tuple[Due, ...]
    days: tuple[DayOfWeek, ...]
    after: tuple[Due, ...]

    @property
    def monday(self) -> date:
        """Return its first day."""
        return monday_of(self.today)

    @property
    def sunday(self) -> date:
        """Return its last day."""
        return self.monday + timedelta(6)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(day.weekday())


def week_of(towns: tuple[TownWeek, ...], today: date) -> Week:
    """Gather what the towns have due around a day: late first, by day and hour, the week after last.

    What is late stands there alone, not on its day. A day past of this week has nothing left to show.
    """
    read = [town for town in towns if not town.problem]
    found = sorted(
        (due for town in read for due in town.due),
        key=lambda due: (due.day, due.at or time.min, due.town, due.kind.value, due.key),
    )
    monday = monday_of(today)
    holidays = [_holidays(town, monday) for town in read]
    shared = {
        day: name
        for day, name in (holidays[0] if holidays else {}).items()
        if all(day in others for others in holidays)
    }
    days = tuple(
        DayOfWeek(day, shared.get(day, ""), tuple(due for due in found if due.day == day and day >= today))
        for day in (monday + timedelta(step) for step in range(7))
    )
    end = monday + timedelta(7)
    return Week(
        today=today,
        towns=towns,
        late=tuple(due for due in found if due.day < today),
        days=days,
        after=tuple(due for due in found if end <= due.day < end + timedelta(7)),
    )


def _holidays(town: TownWeek, monday: date) -> dict[date, str]:
    return {
        holiday.day: holiday.name for holiday in public_holidays(town.department_code, monday, monday + timedelta(6))
    }
