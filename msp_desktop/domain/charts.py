"""A chart as a list of marks: what it shows is computed once, and painted by the screen and by the paper."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Fill(StrEnum):
    """How a bar is filled: certain, or possible (or nearby)."""

    SOLID = "solid"
    HATCHED = "hatched"


class Tone(StrEnum):
    """What a mark says beside its place: ordinary, worth attention, secondary."""

    PLAIN = "plain"
    LATE = "late"
    SOFT = "soft"


# Marks can hold no cycle: thousands of them need not be looked through for one.
class Bar(Struct, frozen=True, gc=False):
    """A rectangle, measured from the upper left."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill = Fill.SOLID
    tone: Tone = Tone.PLAIN


class Words(Struct, frozen=True, gc=False):
    """One line of text centred on `y`; `align` is left, right or center, `room` the width it may take."""

    x: float
    y: float
    text: str
    align: str = "left"
    room: float = 1e6
    bold: bool = False
    tone: Tone = Tone.PLAIN


class Line(Struct, frozen=True, gc=False):
    """A hairline."""

    x1: float
    y1: float
    x2: float
    y2: float


Mark = Bar | Words | Line


class Chart(Struct, frozen=True):
    """A chart: the finding as its title, what it counts, its marks, and the same figures as a table."""

    title: str
    subtitle: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Frame(Struct, frozen=True):
    """The room for a chart: its width, its column of names, the height of a row and of its bar, all in one unit.

    `years_on_top` and `names_left` are the paper's manner; `rules` draws a hairline under each row.
    """

    width: float
    names: float
    row: float = 24
    bar: float = 14
    letter: float = 6.6
    years_on_top: bool = False
    names_left: bool = False
    rules: bool = False
