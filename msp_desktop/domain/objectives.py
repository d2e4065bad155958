"""First realistic steps the town sets itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """Hold a first realistic step: what, by when, who."""

    id: int = 0
    position: int
    title: str
    due_on: date | None = None
    person: str = ""
    done_on: date | None = None
    notes: str = ""
