"""The note beside an open dossier is a courtesy: whatever stands in it, one is told that the dossier is open."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from msp_desktop.db import lock_note
from msp_desktop.db.faults import BUSY
from msp_desktop.i18n import _


def test_a_note_tells_who_and_where(tmp_path: Path) -> None:
    dossier = tmp_path / "a.msp100"
    lock_note.note_path(dossier).write_text('{"who": "hr", "machine": "pc-1", "since": "2026-04-28T10:30"}')
    assert "pc-1" in lock_note.sentence(dossier)
    assert "28/04/2026 10:30" in lock_note.sentence(dossier)


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"who": ' + b"[" * 100_000,
        b'{"x": ' + b"[" * 100_000,
        b'{"who": "hr", "machine": "pc-1"}',
        b'{"who": "hr", "machine": 3, "since": "2026-04-28T10:30"}',
        b'{"who": "hr", "machine": "pc-1", "since": "yesterday"}',
        b'{"who": "", "machine": "pc-1", "since": "2026-04-28T10:30"}',
    ],
    ids=lambda note: repr(note[:30]),
)
def test_a_note_that_makes_no_sense_tells_that_the_dossier_is_open(tmp_path: Path, note: bytes) -> None:
    dossier = tmp_path / "a.msp100"
    lock_note.note_path(dossier).write_bytes(note)
    assert lock_note.sentence(dossier) == _(BUSY)


@pytest.mark.posix("a named pipe")
def test_a_pipe_in_the_note_s_place_is_not_waited_for(tmp_path: Path) -> None:
    dossier = tmp_path / "a.msp100"
    os.mkfifo(lock_note.note_path(dossier))
    assert lock_note.sentence(dossier) == _(BUSY)
    assert lock_note.leave(dossier)
    assert stat.S_IMODE(lock_note.note_path(dossier).stat().st_mode) == 0o600
