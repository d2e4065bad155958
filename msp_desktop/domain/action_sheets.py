"""The plan of a contrat local de santé: priority axes, their objectives, and the fiches action under them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References

#: A sum of money, in whole euros.
Euros = Annotated[int, Meta(ge=0, le=1_000_000_000)]
#: A year of a budget; 0 where it is not said.
Year = Annotated[int, Meta(ge=0, le=9899)]


class SheetState(StrEnum):
    """How far a fiche action is."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class Axis(Struct, frozen=True, kw_only=True):
    """One priority axis of the plan; its number is its place."""

    id: int = 0
    position: int
    title: str
    note: Note = ""


class AxisObjective(Struct, frozen=True, kw_only=True):
    """What an axis aims at; several fiches action may serve one."""

    id: int = 0
    axis_id: Annotated[int, References("axis", on_delete="cascade")]
    position: int
    text: str


class ActionSheet(Struct, frozen=True, kw_only=True):
    """One fiche action.

    `lead` is who pilots it, `elected` the élu référent, `partners` those who take part: of each, who is nobody's entry of
    the directory, in words, the others being linked by an `Assignment`. `due_note` says what the date alone does not
    (« puis chaque année »), `notes` are never printed.
    """

    id: int = 0
    axis_id: Annotated[int, References("axis", on_delete="cascade")]
    objective_id: Annotated[int | None, References("axis_objective", on_delete="null")] = None
    position: int
    title: str
    aim: Note = ""
    public: Note = ""
    lead: str = ""
    elected: str = ""
    partners: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    due_note: str = ""
    state: SheetState = SheetState.TODO
    next_step: Note = ""
    notes: Note = ""


class SheetStep(Struct, frozen=True, kw_only=True):
    """A step of a fiche action; `who` is who is nobody's entry of the directory, `done_on` the day it was done."""

    id: int = 0
    sheet_id: Annotated[int, References("action_sheet", on_delete="cascade")]
    position: int
    text: str
    due_on: date | None = None
    who: str = ""
    done_on: date | None = None


class SheetIndicator(Struct, frozen=True, kw_only=True):
    """What tells whether a fiche action works: where it began, what is aimed at. Numbers are in `unit`."""

    id: int = 0
    sheet_id: Annotated[int, References("action_sheet", on_delete="cascade")]
    position: int
    title: str
    unit: str = ""
    baseline: float | None = None
    target: float | None = None


class IndicatorValue(Struct, frozen=True, kw_only=True):
    """What an indicator was on a day."""

    id: int = 0
    indicator_id: Annotated[int, References("sheet_indicator", on_delete="cascade")]
    measured_on: date
    value: float


class SheetFunding(Struct, frozen=True, kw_only=True):
    """What one funder brings to a fiche action in one year, in euros: planned, asked of them, obtained.

    `funder` is who is nobody's entry of the directory, in words; nobody at all is a sum whose funder is to be found.
    """

    id: int = 0
    sheet_id: Annotated[int, References("action_sheet", on_delete="cascade")]
    position: int
    funder: str = ""
    year: Year = 0
    planned: Euros = 0
    asked: Euros = 0
    obtained: Euros = 0
