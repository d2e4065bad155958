"""Ours and its peers from launch to visually complete, on the same screen, seen from outside (bar 9).

Needs Xvfb, and the peers as Debian packages: keepassxc, vorta with borgbackup, libreoffice-writer, calibre; Anki is in
Debian's later releases only. What is not installed is said to be so.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from benchmarks.pairs import Absent, Figure

ROUNDS = 5
_HERE = Path(__file__).parent
_SCREEN = "1366x768x24"
#: Each peer: its name, its command in a home of its own, and the most of its time that ours may take.
PEERS = (
    ("KeePassXC", ("keepassxc",), 2.6),
    ("Vorta", ("vorta",), 0.85),
    ("LibreOffice Writer", ("soffice", "--writer", "--norestore", "--nologo"), 0.45),
    ("Anki", ("anki",), 0.4),
    ("Calibre", ("calibre", "--with-library", "{home}/livres"), 0.1),
)


def measure() -> Iterator[Figure | Absent]:
    """Start ours and each peer in turn, after one start of each that makes its profile."""
    if shutil.which("Xvfb") is None:
        yield Absent("peers on the same screen: Xvfb is not installed")
        return
    with tempfile.TemporaryDirectory() as name, _screen() as display:
        home = Path(name)
        environment = _environment(home, display)
        commands: dict[str, list[str]] = {"ours": [sys.executable, "-m", "msp_desktop", "open", str(_sample(home))]}
        for peer, command, _bar in PEERS:
            if shutil.which(command[0]):
                commands[peer] = [part.format(home=home) for part in command]
        times: dict[str, list[float]] = {peer: [] for peer in commands}
        for round_ in range(ROUNDS + 1):
            for peer, command_line in commands.items():
                seconds = _seconds(command_line, environment)
                if round_ and seconds is not None:
                    times[peer].append(seconds)
        ours = statistics.median(times["ours"])
        for peer, _command, bar in PEERS:
            if times.get(peer):
                theirs = statistics.median(times[peer])
                yield Figure(ours / theirs, bar, f"visually complete, against {peer}", ours, theirs, "s")
            else:
                yield Absent(f"visually complete, against {peer}: {'no window' if peer in times else 'not installed'}")


@contextmanager
def _screen() -> Iterator[str]:
    """Yield the name of an X display of our own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _environment(home: Path, display: str) -> dict[str, str]:
    # Else Calibre begins with its wizard.
    settings = home / ".config" / "calibre"
    settings.mkdir(parents=True)
    (settings / "dynamic.pickle.json").write_text(json.dumps({"welcome_wizard_was_run": True}))
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL", "TZ")}
    return {
        **kept,
        "HOME": str(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(home),
        "SANTE100JOURS_DATA": str(home / "dossiers"),
        "SANTE100JOURS_DOCUMENTS": str(home / "documents"),
        "PYTHONPATH": str(_HERE.parent),
    }


def _sample(home: Path) -> Path:
    from msp_desktop.db.dossier import close_dossier
    from msp_desktop.services.sample import make_sample

    store = make_sample(home, date.today())
    path = store.path
    close_dossier(store)
    return path


def _seconds(command: list[str], environment: dict[str, str]) -> float | None:
    done = subprocess.run(
        [sys.executable, str(_HERE / "peers_watch.py"), *command],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return float(done.stdout.split()[-1]) if done.returncode == 0 else None
