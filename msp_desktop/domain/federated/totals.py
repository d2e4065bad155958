"""Counts over several communes, in which nobody can be recognised."""

from __future__ import annotations

from msgspec import Struct


class Cell(Struct, frozen=True):
    """A count as it may be shown: `n` is None where it is hidden."""

    row: str
    column: str
    n: int | None


class Totals(Struct, frozen=True, kw_only=True):
    """The totals of the communes chosen, each list (name or code, count) in the order it is shown.

    `professions` (here) are public figures and never hidden. `leaving` is profession × horizon: below a department it has two
    columns, « within_5 » and « others ». `hidden` counts the cells of which the number is not shown.
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
