"""Official files read in a process of its own: what they give, how far it is, and every way it may end."""

from __future__ import annotations

import sys
import threading
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from msp_desktop.domain.official import FileFound, FileKind
from msp_desktop.exchange.open_data.reading import Progress, Reading, Refused
from msp_desktop.exchange.open_data.recognise import read_official
from msp_desktop.exchange.open_data.sought import sought_of
from tools import make_national_files as national

COMMUNES = ("23096", "23176")
#: Longer than any of this takes, in seconds, however busy the machine: what hangs fails.
LONGEST = 300
#: Tells of half of the first file, then does what it is told.
WORKER = (
    "import os, sys, time\n"
    "from msp_desktop.apart import work\n"
    "def job(request, tell):\n"
    "    import msgspec\n"
    "    tell(msgspec.msgpack.encode({{'type': '_Read', 'done': 500}}))\n"
    "    {then}\n"
    "work(job)"
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return national.write_small(tmp_path_factory.mktemp("national"), COMMUNES)


def read(paths: Sequence[Path], communes: Sequence[str] = COMMUNES) -> tuple[FileFound | Refused, ...]:
    reading = Reading(paths, communes)
    assert reading.wait(LONGEST)
    assert reading.pid is None or not Path(f"/proc/{reading.pid}").exists()
    return reading.results


def worker(then: str) -> tuple[str, ...]:
    return (sys.executable, "-c", WORKER.format(then=then))


def test_the_values_cross_as_they_are_read_here(files: list[Path]) -> None:
    """More lines than are told at once, with accents and quotes, of two kinds of file."""
    rpps = files[0]
    (found,) = read([rpps])
    assert found == read_official(rpps, sought_of(COMMUNES))
    assert isinstance(found, FileFound)
    assert found.file.kind is FileKind.RPPS


def test_each_file_gives_what_it_holds_or_one_sentence_in_their_order(files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "Lettre.txt").write_text("Bonjour", encoding="utf-8")
    paths = [tmp_path / "Lettre.txt", files[0], tmp_path / "absent.zip", tmp_path]
    letter, rpps, absent, folder = read(paths)
    assert isinstance(rpps, FileFound)
    assert isinstance(letter, Refused)
    assert letter.name == "Lettre.txt"
    assert "Lettre.txt" in letter.sentence
    assert isinstance(absent, Refused)
    assert isinstance(folder, Refused)
    assert len({letter.sentence, absent.sentence, folder.sentence}) == 3


def test_a_path_from_the_folder_at_hand_is_found(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files[0].parent)
    (found,) = read([Path(files[0].name)])
    assert isinstance(found, FileFound)


def test_a_commune_that_nobody_knows_is_told_for_each_file(files: list[Path]) -> None:
    refused = read(files[:2], ["99999"])
    assert [type(one) for one in refused] == [Refused, Refused]
    assert "99999" in str(refused)


def test_progress_goes_from_nothing_to_the_bytes_of_all_files(files: list[Path]) -> None:
    reading = Reading(files[:1], COMMUNES)
    seen = []
    while not reading.over:
        seen.append(reading.progress)
    total = files[0].stat().st_size
    assert reading.progress == Progress(total, total, reading.progress.seconds_left)
    assert reading.progress.seconds_left in (0, None)
    assert [one.done for one in seen] == sorted(one.done for one in seen)


def test_progress_tells_the_seconds_left(files: list[Path]) -> None:
    reading = Reading(
        files[:1],
        COMMUNES,
        worker("time.sleep(0.8); tell(msgspec.msgpack.encode({'type': '_Read', 'done': 1000})); time.sleep(600)"),
    )
    tick = threading.Event()
    while reading.progress.done < 1000:
        tick.wait(0.01)
    assert reading.progress.seconds_left
    reading.cancel()
    assert reading.wait(LONGEST)


@pytest.mark.parametrize(
    "then",
    [
        "os.kill(os.getpid(), 9)", "raise MemoryError", "raise RuntimeError('a fault')", "pass", "os.write(1, b'garbage' * 9)",
        "tell(b'garbage')", "tell(msgspec.msgpack.encode({'type': 'Unknown'}))",
    ],
)  # fmt: skip
def test_a_worker_that_dies_or_says_anything_else_is_one_sentence_for_each_file_left(
    files: list[Path], then: str
) -> None:
    reading = Reading(files[:2], COMMUNES, worker(then))
    assert reading.wait(LONGEST)
    assert [type(one) for one in reading.results] == [Refused, Refused]
    assert "s’est arrêtée" in str(reading.results[0])


def test_a_worker_that_cannot_be_started_is_the_same_sentence(files: list[Path], tmp_path: Path) -> None:
    reading = Reading(files[:1], COMMUNES, (str(tmp_path / "nowhere"),))
    assert reading.wait(LONGEST)
    assert "s’est arrêtée" in str(reading.results)


@pytest.mark.posix("/proc")
def test_cancelled_it_ends_at_once_and_says_nothing(files: list[Path]) -> None:
    reading = Reading(files[:1], COMMUNES, worker("time.sleep(600)"))
    tick = threading.Event()
    while not reading.progress.done:
        tick.wait(0.01)
    reading.cancel()
    assert reading.wait(LONGEST)
    assert reading.results == ()
    assert not Path(f"/proc/{reading.pid}").exists()


def test_cancelled_before_it_begins_it_does_nothing(files: list[Path]) -> None:
    reading = Reading(files[:1], COMMUNES, worker("time.sleep(600)"))
    reading.cancel()
    assert reading.wait(LONGEST)
    assert reading.results == ()


@pytest.mark.posix("named pipes")
def test_a_pipe_that_never_answers_is_no_file(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "tube.txt")
    (refused,) = read([tmp_path / "tube.txt"])
    assert isinstance(refused, Refused)


def test_an_archive_that_unfolds_for_ever_ends(tmp_path: Path) -> None:
    bomb = tmp_path / "PS_LibreAcces.zip"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as out,
    ):
        out.write(national.HEADER.encode() + b"\n")
        for _number in range(200):
            out.write(bytes(1 << 20))
    (refused,) = read([bomb])
    assert isinstance(refused, Refused)


def test_nothing_is_left_in_the_folder_of_the_data(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANTE100JOURS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    read(files[:1])
    left = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert left in ([], ["journal.txt"])
