"""The stages of an MSP, far longer than a hundred days, and how far the town's project is in each."""

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
    """One stage of an MSP; `code` is the method's: the team, the project validated by the ARS, the building."""

    id: int = 0
    code: Annotated[str, Unique()] = ""
    state: StageState = StageState.TODO
    started_on: date | None = None
    done_on: date | None = None
    notes: Note = ""
