"""The door to what strangers send: what comes of files, folders, archives and mails, and of whatever ends a process."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from msp_desktop.domain.carried.data import NAME
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.domain.federated.files import ReadFile
from msp_desktop.errors import UserError
from msp_desktop.exchange.carried.farm import Progress, carried_in, read_files
from msp_desktop.exchange.carried.tended import Limits
from tests.exchange.carried.papers import archive, commune, message, paper, sent

NOW = datetime(2026, 5, 4, 12, 0)
#: A worker that does what it is told once it has looked at a piece of a file whose name has « bad » in it.
WORKER = (
    "import os, time\n"
    "from msp_desktop.apart import converse\n"
    "from msp_desktop.exchange.carried import worker\n"
    "whole = worker.embedded\n"
    "def read(content, name):\n"
    "    if b'bad' in content:\n"
    "        {then}\n"
    "    return whole(content, name)\n"
    "worker.embedded = read\n"
    "converse(lambda requests, tell: worker.read_carried(requests, tell, lambda: 1 / 0))"
)


def command(then: str) -> tuple[str, ...]:
    return (sys.executable, "-c", WORKER.format(then=then))


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def by_name(reads: Iterator[ReadFile]) -> dict[str, ReadFile]:
    found = list(reads)
    assert len({read.name for read in found}) == len(found)
    return {read.name: read for read in found}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What somebody has kept of what communes sent."""
    folder = tmp_path / "reçus"
    (folder / "mai").mkdir(parents=True)
    for name, content in {
        "a.pdf": sent(),
        "b.json": encoded(commune("Azat-Châtenet", "23014")),
        "mai/c.zip": archive([("x/d.pdf", sent("Bonnat", "23025")), ("e.txt", b"Bonjour")]),
        "mai/f.eml": message(("Inventaire d’Arrênes.pdf", sent("Arrênes", "23006"))),
        ".caché.pdf": b"",
        "base.db-wal": b"",
    }.items():
        (folder / name).write_bytes(content)
    return folder


def test_everything_in_a_folder_is_read_with_where_it_was_and_who_says_they_sent_it(folder: Path) -> None:
    told: list[Progress] = []
    reads = by_name(read_files([folder], now=NOW, but=[folder / "base.db"], tell=told.append, processes=1))
    assert {name: read.data.commune.insee if read.data else read.why for name, read in reads.items()} == {
        "reçus › a.pdf": "23010",
        "reçus › b.json": "23014",
        "reçus › mai › c.zip › d.pdf": "23025",
        "reçus › mai › c.zip › e.txt": Why.NOT_OURS,
        "reçus › mai › f.eml › Inventaire d’Arrênes.pdf": "23006",
    }
    assert reads["reçus › a.pdf"] == ReadFile(name="reçus › a.pdf", sha256=sha(sent()), data=commune())
    mailed = reads["reçus › mai › f.eml › Inventaire d’Arrênes.pdf"]
    assert (mailed.sent_by, mailed.sent_on) == (
        "Mairie d’Augères <mairie@augeres.example>",
        "2026-05-04T11:45:00+02:00",
    )
    size = sum((folder / name).stat().st_size for name in ("a.pdf", "b.json", "mai/c.zip", "mai/f.eml"))
    assert told[-1] == Progress(4, size, 4, size)


def test_what_was_seen_before_is_neither_read_nor_refused(folder: Path) -> None:
    """A process that fails on any paper is never asked to read one."""
    skip = {sha(sent()), sha(sent("Bonnat", "23025")), sha((folder / "mai/f.eml").read_bytes())}
    reads = by_name(read_files([folder], skip, now=NOW, command=command("pass\n    os._exit(3)"), processes=2))
    assert {name for name, read in reads.items() if read.data is None and read.why is None} == {
        "reçus › a.pdf",
        "reçus › mai › c.zip › d.pdf",
        "reçus › mai › f.eml",
    }
    assert reads["reçus › a.pdf"].sha256 == sha(sent())
    assert reads["reçus › b.json"].data == commune("Azat-Châtenet", "23014")


@pytest.mark.parametrize(
    ("then", "why", "limits"),
    [
        ("os._exit(3)", Why.DAMAGED, Limits()),
        ("os.write(1, b'\\xff' * 99)", Why.DAMAGED, Limits()),
        ("bytearray(1 << 40)", Why.TOO_LARGE, Limits()),
        ("time.sleep(600)", Why.TOO_SLOW, Limits(piece=1)),
    ],
)
def test_a_file_that_ends_its_process_is_refused_and_the_others_are_read(
    tmp_path: Path, then: str, why: Why, limits: Limits
) -> None:
    bad = paper(b"") + b"bad"
    members = [("1.pdf", sent()), ("2.pdf", bad), ("3.pdf", sent("Bonnat", "23025"))]
    (tmp_path / "a.zip").write_bytes(archive(members))
    for name, content in members:
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in ("a.zip", "1.pdf", "2.pdf", "3.pdf")]
    reads = by_name(read_files(paths, now=NOW, limits=limits, command=command(then), processes=1))
    refused = {name: read for name, read in reads.items() if read.why}
    assert refused == {name: ReadFile(name=name, sha256=sha(bad), why=why) for name in ("a.zip › 2.pdf", "2.pdf")}
    assert sum(read.data is not None for read in reads.values()) == 4


