"""How far the conditions of a local health project are met: each line as rated today, and as rated at dated reviews."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References, Unique


class Rating(StrEnum):
    """How far a line is met; nothing of one that nobody has rated."""

    NONE = "none"
    NOT_YET = "not_yet"
    PARTLY = "partly"
    DONE = "done"


#: From the least to the most.
RATINGS = (Rating.NOT_YET, Rating.PARTLY, Rating.DONE)


class ConditionRating(Struct, frozen=True, kw_only=True):
    """A line of the method as the town rates it today: what shows it, and what comes next, by whom and when.

    `person` is who is nobody's entry of the directory: the others are linked by an `Assignment`. `action_id` is the action
    its next step has become.
    """

    id: int = 0
    code: Annotated[str, Unique()]
    rating: Rating = Rating.NONE
    rated_on: date | None = None
    evidence: Note = ""
    next_step: str = ""
    due_on: date | None = None
    person: str = ""
    action_id: Annotated[int | None, References("action", on_delete="null")] = None


class ConditionReview(Struct, frozen=True, kw_only=True):
    """A day on which all lines were looked at together; its marks keep what was said then."""

    id: int = 0
    held_on: Annotated[date, Unique()]


class ConditionMark(Struct, frozen=True, kw_only=True):
    """What a line was rated at a review; a line that nobody had rated has none."""

    UNIQUE: ClassVar[tuple[str, ...]] = ("review_id", "code")

    id: int = 0
    review_id: Annotated[int, References("condition_review", on_delete="cascade")]
    code: str
    rating: Rating


class Tally(Struct, frozen=True):
    """How many lines are met, partly met, not yet met and not rated."""

    done: int = 0
    partly: int = 0
    not_yet: int = 0
    unrated: int = 0

    @property
    def whole(self) -> int:
        """Return how many lines there are."""
        return self.done + self.partly + self.not_yet + self.unrated


def tally(ratings: list[Rating] | tuple[Rating, ...]) -> Tally:
    """Count ratings."""
    return Tally(
        ratings.count(Rating.DONE),
        ratings.count(Rating.PARTLY),
        ratings.count(Rating.NOT_YET),
        ratings.count(Rating.NONE),
    )
