"""A program of four files: what the installers do with folders, versions and one another is seen in seconds."""

from __future__ import annotations

import shutil
from pathlib import Path

from winbuild import names
from winbuild.installers import build_msi, build_setup
from winbuild.wine import unquoted

from checks.installed import UNINSTALL_KEY, until
from checks.run import Run

#: Versions below and above the real one.
OLDER, OLD = "0.9.7", "0.9.8"
NEWER = "99.0.0"
#: Where setup puts it for everybody, and the log it is told to write.
ALL = rf"C:\Program Files\{names.APP_ID}"
LOG = r"C:\installation.log"


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


def remove(run: Run, folder: str) -> int:
    """Remove what lies in a folder, in silence, and wait for the end; return the uninstaller's exit code."""
    uninstaller = run.prefix.path(folder) / "desinstaller.exe"
    code = run.prefix.run(uninstaller, "/S", *unquoted(f"_?={folder}")).returncode
    if code == 0:
        until(lambda: not uninstaller.exists(), 20)  # a copy of it removes it once it has ended
    return code


def listed(run: Run, root: str) -> str:
    """Return the version that the list of programs tells, HKCU or HKLM; empty where there is none."""
    text = run.registry(rf"{root}\{UNINSTALL_KEY}")
    return text.partition('"DisplayVersion"="')[2].partition('"')[0]


def log(run: Run) -> str:
    """Return what the log at LOG says."""
    path = run.prefix.path(LOG)
    return path.read_text(encoding="utf-16") if path.exists() else ""


def own_folder(run: Run) -> Path:
    """Return where setup installs for one account."""
    (user,) = [path for path in run.prefix.path(r"C:\users").iterdir() if path.name != "Public"]
    return user / "AppData/Local/Programs" / names.APP_ID
