"""`python -m benchmarks` measures every bar; `python -m benchmarks NAME…` the ones named.

One line a figure: the bar's number, what is measured, the median, its bar, the verdict, and the two sides of a ratio.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from msgspec import Struct

from benchmarks import documents, edit, find, hub, mandate, national, peers, rows, search, start
from benchmarks.pairs import Absent, Beside, Figure, Limit


class Benchmark(Struct, frozen=True):
    """One thing measured: its name on the command line, the numbers of its bars, and what yields the figures."""

    name: str
    bars: str
    measure: Callable[[], Iterable[Figure | Limit | Absent | Beside]]


BENCHMARKS = (
    Benchmark("start", "1-3", start.measure),
    Benchmark("mandate", "2, 4", mandate.measure),
    Benchmark("rows", "2", rows.measure),
    Benchmark("edit", "4", edit.measure),
    Benchmark("search", "5", search.measure),
    Benchmark("find", "5", find.measure),
    Benchmark("agenda", "6", documents.measure_agenda),
    Benchmark("pages", "7", documents.measure_pages),
    Benchmark("peers", "9", peers.measure),
    Benchmark("national", "2", national.measure),
    Benchmark("hub", "10", hub.measure),
)


def main(names: list[str]) -> int:
    """Measure what is named, or all, and print a table."""
    known = {benchmark.name: benchmark for benchmark in BENCHMARKS}
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; known: {', '.join(known)}", file=sys.stderr)
        return 2
    print(f"{'Bars':<6}{'Measured':>10}{'Bar':>10}  {'':<5}What")
    for benchmark in [known[name] for name in names] or BENCHMARKS:
        for figure in benchmark.measure():
            print(f"{benchmark.bars:<6}{figure.row()}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
