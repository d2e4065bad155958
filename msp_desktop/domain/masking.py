"""Counts of people that may be printed, and those from which a neighbour could be recognised."""

from __future__ import annotations

from collections.abc import Sequence

#: Fewer people than this are never counted on a paper.
LEAST = 5


def masked(counts: Sequence[int]) -> tuple[int | None, ...]:
    """Return the counts of one question, None for each that is not printed.

    Hidden are those of fewer than five people, and with them the smallest of the others (all of them where several are
    as small): else what is missing from a known total would give the hidden one back. Since all that is hidden bears
    one mark and holds different values, exchanged they would print the same paper: none can be told. Nought is hidden
    like one to four.
    """
    small = [count for count in counts if count < LEAST]
    if not small:
        return tuple(counts)
    bound = min((count for count in counts if count >= LEAST), default=LEAST)
    return tuple(None if count <= bound else count for count in counts)