def once(path: Path) -> str:
    """Return what ends the process the first time it is done, as the system does for want of memory."""
    return f"os.path.exists({str(path)!r}) or (open({str(path)!r}, 'x').close(), os._exit(9))"


def test_a_file_whose_process_something_else_ended_is_read_all_the_same(tmp_path: Path) -> None:
    content = sent() + b"bad"
    (tmp_path / "a.pdf").write_bytes(content)
    (read,) = read_files([tmp_path / "a.pdf"], now=NOW, command=command(once(tmp_path / "ended")), processes=1)
    assert (tmp_path / "ended").exists()
    assert read == ReadFile(name="a.pdf", sha256=sha(content), data=commune())


def test_what_was_told_before_its_process_was_ended_is_told_once_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive([("1.pdf", sent()), ("2.pdf", sent("Bonnat", "23025"))]))
    (tmp_path / "3.pdf").write_bytes(sent("Arrênes", "23006"))
    between = (
        "import os\n"
        "from msp_desktop.apart import converse\n"
        "from msp_desktop.exchange.carried import worker\n"
        "whole = worker.pieces\n"
        "def pieces(name, content):\n"
        "    yield from list(whole(name, content))[:1]\n"
        f"    {once(tmp_path / 'ended')}\n"
        "    yield from list(whole(name, content))[1:]\n"
        "worker.pieces = pieces\n"
        "converse(lambda requests, tell: worker.read_carried(requests, tell, lambda: 1 / 0))"
    )
    for first, others in (("a.zip", "3.pdf"), ("3.pdf", "a.zip")):
        paths = [tmp_path / first, tmp_path / others]
        reads = by_name(read_files(paths, now=NOW, command=(sys.executable, "-c", between), processes=1))
        assert {name: read.data.commune.insee if read.data else read.why for name, read in reads.items()} == {
            "a.zip › 1.pdf": "23010",
            "a.zip › 2.pdf": "23025",
            "3.pdf": "23006",
        }
        (tmp_path / "ended").unlink()


def test_an_archive_whose_files_take_too_long_together_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive([(f"{n}.pdf", paper(b"%d" % n) + b"bad") for n in range(100)]))
    reads = list(
        read_files(
            [tmp_path / "a.zip"], now=NOW, limits=Limits(whole=0.5), command=command("time.sleep(600)"), processes=1
        )
    )
    assert {read.why for read in reads} == {Why.TOO_SLOW}
    assert reads[-1].name == "a.zip"
    assert len(reads) <= 2


def test_files_that_are_not_to_be_read_are_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as large:
        large.truncate(1 << 40)
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "folder").mkdir()
    paths = [tmp_path / name for name in ("large.pdf", "empty.pdf", "missing.pdf", "folder")]
    reads = by_name(read_files(paths, now=NOW, processes=1))
    assert {name: (read.why, read.sha256) for name, read in reads.items()} == {
        "large.pdf": (Why.TOO_LARGE, ""),
        "empty.pdf": (Why.NOT_OURS, ""),
        "missing.pdf": (Why.CANNOT_READ, ""),
        "folder": (Why.EMPTY, ""),
    }


def test_processes_that_cannot_start_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(sent())
    for one in (("/nowhere",), (sys.executable, "-c", "")):
        with pytest.raises(UserError):
            list(read_files([tmp_path / "a.pdf"], now=NOW, command=one))
        with pytest.raises(UserError):
            carried_in(tmp_path / "a.pdf", NAME, now=NOW, command=one)


def test_an_answer_is_taken_out_of_what_brings_it(tmp_path: Path) -> None:
    answer = b'{"format":"sante-100-jours/reponse"}'
    brings = {
        "r.pdf": paper(answer, "reponse.json"),
        "reponse.json": answer,
        "r.eml": message(("plan.pdf", sent()), ("r.pdf", paper(answer, "reponse.json"))),
    }
    for name, content in brings.items():
        (tmp_path / name).write_bytes(content)
        assert carried_in(tmp_path / name, "reponse.json", now=NOW) == answer
    for name, content, why in (
        ("i.pdf", sent(), Why.NO_DATA),
        ("x.pdf", b"%PDF-", Why.DAMAGED),
        ("t", b"x", Why.NOT_OURS),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(RefusedError) as refused:
            carried_in(tmp_path / name, "reponse.json", now=NOW)
        assert refused.value.why is why


def test_closing_ends_every_process_at_once(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.pdf").write_bytes(sent() if number < 3 else paper(b"") + b"bad")
    reads = read_files([tmp_path], now=NOW, command=command("time.sleep(600)"), limits=Limits(piece=600), processes=2)
    assert next(reads).data == commune()
    reads.close()  # type: ignore[attr-defined]  # it is a generator
