"""Files written all or nothing: a disk that refuses leaves the old file, and nothing beside it."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from reportlab.platypus import Flowable

from msp_desktop.db import lock_note
from msp_desktop.db.copies import all_copies
from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.documents import blocks
from msp_desktop.documents.build import build
from msp_desktop.documents.page import Furniture
from msp_desktop.domain.calendar_events import CalendarEvent
from msp_desktop.domain.mail import Message
from msp_desktop.errors import UserError
from msp_desktop.exchange.calendar import write_calendar
from msp_desktop.exchange.draft import write_draft
from msp_desktop.exchange.spreadsheets import write_table
from msp_desktop.files import draft_of, is_gone, sweep, write_whole
from msp_desktop.paths import DOSSIER_SUFFIX
from msp_desktop.services import preferences
from tests.conftest import NOW
from tests.disk import no_file_beyond

OLD = b"what was there before\n" * 40
ROWS = [[f"Nom {number}", "Médecin généraliste"] for number in range(2000)]


def _calendar(path: Path) -> None:
    event = CalendarEvent(uid="a@b", title="Réunion " * 200, begins=datetime(2026, 5, 12, 18, 30), zone="Europe/Paris")
    write_calendar(path, [event] * 20, NOW)


def _story(_density: float = 1.0) -> list[Flowable]:
    return [*blocks.title_block("Essai", "Un document")]


WRITERS: dict[str, Callable[[Path], object]] = {
    "brouillon.eml": lambda path: write_draft(path, Message(to=(), subject="Bonjour", body="Un mot. " * 2000), NOW),
    "dates.ics": _calendar,
    "liste.csv": lambda path: write_table(path, ["Nom", "Profession"], ROWS),
    "liste.xlsx": lambda path: write_table(path, ["Nom", "Profession"], ROWS),
}


@pytest.mark.posix("a limit on the size of files")
@pytest.mark.parametrize("name", WRITERS)
def test_a_disk_that_fills_leaves_the_old_file_and_says_so(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(OLD)
    with no_file_beyond(4000), pytest.raises(UserError):
        WRITERS[name](path)
    assert path.read_bytes() == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    WRITERS[name](path)
    assert path.stat().st_size > 4000
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.posix("a limit on the size of files")
def test_preferences_that_cannot_be_written_stay_as_they_were() -> None:
    preferences.save(preferences.Preferences(theme="dark"))
    path = preferences.preferences_path()
    before = path.read_bytes()
    long = preferences.Preferences(sizes={f"pane{number}": [number] for number in range(500)})
    with no_file_beyond(1000):
        preferences.save(long)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.posix("a limit on the size of files")
def test_a_lock_note_that_cannot_be_written_is_not_left_empty(tmp_path: Path) -> None:
    with no_file_beyond(10):
        assert not lock_note.leave(tmp_path / "essai.msp100")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.posix("a limit on the size of files")
def test_a_copy_restored_to_a_new_name_bears_it_only_once_it_is_whole(store: Store, tmp_path: Path) -> None:
    from msp_desktop.db.copies import back_up, restore

    copy = back_up(store.connection, tmp_path / "copies", "essai", NOW)
    close_dossier(store)
    target = tmp_path / "restauré" / "essai.msp100"
    with no_file_beyond(20_000), pytest.raises(UserError):
        restore(copy, target)
    assert list(target.parent.iterdir()) == []
    restore(copy, target)
    assert [entry.name for entry in target.parent.iterdir()] == ["essai.msp100"]


@pytest.mark.posix("permissions of its own")
def test_a_file_is_on_the_disk_before_it_has_its_name_and_its_name_is_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, os.replace

    def note_sync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def note_replace(old: Path, new: Path) -> None:
        done.append("name")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(os, "replace", note_replace)
    write_whole(tmp_path / "un.pdf", b"%PDF")
    assert done == ["file", "name", "folder"]


@pytest.mark.posix("a limit on the size of files")
@pytest.mark.parametrize("name", ["un.pdf", "un.docx"])
def test_a_document_that_cannot_be_written_leaves_the_old_one(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(OLD)
    with no_file_beyond(4000), pytest.raises(UserError):
        _document(path)
    assert path.read_bytes() == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    _document(path)
    assert path.read_bytes()[:2] in (b"%P", b"PK")


def _document(path: Path) -> None:
    furniture = Furniture(title="Essai", commune="Saint-Essai", department="Creuse")
    build(path, _story, furniture, made_at=NOW)


def test_a_spreadsheet_writes_no_names_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", refuse)
    write_table(tmp_path / "liste.xlsx", ["Nom", "Profession"], ROWS)


def _dossier(path: Path, name: str) -> None:
    """Make a small file of SQLite's with one word in it."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE words (word)")
        raw.execute("INSERT INTO words VALUES (?)", (name,))
        raw.commit()


def _word(path: Path) -> str:
    with closing(sqlite3.connect(path)) as raw:
        return str(raw.execute("SELECT word FROM words").fetchone()[0])


def _killed_while_writing(path: Path) -> None:
    """Leave beside a dossier of Guéret the journal of a program killed while it changed every page of it."""
    script = (
        "import os, sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('PRAGMA cache_size=1')\n"
        "raw.execute('BEGIN')\n"
        "raw.execute(\"UPDATE words SET word = 'half'\")\n"
        "raw.execute('CREATE TABLE more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<9999)"
        " SELECT i, hex(randomblob(50)) FROM n')\n"
        "os._exit(9)\n"
    )
    _dossier(path, "Guéret")
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert Path(f"{path}-journal").stat().st_size > 0


