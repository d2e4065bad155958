"""How high the rows of a table are: as their words need, all alike where there is room for that."""

from __future__ import annotations

from collections.abc import Sequence


def heights(needed: Sequence[int], usual: int, room: int) -> list[int]:
    """Return the height of each row: what it needs, and up to `usual` as much as shows all of them in `room`."""
    base = usual
    while base > 1 and sum(max(base, need) for need in needed) > room:
        base -= 1
    return [max(base, need) for need in needed]
