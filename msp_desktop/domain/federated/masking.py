"""When somebody leaves and how old they are: which counts may be told, so that nobody is found in them.

How many professionals there are is public, and so are the totals of each line. A line (a profession in a set of communes) is
told whole or not at all: a hidden one holds one to three numbers of which only the sum is known, and exchanged they would
print the same paper, so none can be told. Nought is told in each line that is told, and in one of nobody.

Sets of communes form a tree (all, departments, EPCIs of a department). A part is told beside its whole only where what is
left of the whole is nought or may itself be told: whatever is subtracted from whatever, what comes out is always a sum of
lines that could each be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

#: Fewer persons, or persons of fewer communes, are not told.
LEAST = 3


class Counted(Struct, frozen=True, gc=False):
    """So many persons, in so many communes."""

    n: int
    communes: int


#: How many there are in each class.
Row = Mapping[str, Counted]


def safe(row: Row) -> bool:
    """Tell whether a line may be told: three persons of three communes in each class that has any, and two such classes.

    All in one class, each of them would be told of.
    """
    some = [cell for cell in row.values() if cell.n]
    return len(some) > 1 and all(cell.n >= LEAST and cell.communes >= LEAST for cell in some)


def empty(row: Row) -> bool:
    """Tell whether a line counts nobody."""
    return not any(cell.n for cell in row.values())


def added(rows: Iterable[Row]) -> dict[str, Counted]:
    """Return the line of several sets of communes, of which no commune is in two."""
    out: dict[str, Counted] = {}
    for row in rows:
        for name, cell in row.items():
            before = out.get(name, Counted(0, 0))
            out[name] = Counted(before.n + cell.n, before.communes + cell.communes)
    return out


def told(parts: Mapping[str, Row]) -> frozenset[str]:
    """Return which parts' lines may be told beside their sum, "" being what is of no part and never told.

    None where the sum itself may not be. Where what is left would give somebody back, the smallest goes with it.
    """
    nobody = {name for name, row in parts.items() if name and empty(row)}
    if not safe(added(parts.values())):
        return frozenset(nobody)
    ours = [name for name, row in parts.items() if name and name not in nobody and safe(row)]
    ours.sort(key=lambda name: (-sum(cell.n for cell in parts[name].values()), name))
    while ours:
        left = added(row for name, row in parts.items() if name not in ours)
        if empty(left) or safe(left):
            break
        ours.pop()
    return frozenset(nobody.union(ours))
