"""What killed programs left is looked for in every place where the program makes files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from msp_desktop.paths import backups_folder, data_folder, documents_folder, dossiers_folder, drafts_folder, make_folder
from msp_desktop.services.leftovers import sweep_aside, sweep_places
from msp_desktop.ui.start import begin, make_window

KILLED = """
import os, sys
from pathlib import Path
from msp_desktop.files import draft_of
with draft_of(Path(sys.argv[1]) / "mairie.msp100") as draft:
    draft.write_bytes(b"names")
    os._exit(9)
"""


def leave_one(folder: Path) -> Path:
    subprocess.run([sys.executable, "-c", KILLED, str(make_folder(folder))], check=False)
    return next(folder.glob(".s100-*"))


def test_all_places_are_swept(tmp_path: Path) -> None:
    folders = [
        data_folder(),
        dossiers_folder(),
        drafts_folder(),
        documents_folder(),
        backups_folder() / "mairie",
        tmp_path / "clé",
    ]
    left = [leave_one(folder) for folder in folders]
    other = leave_one(tmp_path / "ailleurs")
    assert sweep_places([str(tmp_path / "clé" / "mairie.msp100"), str(tmp_path / "absent" / "x.msp100")]) == len(left)
    assert not any(path.exists() for path in left)
    assert other.exists()


def test_documents_that_cannot_be_reached_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "documents").write_bytes(b"a file where the folder should be")
    left = leave_one(data_folder())
    thread = sweep_aside([])
    thread.join()
    assert not left.exists()


def test_a_start_sweeps_once_the_window_is_painted(qtbot: QtBot) -> None:
    left = leave_one(data_folder())
    window = make_window(None)
    qtbot.addWidget(window)
    begin(window)
    qtbot.waitUntil(lambda: not left.exists())
