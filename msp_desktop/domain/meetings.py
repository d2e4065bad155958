"""Meetings: agenda, guests, preparation, minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.markers import references, unique


class MeetingState(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Hold one meeting; `kind` is the kit's code. `uid` stays the same in calendars for ever."""

    id: int = 0
    uid: str = unique(default="")
    kind: str
    title: str
    held_on: date | None = None
    starts_at: time | None = None
    place: str = ""
    place_details: str = ""
    objectives: str = ""
    introduction: str = ""
    reply_by: date | None = None
    state: MeetingState = MeetingState.PLANNED
    ended_at: time | None = None
    present_count: int | None = None
    invitations_sent_on: date | None = None
    reference: str = ""
    mayor_notes: str = ""
    opening_words: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """Hold one point of the agenda; `minutes` is its planned length; `mayor_note` is never printed for guests."""

    id: int = 0
    meeting_id: int = references("meeting", on_delete="cascade")
    position: int
    title: str
    minutes: int
    leads: str = ""
    content: str = ""
    posture: str = ""
    mayor_note: str = ""
    discussion: str = ""


class Reply(StrEnum):
    """What a guest answered."""

    NONE = "none"
    COMING = "coming"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Link a guest of the directory to a meeting: reply before, presence after."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("meeting_id", "person_id")

    id: int = 0
    meeting_id: int = references("meeting", on_delete="cascade")
    person_id: int = references("person", on_delete="cascade")
    position: int
    reply: Reply = Reply.NONE
    present: Tri = Tri.UNKNOWN
    note: str = ""


class Party(StrEnum):
    """The three parties that prepare the first meeting together."""

    FEDERATION = "federation"
    MUNICIPAL_TEAM = "municipal_team"
    PROJECT_LEAD = "project_lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """Hold one thing a party prepares before the meeting."""

    id: int = 0
    meeting_id: int = references("meeting", on_delete="cascade")
    party: Party
    position: int
    text: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """Hold one next step of the minutes; `action_id` once it became an action of the timeline."""

    id: int = 0
    meeting_id: int = references("meeting", on_delete="cascade")
    position: int
    text: str
    person: str = ""
    due_on: date | None = None
    action_id: int | None = references("action", on_delete="null", optional=True)
