"""The power is cut: `python -m tests.faults.power_cut [SCENARIO…]`.

Each verb that writes is done on a file system of its own, in a file; that file is copied when the verb says that it is
done, and at calls drawn by lot on the way: that is what a disk holds when the power goes. The copy is mounted, its journal
played, and judged as after a kill. It takes root and loop devices; what flushes what is told from the calls, everywhere.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msp_desktop import i18n
from tests.faults import order
from tests.faults.child import Fault, counted, stopped
from tests.faults.scenarios import SCENARIOS
from tests.faults.scenarios.scenario import Scenario, here, learnt
from tests.in_memory import write_in_memory

#: After which calls the power may go, and how often in each scenario.
CUTS = ("write", "pwrite64", "fdatasync", "fsync", "unlink", "ftruncate", "rename", "link", "mkdir", "close")
TIMES = 4
#: What the largest scenario asks for (a dossier with as many copies as are ever kept), and as much again.
SIZE = "96M"


@contextmanager
def mounted(image: Path, where: Path) -> Iterator[Path]:
    """Mount the file system that is in a file."""
    where.mkdir(exist_ok=True)
    # Nothing goes to the disk by itself for as long as a scenario takes: only what is flushed is there.
    subprocess.run(["mount", "-o", "loop,commit=300", image, where], check=True)
    try:
        yield where
    finally:
        subprocess.run(["umount", where], check=True)


def has_loop_devices(base: Path) -> bool:
    """Tell whether a file system in a file can be mounted here."""
    try:
        _make_disk(base / "try.img")
        with mounted(base / "try.img", base / "try"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def cut(scenario: Scenario, fault: Fault, base: Path) -> list[str]:
    """Do a scenario on the mounted disk, cut its power at a call, and return what is wrong with what is left."""
    disk, image, trace = base / "disk", base / "cut.img", base / "0.trace"
    scenario.prepare(base / f"{scenario.name}.before", disk / "x")
    subprocess.run(["sync", "-f", disk], check=True)
    outcome = stopped(scenario.act, disk / "x", trace, fault, lambda: _copied(base / "disk.img", image))
    with mounted(image, base / "look") as look:
        here(look / "x")
        wrong = []
        if outcome.ending == "done":
            wrong += list(scenario.judge_again(look / "x"))
        return wrong + list(scenario.faults(look / "x", trace, outcome, lasts=False, kills=True))


def main(names: list[str]) -> int:
    """Cut the power in each scenario named, or in all; the exit code tells whether anything was lost."""
    began = time.monotonic()
    i18n.install("fr")
    seed = int(os.environ.get("FAULTS_SEED") or random.randrange(100_000))
    lot, bad, done = random.Random(seed), Counter[str](), Counter[str]()
    write_in_memory()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        base = Path(folder)
        chosen = [scenario for scenario in SCENARIOS if not names or scenario.name in names]
        calls = {scenario.name: learnt(scenario, base, CUTS) for scenario in chosen}
        for scenario in chosen:
            scenario.prepare(base / f"{scenario.name}.before", base / "0")
            counted(scenario.act, base / "0", base / "0.trace", order.CALLS)
            lines = (base / "0.trace").read_text("utf-8", "replace").splitlines()
            bad.update(f"{scenario.name}: {wrong}" for wrong in order.problems(lines, base / "0"))
        print(f"{len(chosen)} scenarios: each file flushed before it takes its name, each folder after")
        if not has_loop_devices(base):
            print("no loop device here: the power was not cut, not run")
        else:
            _make_disk(base / "disk.img")
            with mounted(base / "disk.img", base / "disk"):
                for scenario in chosen:
                    points = [(call, n) for call, count in calls[scenario.name].items() for n in range(1, count + 1)]
                    drawn = lot.sample(points, min(TIMES, len(points)))
                    for call, number in [*drawn, ("fsync", 60_000)]:
                        fault = Fault(call, "signal=STOP", str(number))
                        wrong = cut(scenario, fault, base)
                        done[scenario.name] += 1
                        bad.update(f"{scenario.name}: {what} ({fault})" for what in wrong)
            print(f"{done.total()} power cuts, seed {seed}")
    for what, times in bad.most_common():
        print(f"{times:5} × {what}")
    print(f"  {time.monotonic() - began:.0f} seconds")
    return 1 if bad else 0


def _make_disk(image: Path) -> None:
    subprocess.run(["truncate", "-s", SIZE, image], check=True)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True, capture_output=True)


def _copied(image: Path, to: Path) -> None:
    shutil.copyfile(image, to)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
