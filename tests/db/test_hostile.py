"""Dossiers of strangers, in each use: refused in one sentence, or opened and safe; in little time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.errors import UserError
from msp_desktop.services.timeline import update_action
from tests.db.hostile import FAR, FOREIGN_SCHEMAS, MANY, TEXT_TO_READ, UNREADABLE
from tests.db.hostile_bytes import BROKEN, HARMLESS

#: All that opens, and of what is refused at opening some of each kind: the rest never comes to a use.
SLOW = FAR | MANY | HARMLESS | TEXT_TO_READ | BROKEN
SLOW |= {name: (FOREIGN_SCHEMAS | UNREADABLE)[name] for name in ("trigger_delete", "view_infinite", "note_enormous")}
#: What the documents of a file that is only built otherwise are made from: they are those of any other.
FEW = ("timeline", "journal", "inventory-names")


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_only_strange_opens_is_edited_and_undone(path: Path, name: str) -> None:
    HARMLESS[name](path)
    for words in ("premier", "second"):
        store = open_dossier(path)
        before = store.reader.all(Action)
        update_action(store, before[0].id, Change(Action, notes=words))
        assert store.reader.one(Action, before[0].id).notes == words
        store.undo()
        assert store.reader.all(Action) == before
        close_dossier(store)


@pytest.mark.parametrize("name", BROKEN)
def test_bytes_that_lead_nowhere_or_in_rounds_are_refused_in_a_sentence(path: Path, name: str) -> None:
    BROKEN[name](path)
    before, began = path.read_bytes(), process_time()
    with pytest.raises(UserError):
        close_dossier(open_dossier(path))
    assert process_time() - began < 5
    assert path.read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_each_use_is_refused_in_one_sentence_or_done_in_bounded_time_and_memory(path: Path, name: str) -> None:
    SLOW[name](path)
    places = {"SANTE100JOURS_DATA": str(path.parent / "d"), "SANTE100JOURS_DOCUMENTS": str(path.parent / "m")}
    few = FEW if name in HARMLESS else ()
    done = subprocess.run(
        [sys.executable, "-m", "tests.db.hostile_uses", str(path), str(path.parent / "sortie"), *few],
        env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=1800,  # what waits for ever takes no processor time, and its own bound would never end it
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stdout + done.stderr
    said = dict(line.partition(" ")[::2] for line in done.stdout.splitlines())
    assert set(said) == {"check", "show", "export", "edit", "window", "megabytes"}
    assert all(words == "done" or words.startswith("refused") for use, words in said.items() if use != "megabytes")
    assert int(said["megabytes"]) < 1_000
