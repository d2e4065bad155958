"""Run two things in turn and compare their medians."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One ratio, its bar, what was compared, and both medians in `unit`."""

    ratio: float
    bar: float
    what: str
    ours: float
    floor: float
    unit: str = "ms"

    def row(self) -> str:
        """Return the ratio, its bar, the verdict, what was compared and both sides."""
        return _row(self.ratio, self.bar, "×", f"{self.what} ({self.ours:.4g} {self.unit} against {self.floor:.4g})")


class Limit(Struct, frozen=True):
    """One median held under a bar of its own, in `unit`: what is compared with nothing."""

    value: float
    bar: float
    unit: str
    what: str

    def row(self) -> str:
        """Return the median, its bar, the verdict and what was measured."""
        return _row(self.value, self.bar, self.unit, self.what)


class Absent(Struct, frozen=True):
    """What could not be measured here, and why."""

    what: str

    def row(self) -> str:
        """Return the reason where the figures would stand."""
        return f"{'–':>10}{'':>10}  {'':<5}{self.what}"


class Beside(Struct, frozen=True):
    """What others take for the same work: there to compare, under no bar."""

    value: float
    unit: str
    what: str

    def row(self) -> str:
        """Return the value and what was measured, where a verdict would stand beside it."""
        return f"{f'{self.value:.3g} {self.unit}':>10}{'':>10}  {'':<5}{self.what}"


def _row(value: float, bar: float, unit: str, what: str) -> str:
    verdict = "ok" if value <= bar else "OVER"
    return f"{f'{value:.3g} {unit}':>10}{f'{bar:g} {unit}':>10}  {verdict:<5}{what}"


def compared(ours: Callable[[], float], floor: Callable[[], float], rounds: int, bar: float, what: str) -> Figure:
    """Run both in turn, after one round to warm up, and return the ratio of the medians.

    Each callable returns the seconds it measured itself.
    """
    ours()
    floor()
    pairs = [(ours(), floor()) for _round in range(rounds)]
    ours_median = statistics.median(pair[0] for pair in pairs)
    floor_median = statistics.median(pair[1] for pair in pairs)
    return Figure(ours_median / floor_median, bar, what, ours_median * 1000, floor_median * 1000)
