"""From the start of the process to today's data painted, against a bare window with four empty tabs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.pairs import Figure, compared

ROUNDS = 15
_HERE = Path(__file__).parent
_ROOT = _HERE.parent


def measure() -> Iterator[Figure]:
    """Compare our start on the sample dossier with the bare window's (bar 1)."""
    from msp_desktop.db.dossier import close_dossier
    from msp_desktop.services.sample import make_sample

    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "SANTE100JOURS_DATA": folder,
            "SANTE100JOURS_DOCUMENTS": folder,
            "PYTHONPATH": str(_ROOT),
            # Both sides compiled ahead, as the installed program is.
            "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        store = make_sample(Path(folder), date(2026, 4, 28))
        path = store.path
        close_dossier(store)
        _timed("start_ours.py", environment, str(path))
        _timed("start_bare.py", environment)
        yield compared(
            lambda: _timed("start_ours.py", environment, str(path)),
            lambda: _timed("start_bare.py", environment),
            ROUNDS,
            1.15,
            "start to today's data painted against a bare window",
        )


def _timed(script: str, environment: dict[str, str], *arguments: str) -> float:
    """Run a child that prints the monotonic time of its first paint; return the seconds since its launch."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(_HERE / script), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.strip().splitlines()[-1]) - began
