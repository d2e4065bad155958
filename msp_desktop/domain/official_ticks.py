"""What somebody agrees to in a review of official files, line by line, field by field."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.official import Difference, Proposal, Review, ReviewLine


class Agreed(Struct, frozen=True):
    """How many lines are ticked: to add, to correct, to confirm as they are, to note as gone; and public figures."""

    add: int = 0
    correct: int = 0
    confirm: int = 0
    gone: int = 0
    figures: int = 0

    @property
    def lines(self) -> int:
        """Return how many they are together."""
        return self.add + self.correct + self.confirm + self.gone + self.figures


def agreed(review: Review) -> Agreed:
    """Count what is ticked."""
    ticked = [line for line in review.lines if line.ticked]
    gone = sum(line.proposal is Proposal.GONE for line in ticked)
    add = sum(not line.entry_id for line in ticked)
    confirm = sum(_confirms(line) for line in ticked)
    figures = sum(figure.ticked for figure in review.figures)
    correct = len(ticked) - add - confirm - gone
    return Agreed(add=add, correct=correct, confirm=confirm, gone=gone, figures=figures)


def with_tick(review: Review, line_id: int, ticked: bool) -> Review:
    """Return the review with a line ticked or unticked.

    Ticked, it fills what the dossier leaves empty; what was typed is replaced only where nothing else differs, or where
    somebody chooses it field by field.
    """
    return _with(review, line_id, _ticked if ticked else _unticked)


def with_figure(review: Review, place: int, ticked: bool) -> Review:
    """Return the review with the public figure at a place, from 0, ticked or unticked."""
    figures = (replace(one, ticked=ticked) if at == place else one for at, one in enumerate(review.figures))
    return replace(review, figures=tuple(figures))


def with_choice(review: Review, line_id: int, field: tuple[str, str], accepted: bool) -> Review:
    """Return the review with the file's words of one field (its record and attribute) taken, or the dossier's kept.

    A change of which nothing is taken is not ticked; what is taken ticks its line.
    """

    def chosen(line: ReviewLine) -> ReviewLine:
        differences = tuple(
            replace(one, accepted=accepted) if field_of(one) == field else one for one in line.differences
        )
        kept = line.ticked and line.proposal is not Proposal.CHANGED
        return replace(line, differences=differences, ticked=kept or any(one.accepted for one in differences))

    return _with(review, line_id, chosen)


def with_none(review: Review) -> Review:
    """Return the review with no line ticked, and no public figure."""
    figures = tuple(replace(one, ticked=False) for one in review.figures)
    return replace(review, lines=tuple(map(_unticked, review.lines)), figures=figures)


def field_of(difference: Difference) -> tuple[str, str]:
    """Return which field a difference is of: its record and its attribute."""
    return difference.record, difference.attribute


def _with(review: Review, line_id: int, change: Callable[[ReviewLine], ReviewLine]) -> Review:
    return replace(review, lines=tuple(change(line) if line.id == line_id else line for line in review.lines))


def _confirms(line: ReviewLine) -> bool:
    """Tell whether an entry is found again, and nothing of it changes."""
    changes = any(one.accepted for one in line.differences)
    return bool(line.entry_id) and line.proposal is not Proposal.GONE and not changes


def _ticked(line: ReviewLine) -> ReviewLine:
    whole = line.proposal is Proposal.CHANGED and not any(one.fills for one in line.differences)
    differences = tuple(replace(one, accepted=whole or one.fills) for one in line.differences)
    return replace(line, ticked=True, differences=differences)


def _unticked(line: ReviewLine) -> ReviewLine:
    if not line.ticked and not any(one.accepted for one in line.differences):
        return line
    differences = tuple(replace(one, accepted=False) for one in line.differences)
    return replace(line, ticked=False, differences=differences)
