"""Kill the real window while somebody types: `python -m tests.faults.killed_typing [note|cell|line|dialog…]`.

The keys come from outside, through X. What is on the disk afterwards, in the dossier or among the words kept beside it,
must hold all that was typed but the last two seconds.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from msp_desktop import i18n
from msp_desktop.db.dossier import close_dossier
from tests.dossiers import open_sample
from tests.faults.looks import opened

#: Longest time, in seconds, that a key may wait for the disk, and what the clock of this test may add to it on a busy
#: machine.
PROMISED, SLACK = 2.0, 0.8
WHERE = ("note", "cell", "line", "dialog")
MODES = ("steady", "pauses")
AT_ONCE = 2
#: A word that nothing else holds: where it stands is where the keys went.
MARK = "zqx"


@contextmanager
def screen() -> Iterator[str]:
    """Have a screen of its own, and return its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def typed_and_killed(where: str, mode: str, lot: random.Random, folder: Path) -> tuple[float, int, int, list[str]]:
    """Type in a field, kill the window; return the age of the oldest key lost, keys typed and lost, and what is wrong."""
    folder.mkdir()
    store = open_sample(folder)
    close_dossier(store)
    with screen() as display:
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "SANTE100JOURS_DATA": str(folder / "donnees"),
               "SANTE100JOURS_DOCUMENTS": str(folder / "documents")}  # fmt: skip
        environment = {**os.environ, **own}
        command = [sys.executable, "-m", "tests.faults.window", str(store.path), where]
        window = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        assert window.stdout is not None
        ready = window.stdout.readline().split()
        if ready[:1] != ["ready"]:
            window.kill()
            return 0.0, 0, 0, [f"the window does not come: {window.communicate()[1][-400:]}"]
        _x(environment, "windowfocus", "--sync", ready[1])
        keys = list(_typed(environment, mode, lot))
        killed = time.monotonic()
        os.kill(window.pid, signal.SIGKILL)
        window.communicate()
    _rows, wrong = opened(store.path)
    text = "".join(key for _at, key in keys)
    kept = _kept(text, [store.path, *folder.rglob("*.json")])
    if not kept:
        wrong.append(f"nothing of what was typed is on the disk, or the keys went elsewhere ({where})")
    oldest = killed - keys[kept][0] if kept < len(keys) else 0.0
    return oldest, len(keys), len(keys) - kept, wrong


def main(names: list[str]) -> int:
    """Type in each field, steadily and with pauses; the exit code tells whether more than two seconds was lost."""
    began = time.monotonic()
    i18n.install("fr")
    seed = int(os.environ.get("FAULTS_SEED") or random.randrange(100_000))
    jobs = [(where, mode) for where in names or WHERE for mode in MODES]
    bad = 0
    print(f"the window killed in mid typing {len(jobs)} times, seed {seed}")
    with tempfile.TemporaryDirectory() as base, ThreadPoolExecutor(AT_ONCE) as pool:
        results = pool.map(
            lambda job: typed_and_killed(*job, random.Random(f"{seed} {job}"), Path(base) / "-".join(job)), jobs
        )
        for (where, mode), (oldest, typed, lost, wrong) in zip(jobs, results, strict=True):
            print(f"  {where:8}{mode:8}{typed:4} keys, {lost:3} lost, the oldest {oldest:.1f} s old", flush=True)
            if oldest > PROMISED + SLACK:
                wrong.append(f"more than {PROMISED:.0f} s is lost")
            for what in wrong:
                print(f"    {what}")
            bad += bool(wrong)
    print(f"  {time.monotonic() - began:.0f} seconds")
    return 1 if bad else 0


def _typed(environment: dict[str, str], mode: str, lot: random.Random) -> Iterator[tuple[float, str]]:
    """Type for some seconds; yield each key with the moment it was sent."""
    letters = "abcdefghijklmnoprstuvwy"
    end = time.monotonic() + lot.uniform(3.5, 9)
    sent = list(MARK)
    while sent or time.monotonic() < end:
        key = sent.pop(0) if sent else lot.choice(letters)
        at = time.monotonic()
        _x(environment, "key", key)
        yield at, key
        pause = lot.uniform(0.8, 2.2) if mode == "pauses" and lot.random() < 0.06 else lot.uniform(0.06, 0.2)
        time.sleep(min(pause, max(0.0, end - time.monotonic())))


def _x(environment: dict[str, str], *words: str) -> None:
    subprocess.run(["xdotool", *words], env=environment, check=True, stdout=subprocess.DEVNULL)


def _kept(text: str, files: list[Path]) -> int:
    """Return how much of a text, from its beginning, is the longest that any of these files holds."""
    found = 0
    for held in _texts(files):
        start = held.find(MARK)
        if start >= 0:
            found = max(found, _alike(held[start:], text))
    return found


def _alike(held: str, text: str) -> int:
    pairs = zip(held, text, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(held), len(text)))


def _texts(files: list[Path]) -> Iterator[str]:
    for path in files:
        if path.suffix == ".json":
            yield from _strings(json.loads(path.read_text("utf-8")))
            continue
        with closing(sqlite3.connect(path)) as raw:
            for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
                for row in raw.execute(f'SELECT * FROM "{table}"'):
                    yield from (value for value in row if isinstance(value, str))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
