"""Faults at each file that Python touches, where strace is missing: killed there, or refused once, or from there on."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.faults.child import Ack, run
from tests.faults.scenarios.mending import KeptWords
from tests.faults.scenarios.papers import Table
from tests.faults.scenarios.safety import Preferences
from tests.faults.scenarios.scenario import Scenario, here

#: What Python tells of before it does it: https://docs.python.org/3/library/audit_events.html
EVENTS = ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod", "os.truncate", "os.scandir")


def disturbed(scenario: Scenario, place: Path, ack: Ack, number: int, how: str, said: Path) -> None:
    """Do an act in which the Nth time that a file of the place is touched goes wrong; note how often that was."""
    met = 0

    def touched(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal met
        path = arguments[0] if arguments else ""
        if event not in EVENTS or isinstance(path, int) or not os.fsdecode(path).startswith(str(place)):  # type: ignore[arg-type]
            return
        met += 1
        if how == "killed" and met == number:
            os.kill(os.getpid(), signal.SIGKILL)
        if how != "killed" and (met == number or (how == "for ever" and met > number)):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    sys.addaudithook(touched)
    os.fsync = lambda handle: touched("open", (str(place),))  # type: ignore[misc, assignment]
    try:
        scenario.act(place, ack)
    finally:
        number, how = 0, ""
        said.write_text(str(met), encoding="utf-8")


@pytest.mark.parametrize("how", ["killed", "once", "for ever"])
@pytest.mark.parametrize("scenario", [Preferences(), KeptWords(), Table(".csv")], ids=lambda one: one.name)
def test_the_old_file_stays_until_the_new_one_is_whole(scenario: Scenario, how: str, tmp_path: Path) -> None:
    template, place, said = tmp_path / "before", tmp_path / "x", tmp_path / "met.txt"
    here(template)
    scenario.make(template)
    scenario.prepare(template, place)
    scenario.undisturbed(place)
    shutil.rmtree(template)
    here(template)
    scenario.make(template)  # again, with what is replaced, now that its names are known
    scenario.prepare(template, place)
    run(lambda at, ack: disturbed(scenario, at, ack, 0, "", said), place, tmp_path / "none")
    times, wrong = int(said.read_text()), []
    for number in range(1, times + 1):
        scenario.prepare(template, place)
        outcome = run(lambda at, ack, n=number: disturbed(scenario, at, ack, n, how, said), place, tmp_path / "none")  # type: ignore[misc]
        found = scenario.faults(place, tmp_path / "none", outcome, lasts=how == "for ever", kills=how == "killed")
        wrong += [f"{how} at {number}: {what}" for what in found]
    assert times > 4, "files were touched"
    assert wrong == []
