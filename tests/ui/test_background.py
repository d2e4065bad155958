"""What killed programs and old messages leave behind goes at the next start."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from msp_desktop.exchange.mailers.handover import KEPT_DAYS
from msp_desktop.paths import backups_folder, data_folder, documents_folder, dossiers_folder, drafts_folder
from msp_desktop.services.leftovers import sweep_places
from msp_desktop.ui.background import purge_later

NAME = "Lavergnolle"


def left_by_a_killed_program(folder: Path) -> None:
    """Kill a program while it writes a file and a folder of files there."""
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from msp_desktop.files import draft_folder, draft_of\n"
        "folder = Path(sys.argv[1])\n"
        "with draft_folder(folder) as place, draft_of(folder / 'x.pdf') as draft:\n"
        f"    (place / 'message.json').write_text('{NAME}')\n"
        f"    draft.write_text('{NAME}')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", script, str(folder)], check=False)


def named_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]


@pytest.mark.posix("signals")
def test_what_a_killed_program_left_with_names_in_it_goes_at_the_next_start(tmp_path: Path) -> None:
    folders = [data_folder(), dossiers_folder(), drafts_folder(), documents_folder() / "saint-essai", backups_folder()]
    for folder in folders:
        left_by_a_killed_program(folder)
    assert len(named_in(tmp_path)) == 2 * len(folders)
    sweep_places(())
    assert named_in(tmp_path) == []


def test_messages_that_waited_for_the_mail_program_go_after_some_days() -> None:
    folder = drafts_folder()
    folder.mkdir(parents=True)
    old, fresh = folder / "ancien.eml", folder / "recent.eml"
    for path, age in ((old, KEPT_DAYS + 1), (fresh, 1)):
        path.write_text(NAME)
        then = (datetime.now() - timedelta(days=age)).timestamp()
        os.utime(path, (then, then))
    purge_later(datetime.now()).join()
    assert [path.name for path in folder.iterdir()] == ["recent.eml"]


def test_a_folder_that_is_not_there_or_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    purge_later(datetime.now()).join()
    drafts_folder().write_text("un fichier")
    purge_later(datetime.now()).join()
