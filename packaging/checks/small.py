"""A program of four files: what the installers do with folders, versions and one another is seen in seconds."""

from __future__ import annotations

import shutil
from pathlib import Path

from winbuild import names
from winbuild.installers import build_msi, build_setup

from checks.run import Run

#: Versions below and above the real one.
OLDER, OLD = "0.9.7", "0.9.8"
NEWER = "99.0.0"


def small_stage(run: Run) -> Path:
    """Return a folder that looks like the program: the real launchers, which end at once, and a file in each folder."""
    stage = run.out / "small" / "stage"
    if not stage.exists():
        for folder in ("lib", "runtime", "licences"):
            (stage / folder).mkdir(parents=True)
            (stage / folder / f"de {folder}.txt").write_text(folder, encoding="utf-8")
        for name in (names.EXE, names.CONSOLE_EXE):
            shutil.copy2(run.built / "work" / "stage" / name, stage / name)
    return stage


def small_setup(run: Run, version: str) -> Path:
    """Return the setup of a version of the small program."""
    target = run.out / "small" / f"{names.APP_ID}-{version}-setup.exe"
    if not target.exists():
        build_setup(small_stage(run), target.parent, target.parent, version, None, fast=True)
    return target


def small_msi(run: Run, version: str) -> Path:
    """Return the MSI of a version of the small program."""
    target = run.out / "small" / f"{names.APP_ID}-{version}.msi"
    if not target.exists():
        build_msi(small_stage(run), target.parent, target.parent, version, None)
    return target
