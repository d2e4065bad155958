"""What the page of the road says, as it is printed."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.domain.road_marks import RoadPlan


class CoreLine(Struct, frozen=True):
    """A line of the core: who is meant, how many are ready, how many it takes, what is missing (« rien »)."""

    title: str
    ready: int
    least: int
    missing: str


class PaperStep(Struct, frozen=True):
    """A next step: its day, its words, who sees to it."""

    day: date | None
    title: str
    who: str


class RoadPage(Struct, frozen=True):
    """All that the page of the road says."""

    plan: RoadPlan
    alt: str
    lead: str
    lacking: str
    core: tuple[CoreLine, ...]
    beside: tuple[tuple[str, str], ...]
    steps: tuple[PaperStep, ...]
