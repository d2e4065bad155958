"""A job in a process of its own: what it says arrives, and it outlives neither its stop nor the program that started it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.apart import LONGEST, Apart

ROOT = Path(__file__).parents[2]
#: Says what it was asked, once more for each letter, then does what it is told.
JOB = (
    "import os, sys, time\n"
    "from msp_desktop.apart import work\n"
    "def job(request, tell):\n"
    "    for number in range(len(request)):\n"
    "        tell(request[: number + 1])\n"
    "    {then}\n"
    "work(job)"
)


def apart(request: bytes, then: str = "pass") -> Apart:
    return Apart((), request, (sys.executable, "-c", JOB.format(then=then)))


def test_each_message_comes_whole_and_in_order() -> None:
    assert list(apart(b"\0a\n").messages()) == [b"\0", b"\0a", b"\0a\n"]
    large = os.urandom(1 << 20)
    assert list(apart(b"", f"tell(bytes({len(large)}))").messages()) == [bytes(len(large))]


@pytest.mark.parametrize(
    "then",
    [
        "os._exit(3)",
        "os.kill(os.getpid(), 9)",
        "raise MemoryError",
        "os.write(1, b'\\xff' * 99)",
        "os.write(1, b'\\0\\0\\0\\x09abc')",
    ],
)
def test_one_that_dies_or_says_what_is_no_message_just_ends(then: str) -> None:
    assert list(apart(b"a", then).messages()) == [b"a"]


def test_what_is_longer_than_any_message_is_not_waited_for() -> None:
    head = (LONGEST + 1).to_bytes(4, "big")
    assert list(apart(b"", f"os.write(1, {head!r}); time.sleep(600)").messages()) == []


@pytest.mark.posix("/proc")
def test_one_that_is_stopped_ends_at_once_and_leaves_no_process() -> None:
    waiting = apart(b"a", "time.sleep(600)")
    with closing(waiting.messages()) as messages:
        assert next(messages) == b"a"
        pid = waiting.pid
        waiting.stop()
        assert list(messages) == []
    assert pid is not None
    assert not Path(f"/proc/{pid}").exists()
    waiting.stop()  # once more does nothing


@pytest.mark.posix("/proc")
def test_one_whose_listener_goes_away_ends() -> None:
    waiting = apart(b"a", "time.sleep(600)")
    messages = waiting.messages()
    next(messages)
    messages.close()
    assert waiting.pid is not None
    assert not Path(f"/proc/{waiting.pid}").exists()


def test_one_stopped_before_it_starts_does_nothing() -> None:
    waiting = apart(b"a", "time.sleep(600)")
    waiting.stop()
    assert list(waiting.messages()) == []


@pytest.mark.posix("/proc")
def test_it_ends_with_the_program_that_started_it() -> None:
    """Killed, a program cannot end its children itself."""
    parent = (
        "import sys\nfrom msp_desktop.apart import Apart\n"
        f"one = Apart((), b'a', (sys.executable, '-c', {JOB.format(then='time.sleep(600)')!r}))\n"
        "for message in one.messages():\n"
        "    print(one.pid, flush=True)"
    )
    with subprocess.Popen([sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        program.kill()
    ended = threading.Event()
    while _is_there(child):
        ended.wait(0.01)


#: Says each thing it is asked back, after what it was asked first.
TALK = (
    "from msp_desktop.apart import converse\n"
    "def job(requests, tell):\n"
    "    first = next(requests)\n"
    "    tell(first)\n"
    "    for request in requests:\n"
    "        tell(first + request)\n"
    "converse(job)"
)


def test_one_that_converses_answers_each_request() -> None:
    talking = Apart((), b"0", (sys.executable, "-c", TALK))
    talking.ask(b"before it has started: nobody hears")
    with closing(talking.messages()) as messages:
        assert next(messages) == b"0"
        for request in (b"", b"a", b"bc"):
            talking.ask(request)
            assert next(messages) == b"0" + request
    talking.ask(b"after its end: nobody hears")


@pytest.mark.posix("limits of memory: Wine holds no job to its own")
def test_one_that_asks_for_more_memory_than_it_may_have_gets_none() -> None:
    job = "import os\nfrom msp_desktop.apart import work\ndef job(request, tell):\n    tell(request)\n    {}\nwork(job)"
    grow = "try: bytearray(600 << 20)\n    except MemoryError: tell(b'none')"
    for memory, said in ((500 << 20, [b"a", b"none"]), (0, [b"a"])):
        assert list(Apart((), b"a", (sys.executable, "-c", job.format(grow)), memory).messages()) == said


def test_a_program_that_cannot_be_started_says_so() -> None:
    with pytest.raises(FileNotFoundError):
        list(Apart((), b"", (str(ROOT / "nowhere"),)).messages())


def _is_there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
