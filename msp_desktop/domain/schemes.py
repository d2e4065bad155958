"""The territorial schemes a town may already belong to: who carries each, and how its own project fits in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.limits import Note

#: The method's code of the local health contract, on which the pages of its coordination depend.
CLS = "cls"


class Standing(StrEnum):
    """What the town is for a scheme; nothing where the scheme is not ticked."""

    NONE = "none"
    EXISTS = "exists"
    JOINED = "joined"
    CARRIED = "carried"


#: The standings in which the town works with the scheme itself.
TAKING_PART = (Standing.JOINED, Standing.CARRIED)


class Scheme(Struct, frozen=True, kw_only=True):
    """A scheme of the method, by its code, or one of the town's own, by its name.

    `carried_by` and `contact` are who is nobody's entry of the directory: the others are linked by an `Assignment`. What
    was noted of a scheme stays when it is ticked no more.
    """

    id: int = 0
    position: int
    kit_code: str = ""
    name: str = ""
    standing: Standing = Standing.NONE
    carried_by: str = ""
    contact: str = ""
    perimeter: Note = ""
    starts_on: date | None = None
    ends_on: date | None = None
    fit: Note = ""
