"""Counts over several communes, in which nobody can be recognised."""

from __future__ import annotations

from msgspec import Struct


class Cell(Struct, frozen=True):
    """A count as it may be shown: `n` is None where it is hidden."""

    row: str
    column: str
    n: int | None


class Counts(Struct, frozen=True, kw_only=True):
    """How many of the communes chosen are told of since less than fifteen days, have no référent, have a vigilance, are late.

    `phases` counts them by phase, in order. `leaving` is how many professionals leave within five years: for the
    federation's own screen, as the lines' own.
    """

    communes: int
    up_to_date: int = 0
    without_referent: int = 0
    with_vigilance: int = 0
    with_late: int = 0
    leaving: int = 0
    phases: tuple[tuple[str, int], ...] = ()


class Totals(Struct, frozen=True, kw_only=True):
    """The totals of the communes chosen, each list (name or code, count) in the order it is shown.

    `professions` (here) are public figures and never hidden. `leaving` is profession × horizon: below a department it has two
    columns, « within_5 » and « others », and there are no `ages`. Both are told of all communes, of a department or of an EPCI
    only: `too_narrow` where something else chooses among them, since two choices differ by one commune. `hidden` counts the
    cells of which the number is not shown.
    """

    communes: int
    up_to_date: int
    without_referent: int
    with_vigilance: int
    phases: tuple[tuple[str, int], ...] = ()
    vigilances: tuple[tuple[str, int], ...] = ()
    professions: tuple[tuple[str, int], ...] = ()
    leaving: tuple[Cell, ...] = ()
    ages: tuple[Cell, ...] = ()
    hidden: int = 0
    too_narrow: bool = False
