"""The plan of fiches action as it is read: its axes, how far each sheet is, and what is found of what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from msp_desktop.domain.action_sheets import (
    ActionSheet,
    Axis,
    AxisObjective,
    IndicatorValue,
    SheetFunding,
    SheetIndicator,
    SheetState,
    SheetStep,
)
from msp_desktop.formats.text import fold

#: States in which a sheet asks for nothing more.
OVER = (SheetState.DONE, SheetState.DROPPED)


class Money(Struct, frozen=True):
    """Sums in euros: what is planned, what of it is obtained (`covered`), asked and not answered yet, or still to be asked.

    `planned` is the sum of the last three. `surplus` was obtained beyond what was planned: money is given for one thing,
    and what one funder gives too much pays for nothing else.
    """

    planned: int = 0
    covered: int = 0
    asked: int = 0
    surplus: int = 0

    @property
    def obtained(self) -> int:
        """Return all that was obtained."""
        return self.covered + self.surplus

    @property
    def missing(self) -> int:
        """Return what is not obtained yet of what is planned."""
        return self.planned - self.covered

    @property
    def to_ask(self) -> int:
        """Return what nobody has been asked for yet."""
        return self.missing - self.asked

    def plus(self, other: Money) -> Money:
        """Return both together."""
        return Money(
            self.planned + other.planned, self.covered + other.covered, self.asked + other.asked,
            self.surplus + other.surplus,
        )  # fmt: skip


def money_of(row: SheetFunding) -> Money:
    """Return what one line of a budget is: asked and obtained, it is obtained alone."""
    covered = min(row.planned, row.obtained)
    waiting = max(0, min(row.planned, row.asked) - covered)
    return Money(row.planned, covered, waiting, row.obtained - covered)


def total(sums: Iterable[Money]) -> Money:
    """Return sums together."""
    found = Money()
    for one in sums:
        found = found.plus(one)
    return found


class Share(Struct, frozen=True):
    """What one funder, one year or one axis is in the whole: its name, its money."""

    name: str
    money: Money


class IndicatorView(Struct, frozen=True):
    """An indicator and what it was, the oldest first."""

    indicator: SheetIndicator
    values: tuple[IndicatorValue, ...] = ()

    @property
    def last(self) -> IndicatorValue | None:
        """Return what it was last, None where nobody has measured it."""
        return self.values[-1] if self.values else None

    def covered(self) -> float | None:
        """Return how much of the way from its start to its target is covered, from 0 to 1; None where it cannot be said.

        An indicator that has not been measured has covered nothing; it may be meant to go down.
        """
        begin, target = self.indicator.baseline, self.indicator.target
        if begin is None or target is None:
            return None
        now = self.last.value if self.last is not None else begin
        if begin == target:
            return 1.0 if now == target else 0.0
        return min(1.0, max(0.0, (now - begin) / (target - begin)))


class SheetView(Struct, frozen=True):
    """A fiche action as it is read: `number` is « 1.2 », the names of people stand in its words."""

    sheet: ActionSheet
    number: str
    axis: Axis
    objective: AxisObjective | None = None
    steps: tuple[SheetStep, ...] = ()
    indicators: tuple[IndicatorView, ...] = ()
    funding: tuple[SheetFunding, ...] = ()

    @property
    def id(self) -> int:
        """Return the sheet's id."""
        return self.sheet.id

    @property
    def steps_done(self) -> int:
        """Return how many steps are done."""
        return sum(step.done_on is not None for step in self.steps)

    def money(self, year: int | None = None) -> Money:
        """Return what it costs and has, in one year or in all."""
        return total(money_of(row) for row in self.funding if year is None or row.year == year)

    def is_open(self) -> bool:
        """Tell whether anything is still to be done."""
        return self.sheet.state not in OVER

    def late_since(self, today: date) -> date | None:
        """Return since when it is late: its own day, or that of a step not done; None where it is not."""
        if not self.is_open():
            return None
        days = [step.due_on for step in self.steps if step.done_on is None]
        return min((day for day in (*days, self.sheet.due_on) if day is not None and day < today), default=None)


class AxisView(Struct, frozen=True):
    """An axis, its objectives and its sheets."""

    axis: Axis
    number: int
    objectives: tuple[AxisObjective, ...] = ()
    sheets: tuple[SheetView, ...] = ()

    @property
    def id(self) -> int:
        """Return the axis's id."""
        return self.axis.id

    def money(self, year: int | None = None) -> Money:
        """Return what its sheets cost and have, in one year or in all; what is dropped costs nothing more."""
        return total(sheet.money(year) for sheet in counted_sheets(self.sheets))


