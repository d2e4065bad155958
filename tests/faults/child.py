"""One act in a child process, to which strace does something at its Nth system call."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
import traceback
import uuid
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType

from msp_desktop.errors import UserError

Ack = Callable[[str], None]
Act = Callable[[Path, Ack], None]

#: Longest time an act may take, in seconds: each takes one or two alone, ten times that under strace on a busy machine.
LONGEST = 120


@dataclass(frozen=True)
class Fault:
    """What is done to the child: `signal=KILL` or `error=ENOSPC` at a call's Nth time (`3`), or from then on (`3+`)."""

    call: str
    action: str
    when: str

    @property
    def kills(self) -> bool:
        """Tell whether the child is killed."""
        return self.action == "signal=KILL"

    @property
    def lasts(self) -> bool:
        """Tell whether the disk goes on refusing."""
        return self.when.endswith("+")

    def __str__(self) -> str:
        return f"{self.call} {self.action} {self.when}"


@dataclass(frozen=True)
class Outcome:
    """What a child did: what it said was done, how it ended (done, refused, unheard, fault, killed, hung) and its last words."""

    acks: tuple[str, ...]
    ending: str
    words: str
    reached: bool = True
    #: Whether the call was about a file of the place, and not about one of the program or of the system.
    ours: bool = True


def run(act: Act, place: Path, trace: Path, fault: Fault | None = None) -> Outcome:
    """Run an act in a child and tell how it went; `trace` is where strace writes, outside of the place."""
    pid, reading, tracer = _started(act, place, trace, fault)
    status, hung = _waited(pid)
    if tracer:
        tracer.wait(10)
    return _told(reading, status, trace, place, fault is not None, hung)


def stopped(act: Act, place: Path, trace: Path, fault: Fault, meanwhile: Callable[[], None]) -> Outcome:
    """Run an act until a call stops it (`signal=STOP`), do something meanwhile, kill it; or something once it is done."""
    pid, reading, tracer = _started(act, place, trace, fault)
    end, status, ended = time.monotonic() + LONGEST, 0, False
    while time.monotonic() < end and not ended:
        found, status = os.waitpid(pid, os.WNOHANG)
        ended = bool(found)
        if not ended and _is_stopped(trace):
            break
        time.sleep(0.0005)
    meanwhile()
    if not ended:
        os.kill(pid, signal.SIGKILL)
        _pid, status = os.waitpid(pid, 0)
    assert tracer is not None
    tracer.wait(10)
    return _told(reading, status, trace, place, True, False)


def _is_stopped(trace: Path) -> bool:
    """Tell whether a child has been stopped once more after it stopped itself."""
    lines = _lines(trace)
    given = next((n for n, line in enumerate(lines) if "--- SIGSTOP" in line), None)
    return given is not None and any("stopped by SIGSTOP" in line for line in lines[given:])


def _started(
    act: Act, place: Path, trace: Path, fault: Fault | None
) -> tuple[int, int, subprocess.Popen[bytes] | None]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _be_the_child(act, place, writing, stops=fault is not None)
    os.close(writing)
    return pid, reading, _traced(pid, fault, trace) if fault else None


def _told(reading: int, status: int, trace: Path, place: Path, traced: bool, hung: bool) -> Outcome:
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace").split("\0")
    acks = tuple(word[1:] for word in said if word[:1] == "+")
    ended = [word for word in said if word[:1] in "=!" and word]
    met = next((line for line in _lines(trace) if "INJECTED" in line), "") if traced else ""
    reached = not traced or os.WIFSIGNALED(status) or bool(met)
    # The working folder is named in each call that opens a file, whatever the file.
    met = re.sub(r"AT_FDCWD<[^>]*>", "AT_FDCWD", met)
    ours = str(place) in met or "memfd" in met
    if hung:
        return Outcome(acks, "hung", "", reached, ours)
    if os.WIFSIGNALED(status):
        return Outcome(acks, "killed", f"signal {os.WTERMSIG(status)}", reached, ours)
    if not ended:
        return Outcome(acks, "fault", "the child said nothing", reached, ours)
    kind, _space, words = ended[0][1:].partition(" ")
    if kind == "refused" and "memfd" in met:
        kind = "unheard"  # it was done, and could not be said
    return Outcome(acks, kind, words, reached, ours)


def _lines(trace: Path) -> list[str]:
    return trace.read_text("utf-8", "replace").splitlines()


def counted(act: Act, place: Path, trace: Path, calls: tuple[str, ...]) -> tuple[Outcome, Counter[str]]:
    """Run an act that nothing disturbs and count its system calls."""
    found: Counter[str] = Counter()
    outcome = run(act, place, trace, Fault(",".join(calls), "", ""))
    for line in _lines(trace):
        name = line.partition(" ")[2].strip().partition("(")[0]
        if name in calls:
            found[name] += 1
    return outcome, found


def same_each_time() -> None:
    """Have the names that are drawn by lot be the same in each child."""
    numbers = count(1)
    uuid.uuid4 = lambda: uuid.UUID(int=next(numbers), version=4)  # type: ignore[assignment]


class _Telling:
    """Tell the parent how the act ended, by a call that no fault is put into, and end the process."""

    def __init__(self, writing: int) -> None:
        self.writing = writing

    def __enter__(self) -> Ack:
        return lambda word: self._say(f"+{word}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if error is None:
            self._say("=done")
        elif isinstance(error, UserError):
            self._say(f"=refused {error.sentence}")
        else:
            self._say(f"!fault {''.join(traceback.format_exception(error))}")
        os._exit(0)

    def _say(self, words: str) -> None:
        os.writev(self.writing, [words.encode("utf-8", "replace"), b"\0"])


def _be_the_child(act: Act, place: Path, writing: int, *, stops: bool) -> None:
    with _Telling(writing) as ack:
        same_each_time()
        sink = os.memfd_create("said")
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        for name in ("stdout", "stderr"):
            setattr(sys, name, io.TextIOWrapper(io.FileIO(sink, "w", closefd=False), "utf-8", line_buffering=True))
        os.chdir(place)
        if stops:
            os.kill(os.getpid(), signal.SIGSTOP)
        act(place, ack)


def _traced(pid: int, fault: Fault, trace: Path) -> subprocess.Popen[bytes]:
    os.waitpid(pid, os.WUNTRACED)
    trace.write_bytes(b"")
    command = ["strace", "-f", "-qq", "-y", "-s", "400", "-p", str(pid), "-o", str(trace), "-e", f"trace={fault.call}"]
    if fault.action:
        command += ["-e", f"inject={fault.call}:{fault.action}:when={fault.when}"]
    tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    status = Path(f"/proc/{pid}/status")
    for _time in range(20_000):
        if "TracerPid:\t0" not in status.read_text():
            break
        time.sleep(0.0005)
    os.kill(pid, signal.SIGCONT)
    return tracer


def _waited(pid: int) -> tuple[int, bool]:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return status, False
        time.sleep(0.0005)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    return os.waitpid(pid, 0)[1], True
