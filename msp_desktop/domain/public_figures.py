"""A public figure as it is shown and printed, beside the finding it supports."""

from __future__ import annotations

from msgspec import Struct


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
