"""A public figure as it is shown and printed, beside the finding it supports."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from msp_desktop.formats import NNBSP
from msp_desktop.formats.french.case import after_colon


class FigureView(Struct, frozen=True, kw_only=True):
    """A public figure in words: `supports` is the question's code, `source` whose figure it is and of when.

    `mark` is what to compare it with, "" where nothing is; `says` and `not_said` what it tells and does not.
    """

    code: str
    supports: str
    title: str
    value: str
    source: str
    mark: str = ""
    says: str = ""
    not_said: str = ""
    origin: str = ""

    @property
    def line(self) -> str:
        """Return « Population : 1 240 habitants (Insee, 2022) », with what it is compared with."""
        mark = f"{NNBSP}; {self.mark}" if self.mark else ""
        return f"{after_colon(self.title, self.value)} ({self.source}){mark}."


def limits(figures: Iterable[FigureView]) -> tuple[str, ...]:
    """Return what these figures do not say, each sentence once."""
    return tuple(dict.fromkeys(figure.not_said for figure in figures if figure.not_said))