class Plan(Struct, frozen=True):
    """All axes with their sheets."""

    axes: tuple[AxisView, ...] = ()

    def sheets(self) -> tuple[SheetView, ...]:
        """Return all sheets, axis by axis."""
        return tuple(sheet for axis in self.axes for sheet in axis.sheets)

    def sheet(self, sheet_id: int) -> SheetView | None:
        """Return the sheet with this id, None where there is none."""
        return next((sheet for sheet in self.sheets() if sheet.id == sheet_id), None)

    def axis(self, axis_id: int) -> AxisView | None:
        """Return the axis with this id, None where there is none."""
        return next((axis for axis in self.axes if axis.id == axis_id), None)

    def money(self, year: int | None = None) -> Money:
        """Return what the plan costs and has, in one year or in all."""
        return total(axis.money(year) for axis in self.axes)

    def years(self) -> tuple[int, ...]:
        """Return the years that have a budget, the first one first; 0, a year that is not said, last."""
        found = {row.year for sheet in counted_sheets(self.sheets()) for row in sheet.funding}
        return tuple(sorted(found, key=lambda year: (year == 0, year)))

    def by_year(self) -> tuple[tuple[int, Money], ...]:
        """Return what each year costs and has."""
        return tuple((year, self.money(year)) for year in self.years())

    def by_funder(self, year: int | None = None) -> tuple[Share, ...]:
        """Return what each funder brings, who brings most first; "" is what has no funder yet."""
        return by_funder(self.sheets(), year)

    def late(self, today: date) -> tuple[SheetView, ...]:
        """Return the sheets that are late."""
        return tuple(sheet for sheet in self.sheets() if sheet.late_since(today) is not None)


def counted_sheets(sheets: Iterable[SheetView]) -> tuple[SheetView, ...]:
    """Return the sheets whose money counts: what was dropped neither costs nor has anything."""
    return tuple(sheet for sheet in sheets if sheet.sheet.state is not SheetState.DROPPED)


def by_funder(sheets: Iterable[SheetView], year: int | None = None, *, dropped: bool = False) -> tuple[Share, ...]:
    """Return what each funder brings to these sheets, those given up too where `dropped`.

    One name written in two ways of case or accent is one funder.
    """
    sums: dict[str, Money] = {}
    names: dict[str, str] = {}
    for sheet in sheets if dropped else counted_sheets(sheets):
        for row in sheet.funding:
            if year is None or row.year == year:
                key = " ".join(fold(row.funder).split())
                names.setdefault(key, row.funder)
                sums[key] = sums.get(key, Money()).plus(money_of(row))
    order = sorted(sums, key=lambda key: (-sums[key].obtained, -sums[key].planned, key))
    return tuple(Share(names[key], sums[key]) for key in order)


#: Funders shown with their own stretch at least; under this part of the whole they share one.
LEAST_PART = 0.08


class Stretch(Struct, frozen=True):
    """One stretch of the bar of a budget: its names, its sum, where it begins and ends, from 0 to 1.

    `kind` says how it is filled: "first", "second", "others", "missing".
    """

    kind: str
    names: tuple[str, ...]
    euros: int
    begin: float
    end: float


def stretches(shares: Iterable[Share], missing: int) -> tuple[Stretch, ...]:
    """Return the bar of a budget: what each funder has given of what was planned, then what is missing.

    Funders under a twelfth of the whole share one stretch, after the others; so do those after the second, who would be
    told apart by nothing but their place.
    """
    given = sorted((share for share in shares if share.money.covered), key=lambda share: -share.money.covered)
    whole = sum(share.money.covered for share in given) + missing
    if not whole:
        return ()
    large = [share for share in given if share.money.covered / whole >= LEAST_PART]
    small = [share for share in given if share.money.covered / whole < LEAST_PART]
    parts: list[tuple[str, tuple[str, ...], int]] = [
        (("first", "second")[place] if place < 2 else "others", (share.name,), share.money.covered)
        for place, share in enumerate(large)
    ]
    if small:
        parts.append(("others", tuple(share.name for share in small), sum(share.money.covered for share in small)))
    if missing:
        parts.append(("missing", (), missing))
    found, begin = [], 0
    for kind, names, euros in parts:
        found.append(Stretch(kind, names, euros, begin / whole, (begin + euros) / whole))
        begin += euros
    return tuple(found)


def parted(plan: Plan, keep: Callable[[SheetView], bool]) -> Plan:
    """Return the plan with those of its sheets that are wanted; axes that are left without any go."""
    axes = []
    for axis in plan.axes:
        kept = tuple(sheet for sheet in axis.sheets if keep(sheet))
        if kept:
            axes.append(AxisView(axis.axis, axis.number, axis.objectives, kept))
    return Plan(tuple(axes))
