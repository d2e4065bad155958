"""The settings of a fleet on the command line: told as JSON, and obeyed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from msp_desktop import fleet
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.commune import Picture
from msp_desktop.fleet import Chosen, Fleet, Source
from tests.cli.test_commands import refused, run
from tests.ui.find import picture_of


def test_the_settings_are_told_as_json_with_what_makes_no_sense(tmp_path: Path) -> None:
    fleet.install(Fleet({"Theme": Chosen("dark", Source.FILE)}, (fleet.Wrong("Thème", Source.MACHINE, "unknown"),)))
    told = json.loads(run(tmp_path, "settings").stdout)
    assert set(told["settings"]) == {setting.key for setting in fleet.SETTINGS}
    assert told["settings"]["Theme"]["value"] == "dark"
    assert told["settings"]["Theme"]["from"] == "file"
    assert told["settings"]["DataFolder"]["value"] == str(tmp_path / "donnees")
    assert told["wrong"] == [fleet.sentence(fleet.present().wrong[0])]


@pytest.mark.parametrize("asked", ["settings", "--version", "--help"])
def test_who_only_asks_gets_no_folder_of_ours(tmp_path: Path, asked: str) -> None:
    """An audit runs every day as the computer's own account: its folder would be one more on the fleet's share."""
    assert run(tmp_path, asked).returncode == 0
    assert not (tmp_path / "donnees").exists()
    (tmp_path / "donnees").mkdir()
    run(tmp_path, asked)
    assert (tmp_path / "donnees" / "journaux").is_dir()


@pytest.mark.posix("symbolic links that anybody may make")
@pytest.mark.posix("a link to the interpreter")
def test_a_program_reads_the_file_that_lies_beside_it(tmp_path: Path) -> None:
    """The interpreter stands for the installed program: the same file, beside a link to it."""
    beside = tmp_path / "programme"
    beside.mkdir()
    python = beside / "python3"
    python.symlink_to(Path(sys.executable).resolve())
    decided = {"DocumentsFolder": f"{tmp_path}/%USERNAME%/papiers", "theme": "dark", "MailWay": "pigeon", "Fond": 1}
    (beside / "reglages.json").write_text(json.dumps(decided), encoding="utf-8-sig")
    environment = {
        **os.environ, "USERNAME": "é nadia", "PYTHONPATH": os.pathsep.join(sys.path), "SANTE100JOURS_DATA": str(tmp_path / "d"),
    }  # fmt: skip
    done = subprocess.run(
        [str(python), "-m", "msp_desktop", "settings"], capture_output=True, encoding="utf-8", env=environment
    )
    told = json.loads(done.stdout)
    assert told["settings"]["DocumentsFolder"] == {
        "value": f"{tmp_path}/é nadia/papiers", "from": "file", "title": "Dossier des documents et des copies",
    }  # fmt: skip
    assert told["settings"]["Theme"]["from"] == "file"
    assert told["settings"]["MailWay"]["from"] == "default"
    assert [wrong.split()[2] for wrong in told["wrong"]] == ["MailWay", "Fond"]
    assert told["file"] == str(beside / "reglages.json")


def test_what_the_fleet_takes_out_of_use_is_refused_on_the_command_line_too(tmp_path: Path) -> None:
    held = ("DisableMail", "DisableImport", "DisableCalendar", "DisableSample")
    fleet.install(Fleet({key: Chosen(True, Source.MACHINE) for key in held}))
    dossier = str(tmp_path / "rien.msp100")
    for words in (
        ("draft", dossier, "agenda", "--out", str(tmp_path / "m.eml")),
        ("import", dossier, str(tmp_path / "t.csv")),
        ("calendar", dossier, "--out", str(tmp_path / "d.ics")),
        ("demo", "--no-window", "--into", str(tmp_path / "demo")),
    ):
        assert refused(run(tmp_path, *words)).endswith("réglé par votre service informatique.")
    assert sorted(path.name for path in tmp_path.iterdir()) in ([], ["donnees"])


def test_a_new_dossier_has_the_picture_the_fleet_gives_it(tmp_path: Path) -> None:
    picture = picture_of(tmp_path / "logo.png")
    made = ("new", str(tmp_path / "a.msp100"), "--commune", "23095", "--mandate-start", "2026-03-22")
    fleet.install(Fleet({"LetterheadPicture": Chosen(str(tmp_path / "logo.png"), Source.FILE)}))
    assert run(tmp_path, *made).returncode == 0
    fleet.install(Fleet({"LetterheadPicture": Chosen(str(tmp_path / "absent.png"), Source.FILE)}))
    done = run(tmp_path, *made[:1], str(tmp_path / "b.msp100"), *made[2:])
    assert done.returncode == 0
    assert "ne peut pas être lue" in done.stdout
    kept = []
    for name in ("a", "b"):
        store = open_dossier(tmp_path / f"{name}.msp100")
        found = store.reader.find(Picture, code="arms")
        kept.append(found.data if found else None)
        close_dossier(store)
    assert kept == [picture, None]
