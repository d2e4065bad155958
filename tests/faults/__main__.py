"""Put a fault into every verb that writes, at every system call, and judge what is left.

    python -m tests.faults [SCENARIO…]

The faults are drawn by lot, for as long as there is time: FAULTS_SEED=n draws the same again, FAULTS_POINTS=n puts so many
in however long that takes, FAULTS_POINTS=all every one.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from msp_desktop import i18n
from tests.faults.child import Fault, run
from tests.faults.looks import content_of
from tests.faults.scenarios import SCENARIOS
from tests.faults.scenarios.scenario import Scenario, learnt
from tests.in_memory import write_in_memory

KILLED = ("openat", "write", "pwrite64", "fdatasync", "fsync", "unlink", "ftruncate", "rename", "chmod", "fchmod",
          "mkdir", "fcntl", "close", "pread64", "lseek", "newfstatat")  # fmt: skip
#: The errors of each call, met once; and those that last, from there on.
ERRORS = {
    **dict.fromkeys(("write", "pwrite64", "fdatasync", "fsync", "ftruncate", "mkdir", "rename"), ("ENOSPC", "EIO")),
    **dict.fromkeys(("openat", "unlink", "chmod", "fchmod"), ("EACCES",)),
    **dict.fromkeys(("pread64", "newfstatat"), ("EIO",)),
    "fcntl": ("ENOLCK",),
}  # fmt: skip
LASTING = ("write", "pwrite64", "fdatasync", "fsync", "ftruncate", "mkdir", "rename", "openat", "unlink")
WORKERS = 2
#: Seconds there are, where no number of faults is asked for.
SECONDS = 300


def points_of(calls: Counter[str]) -> list[Fault]:
    """Return every fault that can be met by an act that makes so many of each call."""
    found = []
    for call, times in sorted(calls.items()):
        for number in range(1, times + 1):
            found.append(Fault(call, "signal=KILL", str(number)))
            for error in ERRORS.get(call, ()):
                found.append(Fault(call, f"error={error}", str(number)))
                if call in LASTING:
                    found.append(Fault(call, f"error={error}", f"{number}+"))
    return found


def worked(number: int, jobs: list[tuple[Scenario, Fault]], base: Path, end: float) -> None:
    """Do one worker's share until its time is over, and write down what was found.

    What is left after a fault is mostly one of a few things: each is judged once.
    """
    place, trace = base / str(number), base / f"{number}.trace"
    known: dict[object, list[str]] = {}
    with (base / f"{number}.found").open("w", encoding="utf-8") as found:
        for scenario, fault in jobs:
            if time.monotonic() > end:
                break
            scenario.prepare(base / f"{scenario.name}.before", place)
            outcome = run(scenario.act, place, trace, fault)
            key = (scenario.name, replace(outcome, reached=True), fault.lasts, fault.kills, content_of(place))
            if key not in known:
                known[key] = list(scenario.faults(place, trace, outcome, lasts=fault.lasts, kills=fault.kills))
            line = [scenario.name, str(fault), outcome.ending, outcome.reached, known[key]]
            found.write(json.dumps(line) + "\n")
            found.flush()


def main(names: list[str]) -> int:
    """Sweep the scenarios named, or all of them; the exit code tells whether anything was lost."""
    began = time.monotonic()
    i18n.install("fr")
    seed = int(os.environ.get("FAULTS_SEED") or random.randrange(100_000))
    wanted = os.environ.get("FAULTS_POINTS") or ""
    end = began + SECONDS if not wanted else float("inf")
    chosen = [scenario for scenario in SCENARIOS if not names or scenario.name in names]
    write_in_memory()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        base = Path(folder)
        jobs = drawn({scenario: list(points_of(learnt(scenario, base, KILLED))) for scenario in chosen}, seed)
        there = len(jobs)
        jobs = jobs[: int(wanted)] if wanted.isdecimal() else jobs
        print(f"faults to draw from: {there}, seed {seed}")
        print(f"  {time.monotonic() - began:.0f} seconds to learn", flush=True)
        gc.freeze()
        children = []
        for number in range(1, WORKERS + 1):
            pid = os.fork()
            if pid == 0:
                worked(number, jobs[number - 1 :: WORKERS], base, end)
                os._exit(0)
            children.append(pid)
        broken = [pid for pid in children if os.waitpid(pid, 0)[1]]
        lines = [json.loads(line) for path in sorted(base.glob("*.found")) for line in path.read_text().splitlines()]
    bad = told(chosen, lines)
    print(f"{len(lines)} faults put in, {bad} lost something; {time.monotonic() - began:.0f} seconds; seed {seed}")
    if broken:
        print("a worker stopped")
    return 1 if broken or bad else 0


def drawn(points: dict[Scenario, list[Fault]], seed: int) -> list[tuple[Scenario, Fault]]:
    """Return all faults in the order in which they are tried: one of each scenario, then a second of each, and so on.

    A migration makes a hundred times the calls of an edit: drawn from one heap, it would leave the others untried.
    """
    jobs = []
    for scenario, faults in points.items():
        # Not shuffled: a call more or less somewhere would make quite another draw of the same seed.
        faults.sort(key=lambda fault: _lot(seed, scenario, fault))
        jobs += [(turn, scenario, fault) for turn, fault in enumerate(faults)]
    jobs.sort(key=lambda job: (job[0], _lot(seed, job[1], job[2])))
    return [(scenario, fault) for _turn, scenario, fault in jobs]


def _lot(seed: int, scenario: Scenario, fault: Fault) -> bytes:
    return blake2b(f"{seed} {scenario.name} {fault}".encode()).digest()


def told(chosen: list[Scenario], lines: list[list[object]]) -> int:
    """Print what was put in and what was lost; return how many faults lost something."""
    bad = [line for line in lines if line[4]]
    print(f"{'':18}{'killed':>8}{'errors':>8}{'refused':>8}{'unmet':>8}{'lost':>8}")
    for scenario in chosen:
        mine = [line for line in lines if line[0] == scenario.name]
        kills = sum("KILL" in str(line[1]) for line in mine)
        refused, unmet = sum(line[2] == "refused" for line in mine), sum(not line[3] for line in mine)
        lost = sum(bool(line[4]) for line in mine)
        print(f"{scenario.name:18}{kills:8}{len(mine) - kills:8}{refused:8}{unmet:8}{lost:8}")
    kinds = Counter(f"{line[0]}: {wrong}" for line in bad for wrong in line[4])  # type: ignore[attr-defined]
    first = {f"{line[0]}: {wrong}": line[1] for line in reversed(bad) for wrong in line[4]}  # type: ignore[attr-defined]
    for what, times in kinds.most_common(60):
        print(f"{times:5} × {what}\n        as at: {first[what]}")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
