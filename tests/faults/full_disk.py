"""A disk that is really full: `python -m tests.faults.full_disk [SCENARIO…]`.

Each verb that writes is done where so many kilobytes are left and no more, judged, and done again once there is room. It
takes root, to mount a small disk in memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msp_desktop import i18n
from tests.faults.child import Outcome, run
from tests.faults.scenarios import SCENARIOS
from tests.faults.scenarios.scenario import Scenario, here, learnt
from tests.in_memory import write_in_memory

#: Kilobytes left.
ROOM = (0, 4, 16, 60, 150, 280, 400, 700)
SIZE = "40m"


@contextmanager
def small_disk(where: Path) -> Iterator[bool]:
    """Mount a small disk in memory, and tell whether that could be done."""
    where.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", where], capture_output=True)
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", where], check=True)


def on_full_disk(scenario: Scenario, room: int, base: Path) -> tuple[Outcome, list[str]]:
    """Do a scenario with so many kilobytes left; return how it went and what is wrong."""
    place, filler = base / "disk" / "x", base / "disk" / "filler"
    scenario.prepare(base / f"{scenario.name}.before", place)
    here(place)
    _fill(filler, room)
    outcome = run(scenario.act, place, base / "0.trace")
    # What was refused must be as it was while the disk is still full; it is judged again once there is room.
    filler.unlink()
    return outcome, list(scenario.faults(place, base / "0.trace", outcome, lasts=True, kills=False))


def main(names: list[str]) -> int:
    """Fill the disk before each scenario named, or before all; the exit code tells whether anything was lost."""
    began = time.monotonic()
    i18n.install("fr")
    write_in_memory()
    bad, endings = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        chosen = [scenario for scenario in SCENARIOS if not names or scenario.name in names]
        with small_disk(base / "disk") as is_there:
            if not is_there:
                print("no disk can be mounted here: the full disk was not run")
                return 0
            for scenario in chosen:
                learnt(scenario, base, ("fsync",))
                for room in ROOM:
                    outcome, wrong = on_full_disk(scenario, room, base)
                    endings[outcome.ending] += 1
                    bad.update(f"{scenario.name}, {room} KB left: {what}" for what in wrong)
    said = ", ".join(f"{ending} {times}" for ending, times in sorted(endings.items()))
    print(f"the disk was full {endings.total()} times ({said}); {len(bad)} lost something")
    for what, times in bad.most_common():
        print(f"{times:5} × {what}")
    print(f"  {time.monotonic() - began:.0f} seconds")
    return 1 if bad else 0


def _fill(filler: Path, room: int) -> None:
    with filler.open("wb") as file:
        left = os.statvfs(filler.parent).f_bavail * os.statvfs(filler.parent).f_frsize
        os.posix_fallocate(file.fileno(), 0, max(1, left - room * 1024))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