def test_a_journal_left_beside_a_deleted_dossier_is_not_played_into_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "mairie.msp100"
    _killed_while_writing(path)
    journal = Path(f"{path}-journal").read_bytes()
    path.unlink()
    with draft_of(path) as draft:
        _dossier(draft, "Aubusson")
    assert _word(path) == "Aubusson"
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, f"{path.name}-journal.orphelin"}
    assert (tmp_path / f"{path.name}-journal.orphelin").read_bytes() == journal


@pytest.mark.parametrize("damaged", [False, True])
def test_a_paper_never_takes_the_place_of_a_dossier(tmp_path: Path, damaged: bool) -> None:
    path = tmp_path / f"mairie{DOSSIER_SUFFIX}"
    _dossier(path, "Guéret")
    if damaged:
        path.write_bytes(bytes(100) + path.read_bytes()[100:])
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        write_whole(path, b"BEGIN:VCALENDAR")
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_dossier_that_was_not_closed_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "mairie.msp100"
    _killed_while_writing(path)
    with pytest.raises(FileExistsError), draft_of(path) as draft:
        _dossier(draft, "Aubusson")
    assert _word(path) == "Guéret"
    with draft_of(path) as draft:
        _dossier(draft, "Aubusson")
    assert _word(path) == "Aubusson"


def test_a_new_file_takes_no_name_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "un.txt"
    path.write_bytes(OLD)
    with pytest.raises(FileExistsError):
        write_whole(path, b"new", new=True)
    assert path.read_bytes() == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == ["un.txt"]


def test_a_disk_without_second_names_gives_a_new_file_its_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    write_whole(tmp_path / "un.txt", b"one", new=True)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "un.txt", b"two", new=True)
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("un.txt", b"one")]


def test_a_name_of_the_longest_kind_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'é' * 125}.txt"
    write_whole(path, b"one")
    assert path.read_bytes() == b"one"


def test_what_an_antivirus_holds_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, refusals = os.replace, [PermissionError(errno.EACCES, "held")] * 2

    def hold(old: Path, new: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(old, new)

    monkeypatch.setattr(os, "replace", hold)
    write_whole(tmp_path / "un.pdf", b"%PDF")
    assert (tmp_path / "un.pdf").read_bytes() == b"%PDF"


@pytest.mark.posix("permissions of its own")
def test_a_draft_that_fails_leaves_the_old_file_and_no_journal_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "mairie.msp100"
    _dossier(path, "Guéret")

    def fail(draft: Path) -> None:
        assert stat.S_IMODE(draft.stat().st_mode) == 0o600
        for ending in ("-journal", "-wal", "-shm"):
            Path(f"{draft}{ending}").write_bytes(b"x")
        raise RuntimeError("the disk is gone")

    with pytest.raises(RuntimeError), draft_of(path) as draft:
        fail(draft)
    assert _word(path) == "Guéret"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def _killed_with_drafts(folder: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from msp_desktop.files import draft_folder, draft_of\n"
        "folder = Path(sys.argv[1])\n"
        "with draft_of(folder / 'un.msp100') as draft, draft_folder(folder) as aside:\n"
        "    draft.write_bytes(b'names')\n"
        "    Path(f'{draft}-journal').write_bytes(b'names')\n"
        "    (aside / 'deux.pdf').write_bytes(b'names')\n"
        "    os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(folder)], check=False)


def test_what_a_killed_program_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    theirs = [".s100-notes.tmp", ".lettre-abcdefgh.tmp", "mairie.msp100", "lettre.msp100.new.pdf"]
    for name in theirs:
        (tmp_path / name).write_bytes(b"theirs")
    _killed_with_drafts(tmp_path)
    assert len(list(tmp_path.iterdir())) == len(theirs) + 3
    with draft_of(tmp_path / "deux.txt") as mine:
        assert sweep([tmp_path, tmp_path, tmp_path / "absent"]) == 3
        assert mine.exists()
        mine.write_bytes(b"whole")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted([*theirs, "deux.txt"])


def test_what_another_computer_makes_is_left_alone_for_a_day(tmp_path: Path) -> None:
    other = tmp_path / ".s100-00000000-123-0123abcd.tmp"
    former = tmp_path / "mairie.msp100.new"
    for path in (other, former):
        path.write_bytes(b"names")
    assert sweep([tmp_path]) == 0
    long_ago = time.time() - 90_000
    for path in (other, former):
        os.utime(path, (long_ago, long_ago))
    assert sweep([tmp_path]) == 2


def test_a_journal_set_aside_is_kept_for_a_month(tmp_path: Path) -> None:
    aside = [tmp_path / "mairie.msp100-journal.orphelin", tmp_path / "mairie.msp100-wal_2.orphelin"]
    for days, swept in ((29, 0), (31, 2)):
        for path in aside:
            path.write_bytes(b"names")
            os.utime(path, (time.time() - days * 86_400,) * 2)
        assert sweep([tmp_path]) == swept


@pytest.mark.posix("names refused for their length, which Wine says are nowhere")
def test_what_may_not_be_looked_at_is_not_gone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert is_gone(tmp_path / "absent")
    assert is_gone(tmp_path / "file" / "under")
    assert not is_gone(tmp_path / "file")
    assert not is_gone(tmp_path / ("x" * 300))


def test_nothing_is_gone_of_a_share_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.lexists", lambda path: path != tmp_path.anchor)
    assert not is_gone(tmp_path / "absent"), "Windows says the same of every file of it"
    with pytest.raises(FileNotFoundError):
        all_copies(tmp_path / "absent")
    monkeypatch.undo()
    assert all_copies(tmp_path / "absent") == []
