"""The previous version."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from winbuild import names
from winbuild.installers import build_setup
from winbuild.wine import unquoted

from checks.installed import check_registry, differences, users_files
from checks.run import FOLDER, PREVIOUS, STALE, Run


def install_previous(run: Run) -> None:
    """The previous version, silently, into a folder with accents and spaces."""
    stage = run.built / "work" / "stage"
    with tempfile.TemporaryDirectory(dir=run.built) as place:
        older = Path(place, "stage")
        shutil.copytree(stage, older, copy_function=os.link)
        (older / STALE).write_text("# no longer in the program\n", encoding="utf-8")
        setup = build_setup(older, Path(place), Path(place), PREVIOUS, None, fast=True)
        run.check(run.silent(setup, "/BUREAU", *unquoted(f"/D={FOLDER}")) == 0, "silent install ends with 0")
    folder = run.prefix.path(FOLDER)
    (folder / "Notes de la mairie.txt").write_text("à garder\n", encoding="utf-8")
    run.check((folder / STALE).exists(), "the previous version has a file of its own")
    run.check(differences(run.built, folder) == [], "every file is there, byte for byte")
    for place, title in (
        ("Desktop", "desktop"),
        (r"AppData\Roaming\Microsoft\Windows\Start Menu\Programs", "Start menu"),
    ):
        found = [*users_files(run, place, f"{names.PROGRAM}.lnk")]
        run.check(len(found) == 1, f"one shortcut in the {title}")
    check_registry(run, "HKCU", FOLDER, PREVIOUS)
