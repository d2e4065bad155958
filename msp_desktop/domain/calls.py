"""Calls for projects, for candidates, for expressions of interest: what closes when, who answers, when to be reminded."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.limits import Note

#: Days before its closing at which a call is brought back to mind where nobody chose another day.
AHEAD = 21


class CallKind(StrEnum):
    """What kind of call it is."""

    PROJECTS = "projects"
    CANDIDATES = "candidates"
    INTEREST = "interest"
    GRANT = "grant"


class CallState(StrEnum):
    """How far the answer is."""

    WATCHED = "watched"
    ANSWERING = "answering"
    SENT = "sent"
    WON = "won"
    LOST = "lost"
    LEFT = "left"


#: States in which an answer is still to be sent.
OPEN = (CallState.WATCHED, CallState.ANSWERING)


class Call(Struct, frozen=True, kw_only=True):
    """One call; amounts in whole euros; `kit_code` is its funder's in the national list.

    `answered_by` is who answers and is nobody's entry of the directory: the others are linked by an `Assignment`.
    `reminded_on` is the day it is brought back to mind, None once that is done.
    """

    id: int = 0
    kind: CallKind = CallKind.PROJECTS
    subject: str
    funder: str = ""
    kit_code: str = ""
    closes_on: date | None = None
    reminded_on: date | None = None
    state: CallState = CallState.WATCHED
    answered_by: str = ""
    asked: int | None = None
    obtained: int | None = None
    sent_on: date | None = None
    where: str = ""
    notes: Note = ""

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still to be sent."""
        return self.state in OPEN


def due_day(call: Call) -> date | None:
    """Return the day an open call is to be seen to: its reminder, else its closing; None where nothing is owed."""
    if not call.is_open:
        return None
    days = [day for day in (call.reminded_on, call.closes_on) if day is not None]
    return min(days) if days else None


def days_left(call: Call, today: date) -> int | None:
    """Return how many days are left to answer, below 0 once it is closed; None without a closing day."""
    return None if call.closes_on is None else (call.closes_on - today).days


def by_closing(calls: list[Call]) -> list[Call]:
    """Return the calls still to be answered first by closing day (those without one last), then the others, latest first."""
    still = [call for call in calls if call.is_open]
    over = [call for call in calls if not call.is_open]
    still.sort(key=lambda call: (call.closes_on is None, call.closes_on or date.max, call.id))
    over.sort(key=lambda call: (call.closes_on or call.sent_on or date.min, call.id), reverse=True)
    return [*still, *over]
