"""`python -m benchmarks` runs every measure; `python -m benchmarks start` or `edit` runs one.

Each line begins with its ratio, then the bar it should stay under, then what was compared.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from benchmarks import documents, edit, mandate, search, start
from benchmarks.pairs import Figure, Limit

MEASURES: dict[str, Callable[[], Iterable[Figure | Limit]]] = {
    "start": start.measure,
    "edit": edit.measure,
    "documents": documents.measure,
    "search": search.measure,
    "mandate": mandate.measure,
}


def main(names: list[str]) -> int:
    """Run the measures named, or all, and print a line per figure."""
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; known: {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    for name in names or MEASURES:
        for figure in MEASURES[name]():
            print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
