"""The steps of the timeline and what the small forms inside them gather."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msp_desktop.domain.markers import references, unique


class ActionState(StrEnum):
    """How far an action is; late is computed from the dates, never stored."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Hold one step of the timeline: from the kit when `kit_code` is set, else the town's own.

    `title` is empty while the kit's wording stands. `phase` is 1, 2, 3, or 4 after the hundred days.
    `planned_start` to `planned_on` is the bar on the strip (equal: one day); `due_on` the latest date.
    """

    id: int = 0
    kit_code: str | None = unique()
    phase: int
    position: int
    title: str = ""
    topic: str = ""
    planned_start: date | None = None
    planned_on: date | None = None
    due_on: date | None = None
    state: ActionState = ActionState.TODO
    done_on: date | None = None
    assignee: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionStep:
    """Hold one thing to do or to tick inside an action (first copied from the kit)."""

    id: int = 0
    action_id: int = references("action", on_delete="cascade")
    position: int
    text: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FederationHelp:
    """Hold one kind of help asked of the federation in the first letter, by the kit's code."""

    id: int = 0
    code: str = unique(default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlace:
    """Hold the regular meeting place offered to the team (one row, id 1)."""

    id: int = 1
    place: str = ""
    slots: str = ""
    capacity: str = ""
    access: str = ""
    key_holder: str = ""
    contact: str = ""
    notes: str = ""
