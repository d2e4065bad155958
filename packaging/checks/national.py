"""Official files, read by the installed program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

from winbuild import names
from winbuild.names import ROOT

from checks.run import DOSSIERS, FOLDER, TODAY, Run

COMMUNES = "23096,23176"


def national(run: Run) -> None:
    """`import` takes official files from a stick, and would do the same with each line as on Linux."""
    stick = run.prefix.path(r"C:\Clé des fichiers")
    make = [sys.executable, str(ROOT / "tools" / "make_national_files.py"), str(stick), "--communes", COMMUNES, "--zip"]
    subprocess.run(make, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    dossier = next(run.prefix.path(DOSSIERS).rglob(f"*{names.SUFFIX}"))
    copy = run.out / f"national{names.SUFFIX}"
    shutil.copy2(dossier, copy)
    program = run.prefix.path(FOLDER) / names.CONSOLE_EXE
    environment = dict(os.environ, SANTE100JOURS_DATA=str(run.out / "data"))
    for source in sorted(stick.iterdir()):
        words = ["--communes", COMMUNES, "--dry-run", "--json", "--today", TODAY]
        theirs = run.prefix.run(program, "import", run.prefix.windows(dossier), run.prefix.windows(source), *words)
        ours = subprocess.run(
            [sys.executable, "-m", "msp_desktop", "import", str(copy), str(source), *words],
            env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True, cwd=ROOT,
        )  # fmt: skip
        run.check(theirs.returncode == 0, f"{source.name} is read {theirs.stderr.strip()[-300:]}")
        run.check(_lines(theirs.stdout) == _lines(ours.stdout), f"with the same lines as on Linux: {source.name}")


def _lines(said: str) -> object:
    return json.loads(said) if said.strip() else None
