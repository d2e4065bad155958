"""Files written all or nothing: a disk that refuses leaves the old file, and nothing beside it."""

from __future__ import annotations

import os
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from reportlab.platypus import Flowable

from msp_desktop.db import lock_note
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
from msp_desktop.files import write_whole
from msp_desktop.services import preferences
from tests.conftest import NOW

OLD = b"what was there before\n" * 40
ROWS = [[f"Nom {number}", "Médecin généraliste"] for number in range(2000)]


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Have the system refuse what a file would hold beyond this size, in bytes: a disk that fills while we write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


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


def test_preferences_that_cannot_be_written_stay_as_they_were() -> None:
    preferences.save(preferences.Preferences(theme="dark"))
    path = preferences.preferences_path()
    before = path.read_bytes()
    long = preferences.Preferences(sizes={f"pane{number}": [number] for number in range(500)})
    with no_file_beyond(1000):
        preferences.save(long)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_lock_note_that_cannot_be_written_is_not_left_empty(tmp_path: Path) -> None:
    with no_file_beyond(10):
        assert not lock_note.leave(tmp_path / "essai.msp100")
    assert list(tmp_path.iterdir()) == []


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
