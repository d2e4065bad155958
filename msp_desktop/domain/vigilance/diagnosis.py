"""« Agir sans diagnostic »."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.schedule import phase_of_day
from msp_desktop.domain.vigilance.signals import NO_DIAGNOSIS, Signal


class Questions(Struct, frozen=True):
    """The day counted from day 0, and the questions of the inventory: how many there are, how many have no finding."""

    day: int
    total: int
    without_finding: int


def no_diagnosis(questions: Questions) -> Signal | None:
    """Return the signal where phase 2 has begun and questions have no finding yet."""
    phase = phase_of_day(questions.day)
    if phase in ("before", "1") or not questions.without_finding:
        return None
    return Signal(NO_DIAGNOSIS, (phase,), questions.without_finding, questions.total)
