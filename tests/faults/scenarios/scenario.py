"""What a scenario is: what is there before, what is done, what must hold after any fault."""

from __future__ import annotations

import io
import os
import re
import shutil
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from msp_desktop import app
from msp_desktop.errors import UserError
from tests.faults.child import Ack, Outcome, counted, run, same_each_time
from tests.faults.looks import left_behind


class Scenario(ABC):
    """One thing people do that writes, made, done and judged in one folder."""

    name: str

    @abstractmethod
    def make(self, place: Path) -> None:
        """Put what is there before."""

    @abstractmethod
    def act(self, place: Path, ack: Ack) -> None:
        """Do it, and tell of each thing that was said to be done."""

    @abstractmethod
    def judge(self, place: Path, outcome: Outcome) -> Iterator[str]:
        """Yield what is wrong with what is there after a fault."""

    @abstractmethod
    def learn(self, place: Path) -> None:
        """Note what an undisturbed act leaves, which has just been done."""

    def undisturbed(self, place: Path) -> None:
        """Do it once here, which brings in all the modules it takes, and note what it leaves."""
        same_each_time()
        with redirect_stdout(io.StringIO()):
            self.act(place, lambda _word: None)
        self.learn(place)

    def again(self, place: Path, ack: Ack) -> None:
        """Do it again once the fault is over."""
        self.act(place, ack)

    def judge_again(self, place: Path) -> Iterator[str]:
        """Yield what is wrong after it was done again."""
        yield from self.judge(place, Outcome(("again",), "done", ""))

    def prepare(self, template: Path, place: Path) -> None:
        """Put into an empty place what is there before."""
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(template, place)
        here(place)

    def faults(self, place: Path, trace: Path, outcome: Outcome, *, lasts: bool, kills: bool) -> Iterator[str]:
        """Yield all that is wrong after an act under a fault, then after it was done again without one."""
        if outcome.ending == "fault" and outcome.ours and not _of_the_program(outcome.words, place):
            yield "a fault of ours: " + " | ".join(outcome.words.strip().splitlines()[-3:])
        elif outcome.ending == "hung":
            yield "it hangs"
        elif outcome.ending == "refused" and ("\n" in outcome.words or not 15 < len(outcome.words) < 300):
            yield f"not one sentence: {outcome.words!r}"
        elif outcome.ending == "killed" and not kills:
            yield f"it crashed: {outcome.words}"
        yield from self.judge(place, outcome)
        second = run(self.again, place, trace)
        if second.ending != "done":
            yield f"done again: {second.ending} {second.words[-300:]!r}"
        else:
            yield from (f"done again: {wrong}" for wrong in self.judge_again(place))
        yield from left_behind(place)


def learnt(scenario: Scenario, base: Path, calls: tuple[str, ...]) -> Counter[str]:
    """Do a scenario undisturbed, twice (a first time brings modules in), and return how often it makes each call."""
    template, place, trace = base / f"{scenario.name}.before", base / "0", base / "0.trace"
    for _time in range(2):
        shutil.rmtree(template, ignore_errors=True)
        here(template)
        with redirect_stdout(io.StringIO()):
            scenario.make(template)
        scenario.prepare(template, place)
        scenario.undisturbed(place)
    shutil.rmtree(template)
    here(template)
    with redirect_stdout(io.StringIO()):
        scenario.make(template)
    scenario.prepare(template, place)
    outcome, made = counted(scenario.act, place, trace, calls)
    assert outcome.ending == "done", f"{scenario.name}, undisturbed: {outcome}"
    wrong = list(scenario.faults(place, trace, outcome, lasts=False, kills=False))
    assert not wrong, f"{scenario.name}, undisturbed: {wrong}"
    return made


def _of_the_program(words: str, place: Path) -> bool:
    """Tell whether a fault is about a file of the program itself, which is not where people's words are."""
    named = re.findall(r"'(/[^']*)'$", words.strip())
    return bool(named) and not named[0].startswith(str(place))


def here(place: Path) -> None:
    """Have the data and the documents of whoever runs this be in a place."""
    os.environ["SANTE100JOURS_DATA"] = str(place / "donnees")
    os.environ["SANTE100JOURS_DOCUMENTS"] = str(place / "documents")


def command(*words: object) -> None:
    """Run a command as the console does; UserError where it says why not."""
    heard = io.StringIO()
    with redirect_stderr(heard):
        code = app.run([str(word) for word in words])
    if code == app.USER_ERROR:
        raise UserError(heard.getvalue().strip())
    if code != app.OK:
        reports = sorted(Path(os.environ["SANTE100JOURS_DATA"]).rglob("rapport*.txt"))
        said = [line for report in reports[-1:] for line in report.read_text("utf-8").splitlines() if "Error" in line]
        raise AssertionError(" / ".join([str(code), *said]) + "\n" + " / ".join([str(code), *said]))
