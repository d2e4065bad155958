"""The stages of an MSP, far longer than a hundred days, how far the town's project is in each, and the steps on the way."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Unique


class StageState(StrEnum):
    """How far a stage is."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"


class ProjectStage(Struct, frozen=True, kw_only=True):
    """One stage of an MSP; `code` is the method's: the team, the project validated by the ARS, the building.

    `planned_start` and `planned_on` are when the town means it to begin and to end, None while the dates proposed stand.
    """

    id: int = 0
    code: Annotated[str, Unique()] = ""
    state: StageState = StageState.TODO
    started_on: date | None = None
    done_on: date | None = None
    notes: Note = ""
    planned_start: date | None = None
    planned_on: date | None = None


class RoadStep(Struct, frozen=True, kw_only=True):
    """A step of the town's own on the way through a stage.

    `stage` is the code of the stage, `kit_code` that of the method's step it came from, "" for one of the town's own;
    `help` is the code of what helps with it (a document, a page). `person` is who is nobody's entry of the directory.
    """

    id: int = 0
    stage: str
    position: int
    title: str
    kit_code: str = ""
    due_on: date | None = None
    person: str = ""
    state: StageState = StageState.TODO
    done_on: date | None = None
    help: str = ""
    notes: Note = ""
