"""The activity of a CLS in a year, as its report tells it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.domain.action_plan import Money, SheetView
from msp_desktop.domain.calls import Call
from msp_desktop.domain.evaluation import EvaluationQuestion
from msp_desktop.domain.instances import InstanceView


class AxisActivity(Struct, frozen=True):
    """An axis in a year: its name, its sheets, what the year costs and has."""

    number: int
    title: str
    sheets: tuple[SheetView, ...]
    money: Money


class StepDone(Struct, frozen=True):
    """A step of a fiche action done in the year."""

    day: date
    sheet: str
    words: str


class Activity(Struct, frozen=True):
    """All that a report tells of a period: a year, or the part of it that is over.

    `carried_by` and `coordination` are words, "" where nobody said them. `watched` are the needs noted.
    """

    year: int
    since: date
    until: date
    carried_by: str = ""
    coordination: str = ""
    opening: str = ""
    outlook: str = ""
    axes: tuple[AxisActivity, ...] = ()
    steps: tuple[StepDone, ...] = ()
    funders: tuple[tuple[str, Money], ...] = ()
    money: Money = Money()
    instances: tuple[InstanceView, ...] = ()
    calls: tuple[Call, ...] = ()
    questions: tuple[EvaluationQuestion, ...] = ()
    watched: tuple[tuple[date, str], ...] = ()

    def sheets(self) -> tuple[SheetView, ...]:
        """Return all sheets, axis by axis."""
        return tuple(sheet for axis in self.axes for sheet in axis.sheets)

    def is_empty(self) -> bool:
        """Tell whether there is nothing to report."""
        told = (self.axes, self.instances, self.calls, self.questions, self.watched, self.opening.strip())
        return not any(told)

    def held(self) -> int:
        """Return how many meetings of instances were held."""
        return sum(view.held for view in self.instances)

    def priorities(self) -> tuple[EvaluationQuestion, ...]:
        """Return the questions that led to a new priority."""
        return tuple(row for row in self.questions if row.priority.strip())
