"""First realistic steps the town sets itself."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.domain.limits import Note


class Objective(Struct, frozen=True, kw_only=True):
    """A first realistic step: what, by when, who. `person` is who is nobody's entry of the directory: see `Assignment`."""

    id: int = 0
    position: int
    title: str
    due_on: date | None = None
    person: str = ""
    done_on: date | None = None
    notes: Note = ""
