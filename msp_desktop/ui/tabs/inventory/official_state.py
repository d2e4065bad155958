"""Where somebody is in pre-filling: what they chose, what was read, what they ticked. The page is made of it, and made again."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from msp_desktop.domain.official import FileKind, Review


class View(StrEnum):
    """The views of the page."""

    CHOOSE = "choose"
    READING = "reading"
    REVIEW = "review"
    DONE = "done"


class ChosenFile(Struct, frozen=True):
    """A file that was chosen: its size in bytes, what it is once it was looked at, or why it is none that is read."""

    path: Path
    size: int = 0
    kind: FileKind | None = None
    sentence: str = ""

    @property
    def is_looked_at(self) -> bool:
        """Tell whether it is known what it is."""
        return self.kind is not None or bool(self.sentence)


class State(Struct, frozen=True, kw_only=True):
    """`around` is whether the communes of one's EPCI are sought too, `added` those sought besides.

    `told` is what was said of files that could not be read. `kind` is the segment of the review, `line` the line chosen. `done` is what was
    written, `label` the step's name in the history.
    """

    view: View = View.CHOOSE
    files: tuple[ChosenFile, ...] = ()
    around: bool = True
    added: tuple[str, ...] = ()
    review: Review | None = None
    told: tuple[str, ...] = ()
    kind: str = "all"
    line: int = 0
    done: str = ""
    label: str = ""
