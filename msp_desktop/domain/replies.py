"""A federation's answer as the commune looks at it, line by line, and the lines it has answered already."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.carried.reply import Line
from msp_desktop.domain.markers import Unique


class AnsweredLine(Struct, frozen=True, kw_only=True):
    """A line of an answer that the town accepted, or left aside: by its key, it is known when the file is opened again."""

    id: int = 0
    key: Annotated[str, Unique()] = ""
    accepted: bool
    answered_on: date


class LineState(StrEnum):
    """What can be done with a line: `OFFERED` is new, `ASIDE` was left aside and may be taken still."""

    OFFERED = "offered"
    ASIDE = "aside"
    ACCEPTED = "accepted"
    IMPOSSIBLE = "impossible"


class ReplyLine(Struct, frozen=True, kw_only=True):
    """A line of the answer beside what the dossier holds; `where` is the place it would go to.

    `old` is "" where nothing is there yet; `remark` says why it cannot be taken, or when it was answered.
    """

    line: Line
    title: str
    old: str = ""
    new: str
    where: str = ""
    state: LineState = LineState.OFFERED
    remark: str = ""
    ticked: bool = False

    @property
    def key(self) -> str:
        """Return the line's key."""
        return self.line.key

    @property
    def can_be_taken(self) -> bool:
        """Tell whether the line may be ticked."""
        return self.state in (LineState.OFFERED, LineState.ASIDE)


class ReplyReview(Struct, frozen=True, kw_only=True):
    """An answer laid beside the dossier it is for: who signs, when, what to know before, and its lines."""

    signed: str
    made_at: datetime
    warnings: tuple[str, ...] = ()
    lines: tuple[ReplyLine, ...] = ()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the keys of the lines that are ticked."""
        return tuple(line.key for line in self.lines if line.ticked)

    @property
    def offered(self) -> int:
        """Return how many lines wait for an answer."""
        return sum(line.state is LineState.OFFERED for line in self.lines)


def with_line(review: ReplyReview, key: str, ticked: bool) -> ReplyReview:
    """Return the review with a line ticked or not; one that cannot be taken stays as it is."""
    lines = (replace(line, ticked=ticked) if line.key == key and line.can_be_taken else line for line in review.lines)
    return replace(review, lines=tuple(lines))
