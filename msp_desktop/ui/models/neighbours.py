"""What is chosen when what was chosen goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

T = TypeVar("T")


def neighbour(order: Sequence[T], gone: T, left: Collection[T]) -> T | None:
    """Return what stood after the one gone, else before it, among those left; None where none is."""
    place = order.index(gone) if gone in order else 0
    near = (*order[place + 1 :], *reversed(order[:place]))
    return next((key for key in near if key in left), None)
