"""The days of a strip along its width: all as wide, or the first ones wider where the others are years."""

from __future__ import annotations

from msgspec import Struct


class Axis(Struct, frozen=True):
    """So many days over a width; the first `near` ones take the part `share` of it, all the same width where it is 0.

    Numbers of days are counted from the first one shown.
    """

    days: int
    width: float
    near: int = 0
    share: float = 0.0

    def at(self, number: float) -> float:
        """Return where a day begins, never outside the strip."""
        number = min(max(number, 0.0), float(self.days))
        if not self._bends:
            return number * self.width / self.days
        bend = self.width * self.share
        if number <= self.near:
            return number * bend / self.near
        return bend + (number - self.near) * (self.width - bend) / (self.days - self.near)

    def number(self, x: float) -> float:
        """Return the day at a place, with its fraction."""
        x = min(max(x, 0.0), self.width)
        if not self._bends:
            return x * self.days / self.width
        bend = self.width * self.share
        if x <= bend:
            return x * self.near / bend
        return self.near + (x - bend) * (self.days - self.near) / (self.width - bend)

    @property
    def _bends(self) -> bool:
        return 0 < self.near < self.days and 0 < self.share < 1
