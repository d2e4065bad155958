"""One durable edit: service, changes, commit, listeners – against the same UPDATE with raw sqlite3."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.pairs import Figure, compared
from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.engine import connect
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.services.dossiers import new_dossier
from msp_desktop.services.timeline import update_action

#: Edits in one round; a round is timed whole.
EDITS = 200
ROUNDS = 15


def measure() -> Iterator[Figure]:
    """Compare an edit through the service with a bare one in the same durable mode (bar 4)."""
    with tempfile.TemporaryDirectory() as folder:
        town = Commune(name="Mesure", mandate_start=date(2026, 3, 22), day_zero=date(2026, 3, 22))
        store = new_dossier(Path(folder) / "mesure.msp100", town)
        action = store.reader.all(Action)[0]
        close_dossier(new_dossier(Path(folder) / "brut.msp100", town))
        raw = connect(Path(folder) / "brut.msp100")
        numbers = itertools.count()

        def ours() -> float:
            began = time.perf_counter()
            for _edit in range(EDITS):
                update_action(store, action.id, Change(Action, notes=f"note {next(numbers)}"))
            return (time.perf_counter() - began) / EDITS

        def floor() -> float:
            began = time.perf_counter()
            for _edit in range(EDITS):
                _bare_edit(raw, action.id, f"note {next(numbers)}")
            return (time.perf_counter() - began) / EDITS

        yield compared(ours, floor, ROUNDS, 2.5, "one durable edit against raw sqlite3 in the same mode")
        raw.close()
        close_dossier(store)


def _bare_edit(raw: sqlite3.Connection, row: int, text: str) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE action SET notes=? WHERE id=?", (text, row))
    raw.execute("COMMIT")
