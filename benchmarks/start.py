"""From the start of the process to the window painted, complete, and loaded, against a bare window with as many tabs.

« Complete » is the end of the last painting before a second without any, nobody touching anything: only painting changes
pixels, so that none of the first tab's changes any more. Both windows open on the same platform, in turn.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.pairs import Figure, Limit

ROUNDS = 15
#: The longest the event loop may be held up after the first paint, in milliseconds.
GAP = 25.0
_HERE = Path(__file__).parent
_ROOT = _HERE.parent
#: What one run tells: seconds since the launch, milliseconds, kilobytes.
Run = dict[str, float]


def measure() -> Iterator[Figure | Limit]:
    """Compare our start on the sample dossier with the bare window's (bars 1, 2 and 3)."""
    from msp_desktop.db.dossier import close_dossier
    from msp_desktop.domain.tabs import TABS
    from msp_desktop.services.sample import make_sample

    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "SANTE100JOURS_DATA": folder,
            "SANTE100JOURS_DOCUMENTS": folder,
            "PYTHONPATH": os.pathsep.join((str(_installed(Path(folder, "program"))), str(_ROOT))),
            # Both sides compiled ahead, as the installed program is.
            "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        store = make_sample(Path(folder), date(2026, 4, 28))
        path = store.path
        close_dossier(store)
        ours, bare = [], []
        for number in range(ROUNDS + 1):
            ours.append(_run("start_ours.py", environment, str(path)))
            bare.append(_run("start_bare.py", environment, *(tab.title for tab in TABS)))
            if number == 0:  # the round that compiles and warms up
                ours.clear()
                bare.clear()
        yield from _figures(ours, bare)


def _installed(program: Path) -> Path:
    """Lay the program out as it is installed: the method compiled beside its TOML; return its folder."""
    from msp_desktop.method.reading import compiled

    for name in ("msp_desktop", "resources", "translations"):
        shutil.copytree(_ROOT / name, program / name, ignore=shutil.ignore_patterns("__pycache__"))
    for source in (program / "resources" / "method").glob("*.toml"):
        source.with_suffix(".msgpack").write_bytes(compiled(source.read_bytes()))
    return program


def _figures(ours: list[Run], bare: list[Run]) -> Iterator[Figure | Limit]:
    def middle(runs: list[Run], what: str) -> float:
        return statistics.median(run[what] for run in runs)

    for what, floor, bar, unit, per_unit, words in (
        ("painted", "painted", 2.2, "ms", 1000.0, "start to today's data painted"),
        ("complete", "painted", 2.6, "ms", 1000.0, "start to the first tab visually complete"),
        ("memory_painted", "memory_painted", 1.3, "MB", 1 / 1024, "peak memory at first paint"),
        ("memory_loaded", "memory_painted", 2.0, "MB", 1 / 1024, "peak memory once all is loaded"),
    ):
        mine, least = middle(ours, what) * per_unit, middle(bare, floor) * per_unit
        yield Figure(mine / least, bar, f"{words}, against a bare window", mine, least, unit)
    yield Limit(middle(ours, "gap"), GAP, "ms", "longest gap of the event loop after the first paint, the rest loading")


def _run(script: str, environment: dict[str, str], *arguments: str) -> Run:
    """Run a child that prints what it saw as JSON; its times become seconds since its launch."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(_HERE / script), *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    seen: Run = json.loads(done.stdout.strip().splitlines()[-1])
    return {what: value - began if what in ("painted", "complete") else value for what, value in seen.items()}
