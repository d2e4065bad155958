"""Meetings: agenda, guests, preparation, minutes."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References, Unique


class MeetingState(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Meeting(Struct, frozen=True, kw_only=True):
    """One meeting; `kind` is the kit's code, `instance_id` the instance of a CLS that meets.

    `uid` stays the same in calendars for ever.
    """

    id: int = 0
    uid: Annotated[str, Unique()] = ""
    kind: str
    title: str
    held_on: date | None = None
    starts_at: time | None = None
    place: str = ""
    place_details: Note = ""
    objectives: Note = ""
    introduction: Note = ""
    reply_by: date | None = None
    state: MeetingState = MeetingState.PLANNED
    ended_at: time | None = None
    present_count: int | None = None
    invitations_sent_on: date | None = None
    reference: str = ""
    mayor_notes: Note = ""
    opening_words: Note = ""
    summary: Note = ""
    instance_id: Annotated[int | None, References("instance", on_delete="null")] = None


class AgendaItem(Struct, frozen=True, kw_only=True):
    """One point of the agenda; `minutes` is its planned length; `mayor_note` is never printed for guests."""

    id: int = 0
    meeting_id: Annotated[int, References("meeting", on_delete="cascade")]
    position: int
    title: str
    minutes: Annotated[int, Meta(ge=0, le=100_000)]
    leads: str = ""
    content: Note = ""
    posture: Note = ""
    mayor_note: Note = ""
    discussion: Note = ""


class Reply(StrEnum):
    """What a guest answered."""

    NONE = "none"
    COMING = "coming"
    EXCUSED = "excused"


class Attendance(Struct, frozen=True, kw_only=True):
    """Link a guest of the directory to a meeting: reply before, presence after.

    `invited_on` is the day somebody said the invitation left, on paper or by e-mail; None while it is at most prepared.
    """

    UNIQUE: ClassVar[tuple[str, ...]] = ("meeting_id", "person_id")

    id: int = 0
    meeting_id: Annotated[int, References("meeting", on_delete="cascade")]
    person_id: Annotated[int, References("person", on_delete="cascade")]
    position: int
    reply: Reply = Reply.NONE
    present: Tri = Tri.UNKNOWN
    note: Note = ""
    invited_on: date | None = None


class Party(StrEnum):
    """Who prepares a meeting: the three of the first one together; those of a CLS for its instances."""

    FEDERATION = "federation"
    MUNICIPAL_TEAM = "municipal_team"
    PROJECT_LEAD = "project_lead"
    COORDINATION = "coordination"
    HEALTH_AGENCY = "health_agency"
    LEADS = "leads"


class Preparation(Struct, frozen=True, kw_only=True):
    """One thing a party prepares before the meeting."""

    id: int = 0
    meeting_id: Annotated[int, References("meeting", on_delete="cascade")]
    party: Party
    position: int
    text: str
    done: bool = False


class NextStep(Struct, frozen=True, kw_only=True):
    """One next step of the minutes; `action_id` once it became an action of the timeline.

    `person` is who is nobody's entry of the directory: the others are linked by an `Assignment`.
    """

    id: int = 0
    meeting_id: Annotated[int, References("meeting", on_delete="cascade")]
    position: int
    text: Note
    person: str = ""
    due_on: date | None = None
    action_id: Annotated[int | None, References("action", on_delete="null")] = None
