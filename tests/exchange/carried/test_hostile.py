"""What strangers may send: none of it is fatal, taken or run, each is refused for a reason, in bounded time and memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from msp_desktop.domain.carried.refusals import Why
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.exchange.carried.found import Item
from msp_desktop.exchange.carried.lane import Lane, watch
from msp_desktop.exchange.carried.tended import Limits, Tended
from tests.exchange.carried import hostile
from tests.exchange.carried.papers import archive, commune, sent

LIMITS = Limits()
#: What none of these makes a process take, in kilobytes.
MOST = 250_000


@contextmanager
def reading() -> Iterator[Lane]:
    """One process after another, as the files end them, by the clock."""
    lane = Lane(lambda: Tended(datetime(2026, 5, 4, 12), LIMITS, ()), lambda sha256: False, LIMITS)
    over = threading.Event()
    clock = threading.Thread(target=watch, args=(over, lambda: [lane.worker] if lane.worker else []))
    clock.start()
    try:
        yield lane
    finally:
        over.set()
        clock.join()
        lane.close()


def read(lane: Lane, path: Path, content: bytes) -> list[ReadFile]:
    path.write_bytes(content)
    return list(lane.read(Item(str(path), path.name, len(content))))


def peak(lane: Lane) -> int:
    """Return the most memory the process at hand ever had, in kilobytes: `ru_maxrss` would begin with its parent's."""
    if lane.worker is None:
        return 0
    lines = Path(f"/proc/{lane.worker.pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def refuse_all(tmp_path: Path, wanted: Callable[[str], bool]) -> None:
    wrong, most = {}, 0
    with reading() as lane:
        for suffix, kind in hostile.KINDS.items():
            for name, make in kind.items():
                if wanted(name):
                    reads = read(lane, tmp_path / f"x.{suffix}", make())
                    most = max(most, peak(lane))
                    if not reads or any(one.why is None or one.data is not None for one in reads):
                        wrong[name] = reads
    assert wrong == {}
    assert most < MOST


@pytest.mark.posix("/proc")
def test_each_is_refused_and_the_process_stays_small(tmp_path: Path) -> None:
    refuse_all(tmp_path, lambda name: name not in hostile.LONG)


@pytest.mark.slow
def test_those_that_take_long_are_refused_as_well(tmp_path: Path) -> None:
    refuse_all(tmp_path, lambda name: name in hostile.LONG)


@pytest.mark.slow
def test_noise_put_anywhere_into_a_paper_is_never_fatal(tmp_path: Path) -> None:
    """What is still read is what was sent: the noise fell where nobody looks."""
    import random

    lot = random.Random(20260504)
    kinds: Mapping[str, bytes] = {"pdf": sent(), "zip": archive([("a.pdf", sent())]), "json": hostile.OURS}
    with reading() as lane:
        for turn in range(1_500):
            for suffix, content in kinds.items():
                changed = bytearray(content)
                for _change in range(lot.choice((1, 2, 9, 60))):
                    changed[lot.randrange(len(changed))] = lot.randrange(256)
                cut = bytes(changed[: lot.randrange(len(changed))] if turn % 5 == 0 else changed)
                for one in read(lane, tmp_path / f"x.{suffix}", cut):
                    assert (one.data is None) != (one.why is None)
        assert peak(lane) < MOST


def test_what_a_paper_would_run_or_reach_is_left_alone(tmp_path: Path) -> None:
    with reading() as lane:
        for make in hostile.READABLE.values():
            (one,) = read(lane, tmp_path / "a.pdf", make())
            assert one.data == commune()


def test_a_name_leads_nowhere_and_is_one_short_line(tmp_path: Path) -> None:
    (tmp_path / "seul").mkdir()
    with reading() as lane:
        reads = read(lane, tmp_path / "seul" / "a.zip", archive([(name, sent()) for name in hostile.SLIPS]))
    assert [one.data for one in reads] == [commune()] * len(hostile.SLIPS)
    assert [one.name for one in reads[:6]] == [f"a.zip › {name}" for name in ("a.pdf",) * 4 + ("a fdp.pdf", "a b.pdf")]
    assert len(reads[6].name) < 200
    assert reads[6].name.endswith("n.pdf")
    assert [path.name for path in (tmp_path / "seul").iterdir()] == ["a.zip"]


def test_the_reasons_are_told_apart(tmp_path: Path) -> None:
    expected = {
        ("pdf", "a password"): Why.ENCRYPTED,
        ("pdf", "an empty password"): Why.ENCRYPTED,
        ("pdf", "two streams of the name"): Why.AMBIGUOUS,
        ("pdf", "the embedded stream inflates to a gigabyte"): Why.TOO_LARGE,
        ("pdf", "cut in half"): Why.DAMAGED,
        ("pdf", "data of a later version"): Why.TOO_NEW,
        ("zip", "an archive in it"): Why.NESTED,
        ("zip", "a password"): Why.ENCRYPTED,
        ("zip", "a workbook"): Why.NOT_OURS,
        ("zip", "nothing"): Why.EMPTY,
        ("eml", "forwarded and forwarded and forwarded"): Why.NESTED,
        ("eml", "what Outlook packs"): Why.OUTLOOK,
        ("eml", "nothing attached"): Why.EMPTY,
        ("json", "a file of two million bytes"): Why.TOO_LARGE,
        ("msg", "a message of Outlook"): Why.OUTLOOK,
    }
    with reading() as lane:
        found = {
            (suffix, name): read(lane, tmp_path / f"x.{suffix}", hostile.KINDS[suffix][name]())[0].why
            for suffix, name in expected
        }
    assert found == expected
