"""A federation's base, on SQLite and on PostgreSQL: what a commune costs when there are many, and what is read back.

`HUB_SCALE=0.1` measures a tenth of the communes. PostgreSQL is run for it, on a socket of its own, where it is installed.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.pairs import Absent, Beside, Figure, Limit
from msp_desktop.domain.carried.envelope import decoded_data, encoded
from msp_desktop.domain.federated.communes import Chosen, View
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.federation.base.connect import Base, connect
from msp_desktop.federation.base.take import BATCH, Seen, taking
from msp_desktop.federation.lines import lines
from msp_desktop.federation.totals import totals
from tests.federation.postgres import installed, new_base, server
from tools.make_communes_data import of_communes

SCALE = float(os.environ.get("HUB_SCALE", "1"))
#: A small department, a large one, all of France; the cost at the last is compared with that of the second.
SIZES = tuple(max(BATCH, int(size * SCALE)) if size > BATCH else size for size in (100, 1_000, 35_000))
NOW, TODAY = datetime(2026, 6, 1, tzinfo=UTC), date(2026, 6, 1)
ROUNDS = 15


def measure() -> Iterator[Figure | Limit | Absent | Beside]:
    """Measure both (bar 10)."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _measured("SQLite", 1.5, lambda size: str(Path(folder) / f"{size}.db"))
    if not installed():
        yield Absent("PostgreSQL is not installed")
        return
    with server() as socket:
        yield from _measured("PostgreSQL", 1.1, lambda size: new_base(socket, f"of{size}"))


def _measured(name: str, bar: float, where: Callable[[int], str]) -> Iterator[Figure | Limit | Beside]:
    costs: dict[int, float] = {}
    for size in SIZES:
        with closing(connect(where(size))) as base:
            before = _memory()
            costs[size] = _cost(base, size)
            if size < SIZES[-1]:
                yield Beside(costs[size] * 1000, "ms", f"{name}: a commune, of {size}")
                continue
            few = costs[SIZES[1]]
            what = f"{name}: a commune, of {size} against of {SIZES[1]}"
            yield Figure(costs[size] / few, bar, what, costs[size] * 1000, few * 1000)
            yield Limit(_memory() - before, 40, "MB", f"{name}: more memory at its peak, over {size}")
            again = _cost(base, size, skip=True)
            yield Figure(
                again / costs[size], 0.5, f"{name}: the same again, known by their hash", again * 1000, few * 1000
            )
            _kept_house(base)
            epci = lines(base, View(), TODAY, most=1)[0].epci
            yield Limit(
                _median(lambda: lines(base, View(), TODAY, most=100)), 25, "ms", f"{name}: a page of 100, of {size}"
            )
            for what, chosen in (
                ("of France, masked by department", Chosen()),
                ("of a department", Chosen(department="55")),
                ("of an EPCI", Chosen(epci=epci)),
            ):
                yield Limit(_median(partial(totals, base, chosen, TODAY)), 250, "ms", f"{name}: totals {what}")


def _cost(base: Base, size: int, *, skip: bool = False) -> float:
    """Return the seconds that a commune takes: its data decoded and stored, or passed over by its hash."""
    contents = (encoded(data) for data in of_communes(size))
    seconds = 0.0
    began = time.perf_counter()
    seen = Seen(base) if skip else ()
    seconds += time.perf_counter() - began
    while batch := list(islice(contents, BATCH)):
        began = time.perf_counter()
        for _outcome in taking(base, (_read(content, seen) for content in batch), NOW, "anne@pc"):
            pass
        seconds += time.perf_counter() - began
    return seconds / size


def _kept_house(base: Base) -> None:
    """Have a server do what it does by itself within a minute of so many writes (autovacuum): its indexes are then enough."""
    if base.dialect == "postgresql":
        with base._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


def _read(content: bytes, seen: Seen | tuple[str, ...]) -> ReadFile:
    sha256 = hashlib.sha256(content).hexdigest()
    known = sha256 in seen
    return ReadFile(name="donnees.json", sha256=sha256, data=None if known else decoded_data(content))


def _median(job: Callable[[], object]) -> float:
    """Return the milliseconds that a job takes, most often."""
    job()
    taken = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        job()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1000


def _memory() -> float:
    """Return the most memory this process has had, in MB."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
