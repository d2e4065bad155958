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

    def line(self) -> str:
        """Return the printed line, the ratio first."""
        verdict = "ok" if self.ratio <= self.bar else "over the bar"
        return (
            f"{self.ratio:.3g} x  (bar {self.bar:g} x, {verdict})  {self.what}: "
            f"{self.ours:.2f} {self.unit} against {self.floor:.2f} {self.unit}"
        )


class Limit(Struct, frozen=True):
    """One median held under a bar of its own, in `unit`: what is compared with nothing."""

    value: float
    bar: float
    unit: str
    what: str

    def line(self) -> str:
        """Return the printed line, the median first."""
        verdict = "ok" if self.value <= self.bar else "over the bar"
        return f"{self.value:.3g} {self.unit}  (bar {self.bar:g} {self.unit}, {verdict})  {self.what}"


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
