"""An agenda's clock: when each point begins, how long it all is, and whether that is advisable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, NextStep, Preparation, Reply
from msp_desktop.domain.people import Person


class Verdict(StrEnum):
    """Whether a total is within the time advised."""

    SHORT = "short"
    ADVISED = "advised"
    LONG = "long"


class ItemView(Struct, frozen=True):
    """A point of the agenda and the hour it begins, None where the meeting has no hour.

    `advised` is the shortest and the longest the kit advises for it, in minutes, None where it says nothing.
    """

    id: int
    item: AgendaItem
    begins: time | None
    advised: tuple[int, int] | None = None

    @property
    def length(self) -> Verdict:
        """Whether it lasts as long as is advised."""
        return verdict(self.item.minutes, *self.advised) if self.advised else Verdict.ADVISED


class GuestView(Struct, frozen=True):
    """A guest; `id` is the attendance's."""

    id: int
    person: Person
    name: str
    detail: str
    attendance: Attendance

    @property
    def reply(self) -> Reply:
        """What the guest answered."""
        return self.attendance.reply

    @property
    def present(self) -> Tri:
        """Whether the guest came."""
        return self.attendance.present

    @property
    def note(self) -> str:
        """What is noted about the guest at this meeting."""
        return self.attendance.note


class MeetingView(Struct, frozen=True):
    """A whole meeting."""

    meeting: Meeting
    items: tuple[ItemView, ...]
    guests: tuple[GuestView, ...]
    preparations: tuple[Preparation, ...]
    next_steps: tuple[NextStep, ...]
    total: int
    ends: time | None
    verdict: Verdict

    def coming(self) -> int:
        """Return how many guests said they will come."""
        return sum(guest.reply is Reply.COMING for guest in self.guests)

    def silent(self) -> tuple[GuestView, ...]:
        """Return the guests who have not answered."""
        return tuple(guest for guest in self.guests if guest.reply is Reply.NONE)


class MeetingLine(Struct, frozen=True):
    """A meeting as the list shows it."""

    id: int
    kind: str
    title: str
    held_on: date | None
    starts_at: time | None
    state: MeetingState
    total: int


def later(start: time | None, minutes: int) -> time | None:
    """Return the hour so many minutes later, past midnight too; None where there is no hour."""
    if start is None:
        return None
    return (datetime.combine(date(2000, 1, 1), start) + timedelta(minutes=minutes)).time()


def timed(
    items: Sequence[AgendaItem], start: time | None, advised: Mapping[str, tuple[int, int]] | None = None
) -> tuple[ItemView, ...]:
    """Return the points with the hour each begins, and the lengths advised for those of these titles."""
    views, elapsed = [], 0
    for item in items:
        views.append(ItemView(item.id, item, later(start, elapsed), (advised or {}).get(item.title)))
        elapsed += item.minutes
    return tuple(views)


def verdict(total: int, least: int, most: int) -> Verdict:
    """Tell whether a total in minutes is within the time advised, both ends included."""
    if total < least:
        return Verdict.SHORT
    return Verdict.LONG if total > most else Verdict.ADVISED
