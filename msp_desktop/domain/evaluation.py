"""Evaluation of a health project: questions, what shows the answer, results, the priorities that come of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Unique


class EvaluationQuestion(Struct, frozen=True, kw_only=True):
    """One question: by what it is seen, how one knows, what was found, and the priority that follows.

    `seen_to_by` is who sees to it and is nobody's entry of the directory: the others are linked by an `Assignment`.
    """

    id: int = 0
    position: int
    kit_code: str = ""
    question: Note
    indicator: Note = ""
    method: Note = ""
    target: str = ""
    seen_to_by: str = ""
    due_on: date | None = None
    result: Note = ""
    result_on: date | None = None
    priority: Note = ""

    @property
    def is_answered(self) -> bool:
        """Tell whether a result is written."""
        return bool(self.result.strip())


class ActivityYear(Struct, frozen=True, kw_only=True):
    """The town's own words for the activity report of a year."""

    id: int = 0
    year: Annotated[int, Meta(ge=1900, le=2199), Unique()]
    opening: Note = ""
    outlook: Note = ""
