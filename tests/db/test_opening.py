"""A dossier opens to write, or to read with the true reason, or is refused in one sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from msp_desktop.db import lock_note, opening
from msp_desktop.db.dossier import close_dossier, create_dossier, open_dossier
from msp_desktop.db.faults import FULL
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from tests.dossiers import COMMUNE

#: Opens a dossier as somebody whom permissions bind, and prints why it is only read, or why not at all.
AS_ANYBODY = """
import os, sys
from pathlib import Path
from msp_desktop import i18n
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.people import Person
from msp_desktop.errors import UserError
import msp_desktop.db.transaction
i18n.install("fr")
if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)
try:
    store = open_dossier(Path(sys.argv[1]))
    print(store.reader.all(Person)[0].last_name, store.read_only_because)
    try:
        with store.write("x") as tx: tx.insert(Person())
        print("kept")
    except UserError as error:
        print(error)
    close_dossier(store)
except UserError as error:
    print("refused", error)
"""

AS_ROOT = AS_ANYBODY.replace("if os.geteuid()", "if 0 and os.geteuid()")


@pytest.fixture
def path() -> Iterator[Path]:
    """A dossier in a folder that anybody may come to, as pytest's own are not."""
    with TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        folder = Path(above) / "mairie"
        store = create_dossier(folder / "essai.msp100", lambda tx: tx.insert(COMMUNE))
        with store.write("Ajouter") as tx:
            tx.insert(Person(last_name="Roche"))
        close_dossier(store)
        yield folder / "essai.msp100"


def as_anybody(path: Path, *, folder: int, file: int) -> str:
    """Return what somebody is told who opens a file with these permissions, and is not its owner's master."""
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
        os.chown(path.parent, 65534, 65534)
    path.chmod(file)
    path.parent.chmod(folder)
    try:
        done = subprocess.run([sys.executable, "-c", AS_ANYBODY, str(path)], capture_output=True, encoding="utf-8")
    finally:
        path.parent.chmod(0o700)
        path.chmod(0o600)
    assert done.stderr == ""
    return done.stdout.replace("\n", " ").strip()


@pytest.mark.posix("permissions of its own")
def test_who_may_write_writes(path: Path) -> None:
    assert as_anybody(path, folder=0o700, file=0o600) == "Roche  kept"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.posix("permissions of its own")
@pytest.mark.parametrize(
    ("folder", "file", "why"),
    [
        (0o700, 0o400, opening.FILE_PROTECTED),
        (0o500, 0o600, opening.FOLDER_PROTECTED),
        (0o500, 0o400, opening.FILE_PROTECTED),
    ],
)
def test_what_is_protected_is_noticed_at_opening_and_each_write_says_why(
    path: Path, folder: int, file: int, why: str
) -> None:
    before = path.read_bytes()
    assert as_anybody(path, folder=folder, file=file) == f"Roche {_(why)} {_(why)}"
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.posix("permissions of its own")
@pytest.mark.parametrize(("folder", "file"), [(0o600, 0o600), (0o700, 0o000)])
def test_what_may_not_be_read_is_refused_in_a_sentence(path: Path, folder: int, file: int) -> None:
    told = as_anybody(path, folder=folder, file=file)
    assert told.startswith("refused «\u00a0essai.msp100\u00a0» ne peut pas être lu")


@pytest.mark.posix("permissions of its own")
def test_a_dossier_killed_in_a_folder_protected_since_says_what_it_needs(path: Path) -> None:
    script = (
        "import os, sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('PRAGMA cache_size=1')\n"
        "raw.execute('BEGIN')\n"
        "raw.execute('CREATE TABLE more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<9999)"
        " SELECT i, hex(randomblob(50)) FROM n')\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    journal = Path(f"{path}-journal")
    assert journal.stat().st_size > 0
    if os.geteuid() == 0:
        os.chown(journal, 65534, 65534)
    assert "essai.msp100-journal" in as_anybody(path, folder=0o500, file=0o400)
    assert as_anybody(path, folder=0o700, file=0o600) == "Roche  kept"


def test_a_name_too_long_for_a_journal_opens_to_read(path: Path) -> None:
    long = path.with_name(f"{'é' * 122}.msp100")
    path.rename(long)
    store = open_dossier(long)
    assert store.read_only_because == _(opening.LONG_NAME)
    assert store.reader.all(Person)[0].last_name == "Roche"
    close_dossier(store)


@pytest.mark.parametrize("name", ["x" * 300 + ".msp100", "a/" * 3000 + "b.msp100", "absent.msp100"])
def test_a_name_that_cannot_be_one_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError):
        open_dossier(tmp_path / name)
    if name != "absent.msp100":
        with pytest.raises(UserError):
            create_dossier(tmp_path / name)


@pytest.mark.posix("a named pipe")
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "dossier.msp100", tmp_path / "tube.msp100"
    folder.mkdir()
    os.mkfifo(pipe)
    for path in (folder, pipe, folder / "dedans.msp100", pipe / "dedans.msp100"):
        with pytest.raises(UserError, match=path.name):
            open_dossier(path)


def test_a_name_that_is_not_utf8_opens_and_can_be_told(path: Path) -> None:
    strange = path.with_name(os.fsdecode(b"mairie\xe9.msp100"))
    path.rename(strange)
    store = open_dossier(strange)
    assert not store.read_only
    with pytest.raises(UserError) as told:
        create_dossier(strange)
    told.value.sentence.encode("utf-8")
    close_dossier(store)


def _cannot_open() -> sqlite3.OperationalError:
    try:
        sqlite3.connect("file:/absent/absent?mode=ro", uri=True)
    except sqlite3.OperationalError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize("times", [1, 2])
def test_what_the_disk_refuses_for_a_moment_still_opens_to_write(
    path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    connect, refusals = opening.connect, [_cannot_open()] * times

    def refuse(at: Path, *, read_only: bool = False) -> sqlite3.Connection:
        if refusals:
            raise refusals.pop()
        return connect(at, read_only=read_only)

    monkeypatch.setattr(opening, "connect", refuse)
    store = open_dossier(path)
    assert store.read_only_because == ""
    close_dossier(store)


def as_told_with(path: Path, *inject: str) -> str:
    """Return what is told of opening and writing while the system answers as strace is asked to."""
    asked = [part for rule in inject for part in ("-e", f"inject={rule}")]
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64,write", *asked]
    done = subprocess.run([*command, sys.executable, "-c", AS_ROOT, str(path)], capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    return done.stdout.replace("\n", " ").strip()


@pytest.mark.needs("strace")
def test_a_disk_full_at_opening_opens_to_write_and_writes_once_there_is_room(path: Path) -> None:
    assert as_told_with(path, "pwrite64:error=ENOSPC") == f"Roche  {_(FULL)}"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert as_told_with(path, "pwrite64:error=ENOSPC:when=1") == "Roche  kept"


@pytest.mark.needs("strace")
def test_a_disk_that_takes_nothing_opens_to_read(path: Path) -> None:
    assert as_told_with(path, "pwrite64:error=EIO") == f"Roche {_(opening.WRITES_FAIL)} {_(opening.WRITES_FAIL)}"
    assert as_told_with(path, "pwrite64:error=EIO:when=1") == "Roche  kept"


def test_a_folder_where_the_note_should_stand_stops_nothing(path: Path) -> None:
    lock_note.note_path(path).mkdir()
    store = open_dossier(path)
    assert not store.read_only
    assert lock_note.sentence(path)
    close_dossier(store)
