"""The steps of the timeline and what the small forms inside them gather."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References, Unique


class ActionState(StrEnum):
    """How far an action is; late is computed from the dates, never stored."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class Action(Struct, frozen=True, kw_only=True):
    """One step of the timeline: from the kit when `kit_code` is set, else the town's own.

    `title` is empty while the kit's wording stands. `phase` is 1, 2, 3, or 4 after the hundred days.
    `planned_start` to `planned_on` is the bar on the strip (equal: one day); `due_on` the latest date. `assignee` is who
    does it and is nobody's entry of the directory: the others are linked by an `Assignment`.
    """

    id: int = 0
    kit_code: Annotated[str | None, Unique()] = None
    phase: Annotated[int, Meta(ge=1, le=9)]
    position: int
    title: str = ""
    topic: str = ""
    planned_start: date | None = None
    planned_on: date | None = None
    due_on: date | None = None
    state: ActionState = ActionState.TODO
    done_on: date | None = None
    assignee: str = ""
    notes: Note = ""


class ActionStep(Struct, frozen=True, kw_only=True):
    """One thing to do or to tick inside an action (first copied from the kit)."""

    id: int = 0
    action_id: Annotated[int, References("action", on_delete="cascade")]
    position: int
    text: str
    done: bool = False


class FederationHelp(Struct, frozen=True, kw_only=True):
    """One kind of help asked of the federation in the first letter, by the kit's code."""

    id: int = 0
    code: Annotated[str, Unique()] = ""


class MeetingPlace(Struct, frozen=True, kw_only=True):
    """The regular meeting place offered to the team (one row, id 1)."""

    id: int = 1
    place: str = ""
    slots: Note = ""
    capacity: str = ""
    access: Note = ""
    key_holder: str = ""
    contact: str = ""
    notes: Note = ""
