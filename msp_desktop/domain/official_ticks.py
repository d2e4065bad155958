"""What somebody agrees to in a review of official files, line by line, field by field."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.official import Difference, Proposal, Review, ReviewLine


class Agreed(Struct, frozen=True):
    """How many lines are ticked: to add, to correct, to note as gone."""

    add: int = 0
    correct: int = 0
    gone: int = 0

    @property
    def lines(self) -> int:
        """Return how many they are together."""
        return self.add + self.correct + self.gone


def is_tickable(line: ReviewLine) -> bool:
    """Tell whether there is anything to agree to: of what is already there, unless it says something else, there is not."""
    return line.proposal is not Proposal.EXISTING


def agreed(review: Review) -> Agreed:
    """Count what is ticked."""
    ticked = [line.proposal for line in review.lines if line.ticked and is_tickable(line)]
    correct, gone = ticked.count(Proposal.CHANGED), ticked.count(Proposal.GONE)
    return Agreed(add=len(ticked) - correct - gone, correct=correct, gone=gone)


def with_tick(review: Review, line_id: int, ticked: bool) -> Review:
    """Return the review with a line ticked, hence all that its file says of it agreed to, or unticked."""
    return _with(review, line_id, lambda line: _ticked(line, ticked))


def with_choice(review: Review, line_id: int, field: tuple[str, str], accepted: bool) -> Review:
    """Return the review with the file's words of one field (its record and attribute) taken, or the dossier's kept.

    A line of which nothing is taken is not ticked.
    """

    def chosen(line: ReviewLine) -> ReviewLine:
        differences = tuple(
            replace(one, accepted=accepted) if field_of(one) == field else one for one in line.differences
        )
        return replace(line, differences=differences, ticked=any(one.accepted for one in differences))

    return _with(review, line_id, chosen)


def with_none(review: Review) -> Review:
    """Return the review with no line ticked."""
    return replace(review, lines=tuple(_ticked(line, False) for line in review.lines))


def field_of(difference: Difference) -> tuple[str, str]:
    """Return which field a difference is of: its record and its attribute."""
    return difference.record, difference.attribute


def _with(review: Review, line_id: int, change: Callable[[ReviewLine], ReviewLine]) -> Review:
    return replace(
        review,
        lines=tuple(change(line) if line.id == line_id and is_tickable(line) else line for line in review.lines),
    )


def _ticked(line: ReviewLine, ticked: bool) -> ReviewLine:
    if line.ticked == ticked and all(one.accepted == ticked for one in line.differences):
        return line
    differences = tuple(replace(one, accepted=ticked) for one in line.differences)
    return replace(line, ticked=ticked, differences=differences)
