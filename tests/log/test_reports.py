"""Reports of faults: a few, each told once, nobody named."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from msp_desktop import log
from msp_desktop.log import reports

COMMUNE, NAME, TELEPHONE = "Sainte-Discrète-sur-Gartempe", "Lavergnolle", "05 55 00 11 22"


@pytest.fixture(autouse=True)
def _silent_after() -> Iterator[None]:
    yield
    log.forget()
    reports.stop_watching()
    reports._told.clear()


def test_the_last_reports_only_are_kept_and_the_same_fault_told_once() -> None:
    made = [reports.write_report(f"ValueError at x.py:{line} y") for line in range(reports.MOST + 4)]
    assert all(made)
    assert reports.write_report("ValueError at x.py:0 y") == made[0]
    assert len(list(log.folder().glob("rapport_*.txt"))) == reports.MOST
    assert made[-1] is not None
    assert made[-1].exists()


def test_a_crash_is_reported_once_at_the_next_start(tmp_path: Path) -> None:
    script = "from msp_desktop.log import reports\nreports.watch_crashes()\nimport ctypes\nctypes.string_at(0)\n"
    done = subprocess.run([sys.executable, "-c", script], env={**os.environ}, capture_output=True)
    assert done.returncode != 0
    report = reports.watch_crashes()
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert "string_at" in text
    assert str(tmp_path) not in text
    assert os.path.dirname(os.__file__) not in text
    reports.stop_watching()
    assert reports.watch_crashes() is None


def test_a_clean_stop_leaves_no_trace_of_a_crash() -> None:
    script = "from msp_desktop.log import reports\nreports.watch_crashes()\nreports.stop_watching()\n"
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
    assert reports.watch_crashes() is None
