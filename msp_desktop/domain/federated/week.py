"""What is to come in a commune within some days, and what is late there, as its newest data tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.carried.data import CommuneData

#: How many days are looked at, the first one with them.
DAYS = 7


class Kind(StrEnum):
    """What it is that comes."""

    MILESTONE = "milestone"
    STEP = "step"
    MEETING = "meeting"


class Due(Struct, frozen=True):
    """Something of a commune on a day: by its code in the kit, or in the town's words; `others` are late beside it."""

    insee: str
    name: str
    department: str
    day: date
    kind: Kind
    code: str = ""
    text: str = ""
    others: int = 0


class Week(Struct, frozen=True):
    """What comes and what is late, by day; `read` communes were looked at, of `communes`."""

    coming: tuple[Due, ...] = ()
    late: tuple[Due, ...] = ()
    read: int = 0
    communes: int = 0


def coming(data: CommuneData, today: date) -> tuple[Due, ...]:
    """Return what falls within the days that begin today."""
    return tuple(due for due in _open(data) if today <= due.day < today + timedelta(DAYS))


def late(data: CommuneData, today: date) -> Due | None:
    """Return what is late for the longest time, with how many others are, None where nothing is."""
    found = [due for due in _open(data) if due.day < today and due.kind is not Kind.MEETING]
    if not found:
        return None
    return replace(min(found, key=lambda due: due.day), others=len(found) - 1)


def by_day(dues: list[Due]) -> tuple[Due, ...]:
    """Return them by day, then by commune."""
    return tuple(sorted(dues, key=lambda due: (due.day, due.name, due.insee)))


def _open(data: CommuneData) -> Iterator[Due]:
    """Yield what is not done, each thing once: a next step is often a milestone too."""
    told: set[tuple[date, str]] = set()
    for due in _told(data):
        key = (due.day, due.code or due.text)
        if key not in told:
            told.add(key)
            yield due


def _told(data: CommuneData) -> Iterator[Due]:
    where = _where(data)
    for one in data.milestones:
        if one.state != "done":
            yield Due(*where, one.day, Kind.MILESTONE, one.code or "", one.text)
    for step in data.next_steps:
        if step.due_on is not None:
            yield Due(*where, step.due_on, Kind.STEP, step.code or "", step.text)
    for meeting in data.meetings:
        if meeting.state == "planned" and meeting.held_on is not None:
            yield Due(*where, meeting.held_on, Kind.MEETING, meeting.kind)


def _where(data: CommuneData) -> tuple[str, str, str]:
    return data.commune.insee, data.commune.name, data.commune.department
